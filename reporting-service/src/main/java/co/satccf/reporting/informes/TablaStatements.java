package co.satccf.reporting.informes;

import co.satccf.reporting.documento.Informe;
import co.satccf.reporting.documento.TipoInforme;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The rows of each kind of report at a cut-off. */
@Singleton
final class TablaStatements {

  private static final String ABIERTOS =
      "estado NOT IN ('ACEPTADO', 'ACEPTADO_CON_ALERTA', 'RETIRADO', 'SUSTITUIDO')";
  private static final String ACEPTADOS = "estado IN ('ACEPTADO', 'ACEPTADO_CON_ALERTA')";
  private static final String AFILIACIONES =
      "servicio IN ('AfiliacionPrimeraVez', 'AfiliacionNoPrimeraVez')";
  private static final String RELACIONES =
      "servicio IN ('InicioRelacionLaboral', 'TerminacionRelacionLaboral')";
  private static final String INICIOS = "servicio = 'InicioRelacionLaboral'";

  private static final List<Medida> DE_PENDIENTES =
      List.of(
          new Medida(
              "Empleadores", "count(DISTINCT empleador) FILTER (WHERE " + AFILIACIONES + ")"),
          new Medida(
              "Trabajadores", "count(DISTINCT trabajador) FILTER (WHERE " + RELACIONES + ")"),
          new Medida("Reportes", "count(*)"),
          new Medida("Glosados", "count(*) FILTER (WHERE estado = 'GLOSADO')"));

  private final Semana semana;

  TablaStatements(Semana semana) {
    this.semana = semana;
  }

  private record Medida(String nombre, String sql) {}

  /** Its columns by their names in {@code al_corte}, and how each is written. */
  private record Columna(String sql, Rotulo rotulo) {}

  private static final Columna REZAGO = new Columna("tipo_rezago::text", Rotulo.REZAGO);
  private static final Columna SERVICIO = new Columna("servicio", Rotulo.SERVICIO);
  private static final Columna ESTADO = new Columna("estado", Rotulo.ESTADO);
  private static final Columna DEPARTAMENTO =
      new Columna("coalesce(departamento, '')", Rotulo.DEPARTAMENTO);
  private static final Columna CODIGO = new Columna("coalesce(codigo, '')", Rotulo.CODIGO);

  List<Informe.Tabla> de(Connection connection, TipoInforme tipo, Instant corte)
      throws SQLException {
    var tablas = new ArrayList<Informe.Tabla>();
    switch (tipo) {
      case PENDIENTES -> {
        var reportes = List.of(new Medida("Reportes", "count(*)"));
        tablas.add(
            tabla(connection, corte, "Por rezago", List.of(REZAGO), DE_PENDIENTES, ABIERTOS));
        tablas.add(
            tabla(
                connection,
                corte,
                "Por servicio y estado",
                List.of(SERVICIO, ESTADO),
                reportes,
                ABIERTOS));
        tablas.add(
            tabla(
                connection,
                corte,
                "Por departamento",
                List.of(DEPARTAMENTO),
                DE_PENDIENTES,
                ABIERTOS));
        tablas.add(
            tabla(
                connection,
                corte,
                "Glosados por código",
                List.of(SERVICIO, CODIGO),
                reportes,
                "estado = 'GLOSADO'"));
      }
      case EMPLEADORES_CARGADOS ->
          cargados(connection, corte, tablas, "Empleadores", "empleador", AFILIACIONES);
      case TRABAJADORES_CARGADOS ->
          cargados(connection, corte, tablas, "Trabajadores", "trabajador", INICIOS);
      case CONTEO_SEMANAL -> semana(connection, corte, tablas);
    }
    return tablas;
  }

  private static void cargados(
      Connection connection,
      Instant corte,
      List<Informe.Tabla> tablas,
      String quienes,
      String columna,
      String donde)
      throws SQLException {
    var medidas =
        List.of(
            new Medida(quienes, "count(DISTINCT " + columna + ")"),
            new Medida("Aceptados", "count(*)"),
            new Medida("Con alerta", "count(*) FILTER (WHERE estado = 'ACEPTADO_CON_ALERTA')"));
    var aceptados = donde + " AND " + ACEPTADOS;
    tablas.add(tabla(connection, corte, "Por rezago", List.of(REZAGO), medidas, aceptados));
    tablas.add(tabla(connection, corte, "Por servicio", List.of(SERVICIO), medidas, aceptados));
    tablas.add(
        tabla(connection, corte, "Por departamento", List.of(DEPARTAMENTO), medidas, aceptados));
  }

