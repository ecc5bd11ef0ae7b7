package co.satccf.transmitter.movimientos;

import co.satccf.model.estado.Bloqueo;
import co.satccf.transmitter.reception.Entrada;
import co.satccf.transmitter.store.ReporteIdentificado;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Moves of a report: its new state, what holds it there, and its facts where they change. Each runs
 * inside a transaction of its caller, under the lock of its key.
 */
final class MovimientoStatements {

  private MovimientoStatements() {}

  /**
   * What holds a report at its place, all of it evaluated afresh under the lock of its key:
   * parameters are the key, the report's own id, its state, employer and departamento, and what
   * retains it.
   */
  private static final String BLOQUEO =
      """
      case when ? not in ('PENDIENTE', 'GLOSADO') then null
           when exists (
             select from reporte a
             where a.llave = ? and a.id <> ?
               and a.estado in ('PENDIENTE', 'EN_VUELO', 'INCIERTO', 'GLOSADO', 'POR_CONFIRMAR')
               and a.bloqueo is distinct from 'REPORTE_ANTERIOR') then 'REPORTE_ANTERIOR'
           when ? = 'GLOSADO' then null
           else bloqueo_en_turno(?, ?, ?, %s) end
      """;

  /**
   * Moves a report that keeps its body; returns what holds it now. While a correction waits, it
   * does not go with the old body (rule 12).
   */
  static @Nullable Bloqueo mover(Connection connection, ReporteTomado tomado, Cambio cambio)
      throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            """
            update reporte
            set estado = ?, origen = ?, codigo = ?, revision = revision + 1, fallos = 0, reenvios = 0,
                dudoso = dudoso or estado = 'INCIERTO',
                no_antes = case when ? = 'PENDIENTE' and not exists (
                                  select from correccion c
                                  where c.servicio = reporte.servicio and c.original = reporte.radicado
                                    and c.estado = 'EN_ESPERA')
                                then now() else 'infinity' end,
                arriendo_hasta = null, desde = now(), bloqueo =
            %s
            where id = ?
            returning bloqueo
            """
                .formatted(BLOQUEO.formatted("retencion")))) {
      ReporteIdentificado reporte = tomado.reporte();
      String estado = cambio.estado().name();
      int i = 0;
      update.setString(++i, estado);
      update.setString(++i, cambio.origen().name());
      update.setString(++i, cambio.codigo());
      update.setString(++i, estado);
      i = poner(update, i, estado, reporte.llave(), reporte);
      update.setLong(++i, reporte.id());
      return soloBloqueo(update);
    }
  }

  /**
   * Gives a report a new body in the same place, under another key if the facts say so. It goes
   * when its caller lets it go: perhaps another correction waits.
   */
  static @Nullable Bloqueo corregir(
      Connection connection, ReporteTomado tomado, Cambio cambio, Entrada.Reportable nueva)
      throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            """
            update reporte r
            set estado = ?, origen = ?, codigo = ?, revision = r.revision + 1, fallos = 0, reenvios = 0,
                dudoso = false, version = r.version + 1, simulado = null,
                llave = ?, hecho = ?, empleador = ?, departamento = ?, trabajador = ?, retencion = n.retencion,
                no_antes = 'infinity', desde = now(), bloqueo =
            %s
            from (
              select o.id, case when o.retencion = 'ANTERIOR_RETIRADO' or o.hecho is not distinct from h.hecho
                                then o.retencion
                                when exists (select from reporte p where p.hecho = h.hecho and p.id <> o.id
                                               and p.estado not in ('RETIRADO', 'SUSTITUIDO'))
                                then 'POSIBLE_DUPLICADO' end as retencion
              from reporte o, (select ?::uuid as hecho) h where o.id = ?) n
            where r.id = n.id
            returning r.bloqueo
            """
                .formatted(BLOQUEO.formatted("n.retencion")))) {
      ReporteIdentificado futuro = futuro(tomado.reporte(), nueva);
      String estado = cambio.estado().name();
      int i = 0;
      update.setString(++i, estado);
      update.setString(++i, cambio.origen().name());
      update.setString(++i, cambio.codigo());
      update.setObject(++i, futuro.llave());
      update.setObject(++i, nueva.hecho());
      update.setString(++i, futuro.empleador());
      update.setString(++i, futuro.departamento());
      update.setString(++i, futuro.trabajador());
      i = poner(update, i, estado, futuro.llave(), futuro);
      update.setObject(++i, nueva.hecho());
      update.setLong(++i, tomado.id());
      return soloBloqueo(update);
    }
  }

  /** The report as its new facts make it; class, event time and place stay. */
  static ReporteIdentificado futuro(ReporteIdentificado antes, Entrada.Reportable nueva) {
    return new ReporteIdentificado(
        antes.id(),
        antes.servicio(),
        nueva.radicado().numero(),
        nueva.llave(),
        nueva.empleador(),
        nueva.trabajador(),
        nueva.evento().reporte().departamento(),
        antes.tipoRezago(),
        nueva.evento().source(),
        nueva.evento().id(),
        antes.instanteEvento(),
        antes.recibido());
  }

  /** What a report inserted in the place of another turned out to be. */
  record Insertado(long id, @Nullable Bloqueo bloqueo, Instant recibido) {}

  /**
   * A report under a new radicado in the place of the one it replaces; as in {@link #corregir}, its
   * caller lets it go.
   */
  static Insertado suceder(
      Connection connection, ReporteTomado antes, Cambio cambio, Entrada.Reportable nueva)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            insert into reporte (servicio, radicado, llave, hecho, empleador, departamento, trabajador, tipo_rezago,
                                 estado, origen, codigo, instante_evento, vence, orden, no_antes, retencion, bloqueo)
            select o.servicio, ?, ?, n.hecho, ?, ?, ?, o.tipo_rezago, ?, ?, ?, o.instante_evento, o.vence,
              coalesce(o.orden, o.id), 'infinity', n.retencion,
            %s
            from reporte o, lateral (
              select h.hecho,
                case when o.retencion = 'ANTERIOR_RETIRADO' or o.hecho is not distinct from h.hecho then o.retencion
                     when exists (select from reporte p where p.hecho = h.hecho and p.id <> o.id
                                    and p.estado not in ('RETIRADO', 'SUSTITUIDO')) then 'POSIBLE_DUPLICADO'
                end as retencion
              from (select ?::uuid as hecho) h) n
            where o.id = ?
            returning id, bloqueo, recibido
            """
                .formatted(BLOQUEO.formatted("n.retencion")))) {
      ReporteIdentificado futuro = futuro(antes.reporte(), nueva);
      String estado = cambio.estado().name();
      int i = 0;
      insert.setString(++i, futuro.radicado());
      insert.setObject(++i, futuro.llave());
      insert.setString(++i, futuro.empleador());
      insert.setString(++i, futuro.departamento());
      insert.setString(++i, futuro.trabajador());
      insert.setString(++i, estado);
      insert.setString(++i, cambio.origen().name());
      insert.setString(++i, cambio.codigo());
      i = poner(insert, i, estado, futuro.llave(), futuro);
      insert.setObject(++i, nueva.hecho());
      insert.setLong(++i, antes.id());
      try (ResultSet row = insert.executeQuery()) {
        row.next();
        return new Insertado(
            row.getLong(1), LecturaStatements.bloqueo(row, 2), LecturaStatements.instant(row, 3));
      }
    }
  }

  /**
   * The parameters of {@link #BLOQUEO}.
   *
   * @return index of the last one
   */
  private static int poner(
      PreparedStatement statement, int from, String estado, UUID llave, ReporteIdentificado reporte)
      throws SQLException {
    int i = from;
    statement.setString(++i, estado);
    statement.setObject(++i, llave);
    statement.setLong(++i, reporte.id());
    statement.setString(++i, estado);
    statement.setString(++i, reporte.servicio().nombre());
    statement.setString(++i, reporte.empleador());
    statement.setString(++i, reporte.departamento());
    return i;
  }

  private static @Nullable Bloqueo soloBloqueo(PreparedStatement update) throws SQLException {
    try (ResultSet row = update.executeQuery()) {
      row.next();
      return LecturaStatements.bloqueo(row, 1);
    }
  }
}
