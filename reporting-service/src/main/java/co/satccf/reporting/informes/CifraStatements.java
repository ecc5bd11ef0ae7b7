package co.satccf.reporting.informes;

import co.satccf.model.ServicioSat;
import co.satccf.reporting.documento.TipoInforme;
import co.satccf.reporting.plazos.Plazos;
import jakarta.inject.Singleton;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** The numbers of each kind of report at a cut-off; the same at any time one asks. */
@Singleton
final class CifraStatements {

  private static final String PENDIENTES =
      """
      SELECT
        count(DISTINCT a.empleador) FILTER (
          WHERE a.servicio IN ('AfiliacionPrimeraVez', 'AfiliacionNoPrimeraVez')),
        count(DISTINCT a.trabajador) FILTER (
          WHERE a.servicio IN ('InicioRelacionLaboral', 'TerminacionRelacionLaboral')),
        count(*), count(*) FILTER (WHERE a.estado = 'GLOSADO'),
        count(*) FILTER (WHERE a.instante_evento < p.primero_no_vencido)
      FROM al_corte(?) a
      JOIN unnest(?::text[], ?::timestamptz[]) AS p(servicio, primero_no_vencido)
        ON p.servicio = a.servicio
      WHERE a.estado NOT IN ('ACEPTADO', 'ACEPTADO_CON_ALERTA', 'RETIRADO', 'SUSTITUIDO')""";

  private static final String CARGADOS =
      """
      SELECT count(DISTINCT %s), count(*), count(*) FILTER (WHERE estado = 'ACEPTADO_CON_ALERTA')
      FROM al_corte(?)
      WHERE servicio IN (%s) AND estado IN ('ACEPTADO', 'ACEPTADO_CON_ALERTA')""";

  private static final String SEMANA =
      """
      SELECT
        count(*) FILTER (WHERE instante_recibido >= s.semana),
        count(*) FILTER (WHERE estado = 'ACEPTADO' AND instante >= s.semana),
        count(*) FILTER (WHERE estado = 'ACEPTADO_CON_ALERTA' AND instante >= s.semana),
        count(*) FILTER (WHERE estado = 'GLOSADO' AND instante >= s.semana),
        count(*) FILTER (WHERE estado = 'RETIRADO' AND instante >= s.semana),
        count(*) FILTER (WHERE estado = 'SUSTITUIDO' AND instante >= s.semana),
        (SELECT count(*) FROM cargado WHERE clase = 'EMPLEADOR' AND desde >= ? AND desde < ?),
        (SELECT count(*) FROM cargado WHERE clase = 'TRABAJADOR' AND desde >= ? AND desde < ?)
      FROM (SELECT ?::timestamptz AS semana) s, al_corte(?)""";

  private final Plazos plazos;
  private final Semana semana;

  CifraStatements(Plazos plazos, Semana semana) {
    this.plazos = plazos;
    this.semana = semana;
  }

  /** By name, in the order they are shown. */
  SequencedMap<String, Long> de(Connection connection, TipoInforme tipo, Instant corte)
      throws SQLException {
    return switch (tipo) {
      case PENDIENTES -> {
        try (var select = connection.prepareStatement(PENDIENTES)) {
          select.setObject(1, FilaDeExpediente.enUtc(corte));
          select.setArray(2, texts(connection, nombres()));
          select.setArray(3, texts(connection, limites(corte)));
          yield cifras(
              select,
              "Empleadores por reportar",
              "Trabajadores por reportar",
              "Reportes sin terminar",
              "De ellos, glosados",
              "De ellos, vencidos");
        }
      }
      case EMPLEADORES_CARGADOS ->
          cargados(
              connection,
              corte,
              CARGADOS.formatted("empleador", "'AfiliacionPrimeraVez', 'AfiliacionNoPrimeraVez'"),
              "Empleadores cargados",
              "Afiliaciones aceptadas");
      case TRABAJADORES_CARGADOS ->
          cargados(
              connection,
              corte,
              CARGADOS.formatted("trabajador", "'InicioRelacionLaboral'"),
              "Trabajadores cargados",
              "Inicios de relación laboral aceptados");
      case CONTEO_SEMANAL -> {
        try (var select = connection.prepareStatement(SEMANA)) {
          var desde = FilaDeExpediente.enUtc(semana.inicio(corte));
          var hasta = FilaDeExpediente.enUtc(corte);
          select.setObject(1, desde);
          select.setObject(2, hasta);
          select.setObject(3, desde);
          select.setObject(4, hasta);
          select.setObject(5, desde);
          select.setObject(6, hasta);
          yield cifras(
              select,
              "Recibidos en la semana",
              "Aceptados",
              "Aceptados con alerta",
              "Glosados",
              "Retirados",
              "Sustituidos",
              "Empleadores cargados por primera vez",
              "Trabajadores cargados por primera vez");
        }
      }
    };
  }

  private static SequencedMap<String, Long> cargados(
      Connection connection, Instant corte, String sql, String distintos, String aceptados)
      throws SQLException {
    try (var select = connection.prepareStatement(sql)) {
      select.setObject(1, FilaDeExpediente.enUtc(corte));
      return cifras(select, distintos, aceptados, "De ellos, con alerta");
    }
  }

  private static SequencedMap<String, Long> cifras(PreparedStatement select, String... nombres)
      throws SQLException {
    try (var row = select.executeQuery()) {
      row.next();
      var cifras = new LinkedHashMap<String, Long>();
      for (var i = 0; i < nombres.length; i++) {
        cifras.put(nombres[i], row.getLong(i + 1));
      }
      return cifras;
    }
  }

  private static Array texts(Connection connection, List<String> values) throws SQLException {
    return connection.createArrayOf("text", values.toArray());
  }

  private static List<String> nombres() {
    return Arrays.stream(ServicioSat.values()).map(ServicioSat::nombre).toList();
  }

  private List<String> limites(Instant corte) {
    return Arrays.stream(ServicioSat.values())
        .map(servicio -> plazos.primeroNoVencido(servicio, corte).toString())
        .toList();
  }
}