  private void semana(Connection connection, Instant corte, List<Informe.Tabla> tablas)
      throws SQLException {
    var desde = "'" + semana.inicio(corte) + "'::timestamptz";
    var recibidos =
        new Medida("Recibidos", "count(*) FILTER (WHERE instante_recibido >= " + desde + ")");
    var medidas =
        List.of(
            recibidos,
            en("Aceptados", "estado = 'ACEPTADO'", desde),
            en("Con alerta", "estado = 'ACEPTADO_CON_ALERTA'", desde),
            en("Glosados", "estado = 'GLOSADO'", desde),
            en("Retirados", "estado = 'RETIRADO'", desde),
            en("Sustituidos", "estado = 'SUSTITUIDO'", desde));
    var enLaSemana = "(instante_recibido >= %1$s OR instante >= %1$s)".formatted(desde);
    tablas.add(tabla(connection, corte, "Por servicio", List.of(SERVICIO), medidas, enLaSemana));
    tablas.add(tabla(connection, corte, "Por rezago", List.of(REZAGO), medidas, enLaSemana));
    tablas.add(
        tabla(connection, corte, "Por departamento", List.of(DEPARTAMENTO), medidas, enLaSemana));
    tablas.add(
        tabla(
            connection,
            corte,
            "Recibidos por día",
            List.of(
                new Columna(
                    "(instante_recibido AT TIME ZONE 'America/Bogota')::date::text", Rotulo.DIA)),
            List.of(new Medida("Recibidos", "count(*)")),
            "instante_recibido >= " + desde));
    tablas.add(
        tabla(
            connection,
            corte,
            "Aceptados por día",
            List.of(
                new Columna("(instante AT TIME ZONE 'America/Bogota')::date::text", Rotulo.DIA)),
            List.of(new Medida("Aceptados", "count(*)")),
            ACEPTADOS + " AND instante >= " + desde));
  }

  private static Medida en(String nombre, String condicion, String desde) {
    return new Medida(
        nombre, "count(*) FILTER (WHERE %s AND instante >= %s)".formatted(condicion, desde));
  }

  /**
   * @param donde SQL of this class, never of a caller
   */
  private static Informe.Tabla tabla(
      Connection connection,
      Instant corte,
      String titulo,
      List<Columna> columnas,
      List<Medida> medidas,
      String donde)
      throws SQLException {
    var numeradas = new ArrayList<String>();
    var seleccion = new ArrayList<String>();
    for (var columna : columnas) {
      seleccion.add(columna.sql());
      numeradas.add(String.valueOf(seleccion.size()));
    }
    medidas.forEach(medida -> seleccion.add(medida.sql()));
    var orden = String.join(", ", numeradas);
    var sql =
        """
        SELECT %s FROM al_corte(?) WHERE %s GROUP BY %s ORDER BY %s"""
            .formatted(String.join(", ", seleccion), donde, orden, orden);
    try (var select = connection.prepareStatement(sql)) {
      select.setObject(1, FilaDeExpediente.enUtc(corte));
      try (var row = select.executeQuery()) {
        var filas = new ArrayList<Informe.Fila>();
        while (row.next()) {
          var rotulos = new ArrayList<String>();
          for (var i = 0; i < columnas.size(); i++) {
            rotulos.add(columnas.get(i).rotulo().de(row.getString(i + 1)));
          }
          var numeros = new ArrayList<Long>();
          for (var i = 0; i < medidas.size(); i++) {
            numeros.add(row.getLong(columnas.size() + i + 1));
          }
          filas.add(new Informe.Fila(rotulos, numeros));
        }
        return new Informe.Tabla(
            titulo,
            columnas.stream().map(columna -> columna.rotulo().nombre()).toList(),
            medidas.stream().map(Medida::nombre).toList(),
            filas);
      }
    }
  }
}
