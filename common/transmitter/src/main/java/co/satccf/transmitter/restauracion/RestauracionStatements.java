package co.satccf.transmitter.restauracion;

import co.satccf.model.ServicioSat;
import co.satccf.model.estado.EstadoReporte;
import co.satccf.transmitter.store.ReporteIdentificado;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** The tables of a restore; each runs inside a transaction of its caller. */
final class RestauracionStatements {

  private static final int LOTE = 500;

  /** Rows that the driver holds at a time. */
  private static final int FILAS = 10_000;

  private RestauracionStatements() {}

  /** One outcome of ours, as the topic has it. */
  record Dicho(String servicio, String radicado, int revision, String resultado) {}

  /**
   * A report that is behind its last outcome.
   *
   * @param enTurno whether no earlier report of its key held it
   * @param reenvios how often its body went again by the delay of its code
   */
  record Atrasado(
      ReporteIdentificado reporte,
      EstadoReporte estado,
      int version,
      int revision,
      boolean enTurno,
      int reenvios) {}

  static Map<Integer, Long> comprobado(Connection connection) throws SQLException {
    try (PreparedStatement select =
            connection.prepareStatement("select particion, siguiente from resultado_comprobado");
        ResultSet row = select.executeQuery()) {
      Map<Integer, Long> comprobado = new HashMap<>();
      while (row.next()) {
        comprobado.put(row.getInt(1), row.getLong(2));
      }
      return comprobado;
    }
  }

  static boolean comprobar(Connection connection, Map<Integer, Long> leido) throws SQLException {
    try (PreparedStatement upsert =
        connection.prepareStatement(
            """
            insert into resultado_comprobado (particion, siguiente) values (?, ?)
            on conflict (particion) do update set siguiente = excluded.siguiente
            """)) {
      for (Map.Entry<Integer, Long> una : leido.entrySet()) {
        upsert.setInt(1, una.getKey());
        upsert.setLong(2, una.getValue());
        upsert.addBatch();
      }
      upsert.executeBatch();
    }
    return true;
  }

