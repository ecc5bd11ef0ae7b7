package co.satccf.transmitter.empleadores;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The register and its wake-ups; the caller holds the employers' stripes of space 2. */
public final class RegisterStatements {

  private static final int CHUNK = 1_000;

  private RegisterStatements() {}

  /**
   * Takes newer versions and leaves a durable wake-up for each employer that changed and has
   * reports to evaluate (rule 2). Whoever comes later reads the register under the same lock;
   * 110,000 wake-ups of nobody would keep the waker busy for minutes.
   */
  static void take(Connection connection, List<EmpleadorEnSat> changes) throws SQLException {
    // The last one of a key wins: one statement must not touch a row twice.
    Map<String, EmpleadorEnSat> newest = new LinkedHashMap<>();
    for (EmpleadorEnSat change : changes) {
      newest.merge(
          change.empleador() + '|' + change.departamento(),
          change,
          (a, b) -> b.version() > a.version() ? b : a);
    }
    List<EmpleadorEnSat> rows = List.copyOf(newest.values());
    try (PreparedStatement upsert =
        connection.prepareStatement(
            """
            with tomado as (
              insert into empleador_sat (empleador, departamento, estado, version, desde)
              select * from unnest(?::text[], ?::text[], ?::text[], ?::int8[], ?::timestamptz[])
              on conflict (empleador, departamento) do update
                set estado = excluded.estado, version = excluded.version, desde = excluded.desde
                where empleador_sat.version < excluded.version
              returning empleador)
            insert into despertar (empleador)
            select distinct empleador from tomado t
            where exists (
              select from reporte r
              where r.empleador = t.empleador and r.estado = 'PENDIENTE' and r.bloqueo is distinct from 'REPORTE_ANTERIOR')
            """)) {
      upsert.setArray(1, texts(connection, rows, EmpleadorEnSat::empleador));
      upsert.setArray(2, texts(connection, rows, EmpleadorEnSat::departamento));
      upsert.setArray(3, texts(connection, rows, row -> row.estado().name()));
      upsert.setArray(
          4,
          connection.createArrayOf("int8", rows.stream().map(EmpleadorEnSat::version).toArray()));
      upsert.setArray(5, texts(connection, rows, row -> row.desde().toString()));
      upsert.executeUpdate();
    }
  }

  public static void wakeUp(Connection connection, String empleador) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("insert into despertar (empleador) values (?)")) {
      insert.setString(1, empleador);
      insert.executeUpdate();
    }
  }

  /** The oldest wake-up nobody works on. */
  record WakeUp(long id, String empleador) {}

  static List<WakeUp> nextWakeUp(Connection connection) throws SQLException {
    try (PreparedStatement select =
            connection.prepareStatement(
                "select id, empleador from despertar order by id limit 1 for update skip locked");
        ResultSet row = select.executeQuery()) {
      return row.next() ? List.of(new WakeUp(row.getLong(1), row.getString(2))) : List.of();
    }
  }

  /**
   * Evaluates up to 1,000 reports of the employer whose turn it is; both ways: who entered SAT
   * frees, who left blocks.
   *
   * @return SAT services of the reports that changed, one entry for each
   */
  static List<String> evaluate(Connection connection, String empleador) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            """
            with lote as (
              select r.id, b.nuevo
              from reporte r,
                lateral (select bloqueo_en_turno(r.servicio, r.empleador, r.departamento, r.retencion) as nuevo) b
              where r.empleador = ? and r.estado = 'PENDIENTE' and r.bloqueo is distinct from 'REPORTE_ANTERIOR'
                and r.bloqueo is distinct from b.nuevo
              order by r.id limit ? for update of r)
            update reporte r set bloqueo = lote.nuevo from lote where r.id = lote.id
            returning r.servicio
            """)) {
      update.setString(1, empleador);
      update.setInt(2, CHUNK);
      try (ResultSet row = update.executeQuery()) {
        List<String> servicios = new ArrayList<>();
        while (row.next()) {
          servicios.add(row.getString(1));
        }
        return servicios;
      }
    }
  }

  static void done(Connection connection, WakeUp wakeUp) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("delete from despertar where id = ?")) {
      delete.setLong(1, wakeUp.id());
      delete.executeUpdate();
    }
  }

  static boolean whole(List<String> evaluated) {
    return evaluated.size() < CHUNK;
  }

  private static Array texts(
      Connection connection, List<EmpleadorEnSat> rows, Function<EmpleadorEnSat, String> column)
      throws SQLException {
    return connection.createArrayOf("text", rows.stream().map(column).toArray());
  }
}
