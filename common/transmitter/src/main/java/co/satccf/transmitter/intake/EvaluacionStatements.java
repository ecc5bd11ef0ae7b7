package co.satccf.transmitter.intake;

import co.satccf.model.estado.Bloqueo;
import co.satccf.model.estado.EstadoReporte;
import co.satccf.transmitter.reception.Entrada;
import co.satccf.transmitter.store.Columnas;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where new reports stand: state and block, as the store has it at this moment. */
final class EvaluacionStatements {

  private EvaluacionStatements() {}

  /**
   * New reports with what the store makes of them, in order; a payment state that a newer one takes
   * the place of holds nobody.
   *
   * <p>A row is looked for by its key, one at a time: {@code exists} may be answered by reading the
   * whole table, as long as it is small or not analysed.
   */
  static final String SELECT =
      """
      select n.*, d.retencion,
        case when s.sustituye then 'SUSTITUIDO' when n.glosa is null then 'PENDIENTE' else 'GLOSADO' end as estado,
        case when s.sustituye then null
             when n.detras or (
               select true from reporte a
               where a.llave = n.llave
                 and a.estado in ('PENDIENTE', 'EN_VUELO', 'INCIERTO', 'GLOSADO', 'POR_CONFIRMAR')
                 and a.bloqueo is distinct from 'REPORTE_ANTERIOR'
                 and not (n.servicio = 'EstadoPagoEmpleador' and a.estado in ('PENDIENTE', 'GLOSADO'))
               limit 1)
               then 'REPORTE_ANTERIOR'
             when n.glosa is not null then null
             else bloqueo_en_turno(n.servicio, n.empleador, n.departamento, d.retencion) end as bloqueo
      from unnest(?::text[], ?::text[], ?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::int2[],
                  ?::text[], ?::bool[], ?::bool[], ?::bool[], ?::timestamptz[],
                  ?::timestamptz[]) with ordinality
        as n(servicio, radicado, llave, hecho, empleador, departamento, trabajador, tipo_rezago,
             glosa, detras, repite, sustituido, instante, vence, orden),
        lateral (select n.sustituido or n.servicio = 'EstadoPagoEmpleador' and exists (
                   select from reporte m
                   where m.servicio = 'EstadoPagoEmpleador' and m.llave = n.llave
                     and m.estado not in ('RETIRADO', 'SUSTITUIDO')
                     and m.instante_evento > n.instante) as sustituye) s,
        lateral (select case when n.repite or (
                   select true from reporte p
                   where p.hecho = n.hecho and p.estado not in ('RETIRADO', 'SUSTITUIDO') limit 1)
                 then 'POSIBLE_DUPLICADO' end as retencion offset 0) d
      order by n.orden
      """;

  /**
   * @param bloqueo what would hold the report, null when nothing would
   */
  record Evaluado(EstadoReporte estado, @Nullable Bloqueo bloqueo) {}

  /**
   * What {@link NuevoReporteStatements#insertar} would make of these reports now; stores nothing.
   */
  static List<Evaluado> evaluar(Connection connection, List<Plan.NuevoReporte> nuevos)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(SELECT)) {
      poner(connection, select, nuevos);
      try (ResultSet row = select.executeQuery()) {
        List<Evaluado> evaluados = new ArrayList<>();
        while (row.next()) {
          evaluados.add(
              new Evaluado(
                  EstadoReporte.valueOf(row.getString("estado")),
                  bloqueo(row.getString("bloqueo"))));
        }
        return evaluados;
      }
    }
  }

  static @Nullable Bloqueo bloqueo(@Nullable String nombre) {
    return nombre == null ? null : Bloqueo.valueOf(nombre);
  }

  /** The parameters of {@link #SELECT}. */
  static void poner(
      Connection connection, PreparedStatement statement, List<Plan.NuevoReporte> nuevos)
      throws SQLException {
    List<Entrada.Reportable> entradas = nuevos.stream().map(Plan.NuevoReporte::entrada).toList();
    var columnas = new Columnas<>(connection, entradas);
    var lugares = new Columnas<>(connection, nuevos);
    statement.setArray(1, columnas.texts(e -> e.radicado().servicio().nombre()));
    statement.setArray(2, columnas.texts(e -> e.radicado().numero()));
    statement.setArray(3, columnas.uuids(Entrada.Reportable::llave));
    statement.setArray(4, columnas.uuids(Entrada.Reportable::hecho));
    statement.setArray(5, columnas.texts(Entrada.Reportable::empleador));
    statement.setArray(6, columnas.texts(e -> e.evento().reporte().departamento()));
    statement.setArray(7, columnas.texts(Entrada.Reportable::trabajador));
    statement.setArray(8, columnas.shorts(e -> e.evento().tipoRezago()));
    statement.setArray(9, columnas.texts(EvaluacionStatements::primeraGlosa));
    statement.setArray(10, lugares.booleans(Plan.NuevoReporte::detras));
    statement.setArray(11, lugares.booleans(Plan.NuevoReporte::repiteHecho));
    statement.setArray(12, lugares.booleans(Plan.NuevoReporte::sustituido));
    statement.setArray(13, columnas.texts(e -> e.evento().instante().toString()));
    statement.setArray(14, columnas.texts(e -> e.vence().toString()));
  }

  /** The code that the row of a report shows; null when it keeps its contract. */
  static @Nullable String primeraGlosa(Entrada.Reportable entrada) {
    return entrada.glosas().isEmpty() ? null : entrada.glosas().getFirst().codigo();
  }
}
