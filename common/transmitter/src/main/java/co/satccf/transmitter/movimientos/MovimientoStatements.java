package co.satccf.transmitter.movimientos;

import co.satccf.model.ServicioSat;
import co.satccf.model.cifrado.Cifrado;
import co.satccf.model.contrato.Glosa;
import co.satccf.model.estado.Bloqueo;
import co.satccf.model.estado.EstadoReporte;
import co.satccf.transmitter.outbox.Resultado;
import co.satccf.transmitter.reception.Entrada;
import co.satccf.transmitter.store.Implicados;
import co.satccf.transmitter.store.Implicados.Implicado;
import co.satccf.transmitter.store.ReporteIdentificado;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The statements of moves; each runs inside a transaction of its caller. */
final class MovimientoStatements {

  private MovimientoStatements() {}

  /** Where a report stands in the order; read without a lock, to know what to lock. */
  record Lugar(UUID llave, String empleador) {}

  static Optional<Lugar> lugar(Connection connection, ServicioSat servicio, String radicado)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "select llave, empleador from reporte where servicio = ? and radicado = ?")) {
      select.setString(1, servicio.nombre());
      select.setString(2, radicado);
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? Optional.of(new Lugar(row.getObject(1, UUID.class), row.getString(2)))
            : Optional.empty();
      }
    }
  }

  /** Locks the row, after its key; empty when another correction was stored during the wait. */
  static Optional<ReporteTomado> tomar(Connection connection, ServicioSat servicio, String radicado)
      throws SQLException {
    return leer(connection, servicio, radicado, "for update of r");
  }

  /** Reads without a lock. */
  static Optional<ReporteTomado> mirar(Connection connection, ServicioSat servicio, String radicado)
      throws SQLException {
    return leer(connection, servicio, radicado, "");
  }

  private static Optional<ReporteTomado> leer(
      Connection connection, ServicioSat servicio, String radicado, String candado)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            select r.id, r.llave, r.empleador, r.trabajador, r.departamento, r.tipo_rezago,
              c.evento_source, c.evento_id, r.instante_evento, r.recibido,
              r.estado, r.bloqueo, r.version, r.revision, r.intento, r.retencion
            from reporte r join cuerpo c on c.reporte = r.id and c.version = r.version
            where r.servicio = ? and r.radicado = ? %s
            """
                .formatted(candado))) {
      select.setString(1, servicio.nombre());
      select.setString(2, radicado);
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          return Optional.empty();
        }
        ReporteIdentificado reporte =
            new ReporteIdentificado(
                row.getLong(1),
                servicio,
                radicado,
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getInt(6),
                row.getString(7),
                row.getString(8),
                instant(row, 9),
                instant(row, 10));
        String bloqueo = row.getString(12);
        return Optional.of(
            new ReporteTomado(
                reporte,
                EstadoReporte.valueOf(row.getString(11)),
                bloqueo == null ? null : Bloqueo.valueOf(bloqueo),
                row.getInt(13),
                row.getInt(14),
                row.getInt(15),
                row.getString(16)));
      }
    }
  }

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
      i = bloqueo(update, i, estado, reporte.llave(), reporte);
      update.setLong(++i, reporte.id());
      return onlyBloqueo(update);
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
      i = bloqueo(update, i, estado, futuro.llave(), futuro);
      update.setObject(++i, nueva.hecho());
      update.setLong(++i, tomado.id());
      return onlyBloqueo(update);
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
      i = bloqueo(insert, i, estado, futuro.llave(), futuro);
      insert.setObject(++i, nueva.hecho());
      insert.setLong(++i, antes.id());
      try (ResultSet row = insert.executeQuery()) {
        row.next();
        String bloqueo = row.getString(2);
        return new Insertado(
            row.getLong(1), bloqueo == null ? null : Bloqueo.valueOf(bloqueo), instant(row, 3));
      }
    }
  }

  private static int bloqueo(
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

  private static @Nullable Bloqueo onlyBloqueo(PreparedStatement update) throws SQLException {
    try (ResultSet row = update.executeQuery()) {
      row.next();
      String bloqueo = row.getString(1);
      return bloqueo == null ? null : Bloqueo.valueOf(bloqueo);
    }
  }

  static void insertarCuerpo(
      Connection connection, long reporte, int version, Cifrado cuerpo, Entrada.Reportable nueva)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            insert into cuerpo (reporte, version, clave, contenido, huella, evento_source, evento_id, traceparent)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """)) {
      insert.setLong(1, reporte);
      insert.setInt(2, version);
      insert.setString(3, cuerpo.clave());
      insert.setBytes(4, cuerpo.bytes());
      insert.setBytes(5, nueva.cuerpo().huella());
      insert.setString(6, nueva.evento().source());
      insert.setString(7, nueva.evento().id());
      insert.setString(8, nueva.procedencia().traceparent());
      insert.executeUpdate();
    }
    Implicados.agregar(connection, List.of(new Implicado(nueva.representante(), reporte)));
  }

  /** What our own validation found, as attempt 0 of its version. */
  static void insertarGlosas(Connection connection, long reporte, int version, List<Glosa> glosas)
      throws SQLException {
    if (glosas.isEmpty()) {
      return;
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            insert into intento (reporte, numero, version, veredicto, codigo, mensaje, glosas, aplicado)
            values (?, 0, ?, 'LOCAL', ?, ?, ?::jsonb, true)
            """)) {
      insert.setLong(1, reporte);
      insert.setInt(2, version);
      insert.setString(3, glosas.getFirst().codigo());
      insert.setString(4, glosas.getFirst().mensaje());
      insert.setString(5, Resultado.glosas(glosas).toString());
      insert.executeUpdate();
    }
  }

  /**
   * Lifts what an operator had to lift; returns what holds the report now. Being held for a
   * withdrawn predecessor has hidden whether it may be a duplicate: nobody has judged that yet.
   *
   * @param espera after which one that is INCIERTO may go again, counted from when it became so;
   *     null: not by itself
   */
  static @Nullable Bloqueo liberar(
      Connection connection, ReporteTomado tomado, @Nullable Duration espera) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            """
            update reporte r
            set retencion = n.retencion, desde = now(),
              no_antes = case when r.estado = 'INCIERTO' and r.no_antes = 'infinity'
                then coalesce(r.desde + ? * interval '1 millisecond', 'infinity') else r.no_antes end,
              revision = r.revision + case when r.estado = 'PENDIENTE' then 1 else 0 end,
              bloqueo = case when r.bloqueo = 'REPORTE_ANTERIOR' then r.bloqueo
                             when r.estado <> 'PENDIENTE' then null
                             else bloqueo_en_turno(r.servicio, r.empleador, r.departamento, n.retencion) end
            from (
              select o.id, case when o.retencion = 'ANTERIOR_RETIRADO' and exists (
                  select from reporte p where p.hecho = o.hecho and p.id < o.id
                    and p.estado not in ('RETIRADO', 'SUSTITUIDO')) then 'POSIBLE_DUPLICADO' end as retencion
              from reporte o where o.id = ?) n
            where r.id = n.id returning r.bloqueo
            """)) {
      update.setObject(1, espera == null ? null : espera.toMillis(), Types.BIGINT);
      update.setLong(2, tomado.id());
      return onlyBloqueo(update);
    }
  }

  /** What holds a report that is retained. */
  record Retenido(@Nullable Bloqueo bloqueo) {}

  /**
   * Holds a report for a person as a possible duplicate, one that is in flight for when it comes
   * back, one whose answer was lost where it is; empty when it is held so already, or has ended, or
   * a person has it.
   */
  static Optional<Retenido> retener(Connection connection, ReporteTomado tomado)
      throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            """
            update reporte
            set retencion = 'POSIBLE_DUPLICADO', desde = now(), revision = revision + (estado = 'PENDIENTE')::int,
                no_antes = case when estado = 'INCIERTO' then 'infinity' else no_antes end,
                bloqueo = case when bloqueo = 'REPORTE_ANTERIOR' then bloqueo
                               when estado = 'PENDIENTE' then 'POSIBLE_DUPLICADO' end
            where id = ? and estado in ('PENDIENTE', 'GLOSADO', 'EN_VUELO', 'INCIERTO')
              and retencion is distinct from 'POSIBLE_DUPLICADO'
            returning bloqueo
            """)) {
      update.setLong(1, tomado.id());
      try (ResultSet row = update.executeQuery()) {
        if (!row.next()) {
          return Optional.empty();
        }
        String bloqueo = row.getString(1);
        return Optional.of(new Retenido(bloqueo == null ? null : Bloqueo.valueOf(bloqueo)));
      }
    }
  }

  static Optional<String> sucesor(Connection connection, ServicioSat servicio, String radicado)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            with recursive cadena as (
              select servicio, radicado, 1 as largo from correccion
              where servicio = ? and original = ? and estado = 'APLICADA' and radicado <> original
              union all
              select c.servicio, c.radicado, largo + 1 from cadena a join correccion c on c.servicio = a.servicio
                and c.original = a.radicado and c.estado = 'APLICADA' and c.radicado <> c.original)
            select radicado from cadena order by largo desc limit 1
            """)) {
      select.setString(1, servicio.nombre());
      select.setString(2, radicado);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
      }
    }
  }

  /** Lets a waiting report go at the next claim; false when it is not time that holds it. */
  static boolean apurar(Connection connection, ReporteTomado tomado) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            """
            update reporte set no_antes = now()
            where id = ? and estado = 'PENDIENTE' and bloqueo is null and no_antes < 'infinity'
            """)) {
      update.setLong(1, tomado.id());
      return update.executeUpdate() == 1;
    }
  }

  /** The body a report has now, as it is sent. */
  static Cifrado cuerpo(Connection connection, ReporteTomado tomado) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "select clave, contenido from cuerpo where reporte = ? and version = ?")) {
      select.setLong(1, tomado.id());
      select.setInt(2, tomado.version());
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return new Cifrado(row.getString(1), row.getBytes(2));
      }
    }
  }

  private static Instant instant(ResultSet row, int column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