  /** Keeps those that are newer than the store; of each report, the newest. */
  static int apartar(Connection connection, List<Dicho> dichos) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            insert into resultado_por_reaplicar as x (servicio, radicado, revision, resultado)
            select distinct on (d.servicio, d.radicado) d.*
            from unnest(?::text[], ?::text[], ?::int[], ?::jsonb[]) as d(servicio, radicado, revision, resultado)
              left join reporte r on r.servicio = d.servicio and r.radicado = d.radicado
            where r.id is null or r.revision < d.revision
            order by d.servicio, d.radicado, d.revision desc
            on conflict (servicio, radicado) do update
              set revision = excluded.revision, resultado = excluded.resultado, sin_reporte = false
              where x.revision < excluded.revision
            """)) {
      insert.setArray(
          1, connection.createArrayOf("text", dichos.stream().map(Dicho::servicio).toArray()));
      insert.setArray(
          2, connection.createArrayOf("text", dichos.stream().map(Dicho::radicado).toArray()));
      insert.setArray(
          3, connection.createArrayOf("int4", dichos.stream().map(Dicho::revision).toArray()));
      insert.setArray(
          4, connection.createArrayOf("text", dichos.stream().map(Dicho::resultado).toArray()));
      return insert.executeUpdate();
    }
  }

  static long porReaplicar(Connection connection) throws SQLException {
    return uno(connection, "select count(*) from resultado_por_reaplicar where not sin_reporte");
  }

  /** What is left has no report here: it was replayed from quarantine by hand since the copy. */
  static int asentarSinReporte(Connection connection) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "update resultado_por_reaplicar set sin_reporte = true where not sin_reporte")) {
      return update.executeUpdate();
    }
  }

  /**
   * The next outcome gets a number that the topic has not seen. Another replica may do the same, or
   * put outcomes into the outbox already: the table is held between the look and the step.
   *
   * @return whether numbers had to be passed over
   */
  static boolean numerarDesde(Connection connection, long mayorSecuencia) throws SQLException {
    if (mayorSecuencia <= ultimoNumero(connection)) {
      return false;
    }
    try (Statement lock = connection.createStatement()) {
      lock.execute("lock table salida in share row exclusive mode");
    }
    if (mayorSecuencia <= ultimoNumero(connection)) {
      return false;
    }
    try (PreparedStatement select =
        connection.prepareStatement("select setval('salida_id_seq', ?)")) {
      select.setLong(1, mayorSecuencia);
      return select.execute();
    }
  }

  private static long ultimoNumero(Connection connection) throws SQLException {
    return uno(connection, "select last_value from salida_id_seq");
  }

  /** What its last outcome says is for this version of the report, and needs no other one first. */
  private static final String YA =
      """
      (x.resultado ->> 'version')::int = r.version
        and (x.resultado ->> 'estado' <> 'SUSTITUIDO' or r.servicio = 'EstadoPagoEmpleador')
      """;

  /**
   * Ids of the reports with an outcome to be learnt, in the order of their keys. All at once: they
   * may be most of the store, and looking for the next few each time would read it for each.
   *
   * @param todos also those that a correction on its way may still bring there: reports whose
   *     version of then the store does not have, and those that one under a new radicado ended
   */
  static long[] porAprender(Connection connection, boolean todos) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            select r.id
            from reporte r
              join resultado_por_reaplicar x on x.servicio = r.servicio and x.radicado = r.radicado
            where ? or (%s)
            order by coalesce(r.orden, r.id), r.id
            """
                .formatted(YA))) {
      select.setBoolean(1, todos);
      return ids(select);
    }
  }

  /**
   * Those among the next {@value #LOTE} reports after this one. Rows are found by their keys
   * whatever the planner thinks of a place it cannot know.
   */
  static long[] recienLlegados(Connection connection, long despues) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            select r.id
            from (select * from reporte where id > ? order by id limit ?) r, lateral (
              select x.resultado from resultado_por_reaplicar x
              where x.servicio = r.servicio and x.radicado = r.radicado limit 1) x
            where %s
            order by coalesce(r.orden, r.id), r.id
            """
                .formatted(YA))) {
      select.setLong(1, despues);
      select.setInt(2, LOTE);
      return ids(select);
    }
  }

  private static long[] ids(PreparedStatement select) throws SQLException {
    select.setFetchSize(FILAS);
    LongStream.Builder ids = LongStream.builder();
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        ids.add(row.getLong(1));
      }
    }
    return ids.build().toArray();
  }

  /** Where a report stands; read without a lock, to know what to lock. */
  record Lugar(UUID llave, String empleador) {}

  static Lugar lugar(Connection connection, long id) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("select llave, empleador from reporte where id = ?")) {
      select.setLong(1, id);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return new Lugar(row.getObject(1, UUID.class), row.getString(2));
      }
    }
  }

  /**
   * Takes the outcome of a report, whose key the caller holds, for good: only who gets it applies
   * it.
   */
  static Optional<String> tomar(Connection connection, long id) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement(
            """
            delete from resultado_por_reaplicar x using reporte r
            where r.id = ? and x.servicio = r.servicio and x.radicado = r.radicado
            returning x.resultado
            """)) {
      delete.setLong(1, id);
      try (ResultSet row = delete.executeQuery()) {
        return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
      }
    }
  }

  /** The report as it is now; nobody else moves it until the caller has committed. */
  static Atrasado atrasado(Connection connection, long id) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            select r.id, r.servicio, r.radicado, r.llave, r.empleador, r.trabajador, r.departamento,
              r.tipo_rezago, c.evento_source, c.evento_id, r.instante_evento, r.recibido,
              r.estado, r.version, r.revision, r.bloqueo is distinct from 'REPORTE_ANTERIOR', r.reenvios
            from reporte r join cuerpo c on c.reporte = r.id and c.version = r.version
            where r.id = ? for update of r
            """)) {
      select.setLong(1, id);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return atrasado(row);
      }
    }
  }

  private static Atrasado atrasado(ResultSet row) throws SQLException {
    return new Atrasado(
        new ReporteIdentificado(
            row.getLong(1),
            ServicioSat.porNombre(row.getString(2)).orElseThrow(),
            row.getString(3),
            row.getObject(4, UUID.class),
            row.getString(5),
            row.getString(6),
            row.getString(7),
            row.getInt(8),
            row.getString(9),
            row.getString(10),
            row.getObject(11, OffsetDateTime.class).toInstant(),
            row.getObject(12, OffsetDateTime.class).toInstant()),
        EstadoReporte.valueOf(row.getString(13)),
        row.getInt(14),
        row.getInt(15),
        row.getBoolean(16),
        row.getInt(17));
  }

  /** Whether nothing keeps a correction from being applied; not those that wait for more. */
  static boolean quedanCorrecciones(Connection connection) throws SQLException {
    return uno(
            connection,
            """
            select count(*) from (
              select from correccion c join reporte r on r.servicio = c.servicio and r.radicado = c.original
              where c.estado = 'EN_ESPERA' and r.estado not in ('EN_VUELO', 'INCIERTO', 'POR_CONFIRMAR')
              limit 1) una
            """)
        > 0;
  }

  private static long uno(Connection connection, String sql) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(sql);
        ResultSet row = select.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  static long ultimoReporte(Connection connection) throws SQLException {
    return uno(connection, "select coalesce(max(id), 0) from reporte");
  }

  /**
   * Writes what the report had become; what holds it is evaluated afresh when it has the turn (rule
   * 2), and it does not go with its old body while a correction waits (rule 12).
   *
   * @param espera until one that is not pending may go again; null: not by itself
   */
  static void reaplicar(
      Connection connection, long id, Aprendido aprendido, @Nullable Duration espera)
      throws SQLException {
    EstadoReporte estado = aprendido.estado();
    try (PreparedStatement update =
        connection.prepareStatement(
            """
            update reporte r
            set estado = d.estado, origen = ?, codigo = ?, revision = greatest(revision, ?), intento = greatest(intento, ?),
                bloqueo = case
                  when d.estado not in ('PENDIENTE', 'GLOSADO') then null
                  when r.bloqueo = 'REPORTE_ANTERIOR' then r.bloqueo
                  when d.estado = 'PENDIENTE'
                    then bloqueo_en_turno(r.servicio, r.empleador, r.departamento, r.retencion) end,
                retencion = case when not ? then retencion end,
                dudoso = dudoso or d.estado = 'INCIERTO', arriendo_hasta = null, desde = now(),
                no_antes = case
                  when d.estado <> 'PENDIENTE' then coalesce(now() + ?::bigint * interval '1 millisecond', 'infinity')
                  when exists (select from correccion c
                    where c.servicio = r.servicio and c.original = r.radicado and c.estado = 'EN_ESPERA') then 'infinity'
                  else now() end
            from (select ?::text as estado) d
            where r.id = ?
            """)) {
      update.setString(1, aprendido.origen());
      update.setString(2, aprendido.codigo());
      update.setInt(3, aprendido.revision());
      update.setInt(4, aprendido.intento());
      update.setBoolean(5, estado.esFinal());
      update.setObject(6, espera == null ? null : espera.toMillis(), Types.BIGINT);
      update.setString(7, estado.name());
      update.setLong(8, id);
      update.executeUpdate();
    }
  }

  /** The answer itself was lost with the store; what the topic tells of it is kept. */
  static void guardarIntento(Connection connection, long id, int version, Aprendido aprendido)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            insert into intento (reporte, numero, version, veredicto, codigo, mensaje, glosas, aplicado)
            values (?, ?, ?, 'RESTAURADO', ?, ?, ?::jsonb, true)
            """)) {
      insert.setLong(1, id);
      insert.setInt(2, aprendido.intento());
      insert.setInt(3, version);
      insert.setString(4, aprendido.codigo());
      insert.setString(5, aprendido.mensaje());
      insert.setString(6, aprendido.glosas());
      insert.executeUpdate();
    }
  }

  /**
   * Any unfinished report may have been on the wire in the time that was lost: when the Ministry
   * says that it has one already, that is no conflict (rule 5).
   *
   * @param despues only reports after this one
   * @param hasta and up to this one
   */
  static int ponerEnDuda(Connection connection, long despues, long hasta) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            """
            update reporte set dudoso = true
            where id > ? and id <= ? and estado in ('PENDIENTE', 'GLOSADO') and not dudoso
            """)) {
      update.setLong(1, despues);
      update.setLong(2, hasta);
      return update.executeUpdate();
    }
  }
}
