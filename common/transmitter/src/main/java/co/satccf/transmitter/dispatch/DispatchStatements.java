package co.satccf.transmitter.dispatch;

import co.satccf.model.ServicioSat;
import co.satccf.model.cifrado.Cifrado;
import co.satccf.transmitter.limite.Limite;
import co.satccf.transmitter.limite.Margen;
import co.satccf.transmitter.store.Columnas;
import co.satccf.transmitter.store.ReporteIdentificado;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The hot statements of dispatch; each runs inside a transaction of its caller. */
final class DispatchStatements {

  static final String REPORTE =
      """
      r.id, r.servicio, r.radicado, r.llave, r.empleador, r.trabajador, r.departamento, r.tipo_rezago,
      c.evento_source, c.evento_id, r.instante_evento, r.recibido, r.version, r.intento, r.fallos, r.reenvios,
      r.dudoso, c.clave, c.contenido, c.traceparent
      """;

  private DispatchStatements() {}

  /**
   * Locks the service's row: one claim at a time in the whole fleet (rule 3). What follows in the
   * transaction is planned once a connection: the database would plan each claim afresh, for the
   * sake of its limit, and take as long for that as for the claim. It scans no table, for a plan of
   * when there were no reports outlives that time.
   */
  static Despacho lock(Connection connection, ServicioSat servicio) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            select cupo, ronda, piso_vigente, techo_vigente, busqueda, pausado, puerta is not null,
              puerta_hasta is not null and puerta_hasta > now(), now(),
              set_config('plan_cache_mode', 'force_generic_plan', true), set_config('enable_seqscan', 'off', true)
            from despacho where servicio = ? for update
            """)) {
      select.setString(1, servicio.nombre());
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          throw new IllegalStateException("despacho has no row for " + servicio.nombre());
        }
        return new Despacho(
            new Limite(
                row.getInt(1),
                row.getInt(2),
                new Margen(row.getInt(3), row.getInt(4)),
                row.getString(5)),
            row.getBoolean(6),
            row.getBoolean(7),
            row.getBoolean(8),
            instant(row, 9));
      }
    }
  }

  /**
   * Whether a claim could find something; takes no lock.
   *
   * @param clasesAbiertas one look at the index for each
   */
  static boolean anyReady(
      Connection connection, ServicioSat servicio, Collection<Integer> clasesAbiertas)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            select exists (
              select from unnest(?::int2[]) as clase(n), lateral (
                select from reporte
                where servicio = d.servicio and tipo_rezago = clase.n
                  and estado in ('PENDIENTE', 'INCIERTO') and bloqueo is null and no_antes <= now()
                order by no_antes, id limit 1) listo)
            from despacho d
            where servicio = ? and not pausado and (puerta_hasta is null or puerta_hasta <= now())
            """)) {
      select.setArray(1, connection.createArrayOf("int2", clasesAbiertas.toArray()));
      select.setString(2, servicio.nombre());
      try (ResultSet row = select.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }

  /**
   * Reports of the service in flight in the whole fleet; asked after {@link #lock}.
   *
   * @param contestados attempts that do not count, for they are answered already
   */
  static int inFlight(Connection connection, ServicioSat servicio, List<Places.Attempt> contestados)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            select count(*) from reporte
            where servicio = ? and estado = 'EN_VUELO'
              and (id, intento) not in (select * from unnest(?::int8[], ?::int4[]))
            """)) {
      Columnas<Places.Attempt> columnas = new Columnas<>(connection, contestados);
      select.setString(1, servicio.nombre());
      select.setArray(2, columnas.longs(Places.Attempt::reporte));
      select.setArray(3, columnas.ints(Places.Attempt::intento));
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    }
  }

  /**
   * Claims ready reports, oldest first; asked after {@link #lock}. The oldest of each class are
   * looked for by themselves: what waits in a closed one is not read. Rows are found by their keys
   * whatever the planner thinks of a limit it cannot know.
   */
  static List<ReporteReclamado> claim(
      Connection connection,
      ServicioSat servicio,
      Collection<Integer> clases,
      int limite,
      Duration arriendo)
      throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            """
            with elegido as (
              select listo.id from unnest(?::int2[]) as clase(n), lateral (
                select id, no_antes from reporte
                where servicio = ? and tipo_rezago = clase.n
                  and estado in ('PENDIENTE', 'INCIERTO') and bloqueo is null and no_antes <= now()
                order by no_antes, id limit ?
                for update skip locked) listo
              order by listo.no_antes, listo.id limit ?),
            tomado as (
              update reporte r
              set estado = 'EN_VUELO', dudoso = r.dudoso or r.estado = 'INCIERTO', intento = r.intento + 1,
                  arriendo_hasta = now() + ? * interval '1 millisecond', desde = now()
              where r.id = any (array (select id from elegido))
              returning r.*)
            select %s
            from tomado r, lateral (
              select * from cuerpo c where c.reporte = r.id and c.version = r.version limit 1) c
            """
                .formatted(REPORTE))) {
      update.setArray(1, connection.createArrayOf("int2", clases.toArray()));
      update.setString(2, servicio.nombre());
      update.setInt(3, limite);
      update.setInt(4, limite);
      update.setLong(5, arriendo.toMillis());
      try (ResultSet rows = update.executeQuery()) {
        List<ReporteReclamado> claimed = new ArrayList<>();
        while (rows.next()) {
          claimed.add(reclamado(rows));
        }
        return claimed;
      }
    }
  }

  static void closeGate(
      Connection connection, ServicioSat servicio, String puerta, String motivo, Duration espera)
      throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            """
            update despacho
            set puerta_desde = case when puerta = ? then puerta_desde else now() end, puerta = ?, puerta_motivo = ?,
                puerta_hasta = greatest(puerta_hasta, now() + ? * interval '1 millisecond')
            where servicio = ?
            """)) {
      update.setString(1, puerta);
      update.setString(2, puerta);
      update.setString(3, motivo);
      update.setLong(4, espera.toMillis());
      update.setString(5, servicio.nombre());
      update.executeUpdate();
    }
  }

  static void openGate(Connection connection, ServicioSat servicio) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            """
            update despacho set puerta = null, puerta_motivo = null, puerta_desde = null, puerta_hasta = null
            where servicio = ? and puerta is not null
            """)) {
      update.setString(1, servicio.nombre());
      update.executeUpdate();
    }
  }

  /** When somebody last resumed the service, or null; its row stays locked. */
  static @Nullable Instant resumed(Connection connection, ServicioSat servicio)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "select reanudado from despacho where servicio = ? for update")) {
      select.setString(1, servicio.nombre());
      try (ResultSet row = select.executeQuery()) {
        OffsetDateTime time = row.next() ? row.getObject(1, OffsetDateTime.class) : null;
        return time == null ? null : time.toInstant();
      }
    }
  }

  static boolean pause(Connection connection, ServicioSat servicio, String motivo)
      throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            """
            update despacho set pausado = true, pausa_motivo = ?, pausa_quien = null, pausa_desde = now()
            where servicio = ? and not pausado
            """)) {
      update.setString(1, motivo);
      update.setString(2, servicio.nombre());
      return update.executeUpdate() == 1;
    }
  }

  /** A row of {@link #REPORTE}. */
  static ReporteReclamado reclamado(ResultSet row) throws SQLException {
    ReporteIdentificado reporte =
        new ReporteIdentificado(
            row.getLong(1),
            servicio(row.getString(2)),
            row.getString(3),
            row.getObject(4, UUID.class),
            row.getString(5),
            row.getString(6),
            row.getString(7),
            row.getInt(8),
            row.getString(9),
            row.getString(10),
            instant(row, 11),
            instant(row, 12));
    return new ReporteReclamado(
        reporte,
        row.getInt(13),
        row.getInt(14),
        row.getInt(15),
        row.getInt(16),
        row.getBoolean(17),
        new Cifrado(row.getString(18), row.getBytes(19)),
        row.getString(20));
  }

  private static Instant instant(ResultSet row, int column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static ServicioSat servicio(String nombre) {
    return ServicioSat.porNombre(nombre)
        .orElseThrow(
            () -> new IllegalStateException("unknown SAT service in the store: " + nombre));
  }
}
