package co.satccf.afiliacion.registro;

import co.satccf.transmitter.empleadores.EmpleadorEnSat;
import co.satccf.transmitter.intake.AlIncorporar.Incorporacion;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The register's rows, their wake-ups and their messages; the caller holds space 2 exclusively. */
public final class RegistroStatements {

  /**
   * What follows rows that are in another state than before, the same for every cause; a row that
   * was only confirmed keeps its version. Only an employer with reports that could go or are held
   * for it is woken: whoever comes later reads the register under the same lock, and 110,000
   * wake-ups of nobody would keep the waker busy for minutes.
   */
  private static final String CONSEQUENCES =
      """
      , cambiado as (
        select t.* from tomado t left join empleador_sat antes using (empleador, departamento)
        where antes.estado is distinct from t.estado),
      despierta as (
        insert into despertar (empleador)
        select distinct empleador from cambiado c
        where exists (
          select from reporte r
          where r.empleador = c.empleador and r.estado = 'PENDIENTE' and r.bloqueo is distinct from 'REPORTE_ANTERIOR'))
      insert into salida (aggregatetype, aggregateid, type, payload, topico, llave)
      select 'empleador', empleador || '|' || departamento, 'co.satccf.empleador.v1',
        jsonb_build_object('empleador', empleador, 'departamento', departamento, 'estado', estado,
          'version', version, 'desde', to_char(desde at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')),
        'sat.empleadores', empleador || '|' || departamento
      from cambiado
      """;

  /**
   * The state as of its latest cause: also one that only confirms it moves desde on, so that an
   * older fact that comes late does not undo it.
   */
  private static final String TAKE =
      """
      on conflict (empleador, departamento) do update
        set estado = excluded.estado, desde = excluded.desde,
            version = e.version + case when e.estado <> excluded.estado then 1 else 0 end
      """;

  private static final String COLUMNS = "empleador, departamento, estado, version, desde";

  private RegistroStatements() {}

  /**
   * The state as of now: our own report was accepted, or an operator said so.
   *
   * @return whether the employer was in another state
   */
  public static boolean change(
      Connection connection, String empleador, String departamento, EmpleadorEnSat.Estado estado)
      throws SQLException {
    try (PreparedStatement upsert =
        connection.prepareStatement(
            """
            with tomado as (
              insert into empleador_sat as e (empleador, departamento, estado, version, desde)
              values (?, ?, ?, 1, now())
            """
                + TAKE
                + " returning *)"
                + CONSEQUENCES)) {
      upsert.setString(1, empleador);
      upsert.setString(2, departamento);
      upsert.setString(3, estado.name());
      return upsert.executeUpdate() == 1;
    }
  }

  /**
   * The state as of an earlier answer of the Ministry: one that is told late, or once more, undoes
   * nothing that was settled after it.
   *
   * @param desde when it was settled, by the database's time
   * @return whether the employer was in another state until then
   */
  static boolean changeAsOf(
      Connection connection,
      String empleador,
      String departamento,
      EmpleadorEnSat.Estado estado,
      Instant desde)
      throws SQLException {
    try (PreparedStatement upsert =
        connection.prepareStatement(
            """
            with tomado as (
              insert into empleador_sat as e (empleador, departamento, estado, version, desde)
              values (?, ?, ?, 1, ?)
            """
                + TAKE
                + " where e.desde < excluded.desde returning *)"
                + CONSEQUENCES)) {
      upsert.setString(1, empleador);
      upsert.setString(2, departamento);
      upsert.setString(3, estado.name());
      upsert.setObject(4, desde.atOffset(ZoneOffset.UTC));
      return upsert.executeUpdate() == 1;
    }
  }

  /**
   * The opening balance never undoes what was settled later than it says.
   *
   * @return how many of them were not in SAT before
   */
  public static int incorporate(Connection connection, List<Incorporacion> incorporaciones)
      throws SQLException {
    Map<String, Incorporacion> byKey = new LinkedHashMap<>();
    incorporaciones.forEach(i -> byKey.put(i.empleador() + '|' + i.departamento(), i));
    List<Incorporacion> rows = List.copyOf(byKey.values());
    try (PreparedStatement upsert =
        connection.prepareStatement(
            """
            with tomado as (
              insert into empleador_sat as e (empleador, departamento, estado, version, desde)
              select empleador, departamento, 'INCORPORADO', 1, desde
              from unnest(?::text[], ?::text[], ?::timestamptz[]) as n(empleador, departamento, desde)
            """
                + TAKE
                + " where e.desde < excluded.desde returning *)"
                + CONSEQUENCES)) {
      upsert.setArray(
          1,
          connection.createArrayOf("text", rows.stream().map(Incorporacion::empleador).toArray()));
      upsert.setArray(
          2,
          connection.createArrayOf(
              "text", rows.stream().map(Incorporacion::departamento).toArray()));
      upsert.setArray(
          3,
          connection.createArrayOf("text", rows.stream().map(i -> i.desde().toString()).toArray()));
      return upsert.executeUpdate();
    }
  }

  /** Every state of an employer, by departamento; empty when the register does not know it. */
  public static List<EmpleadorEnSat> states(Connection connection, String empleador)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "select "
                + COLUMNS
                + " from empleador_sat where empleador = ? order by departamento")) {
      select.setString(1, empleador);
      try (ResultSet row = select.executeQuery()) {
        List<EmpleadorEnSat> states = new ArrayList<>();
        while (row.next()) {
          states.add(state(row));
        }
        return states;
      }
    }
  }

  /** The state in one departamento. */
  public static Optional<EmpleadorEnSat> state(
      Connection connection, String empleador, String departamento) throws SQLException {
    return states(connection, empleador).stream()
        .filter(state -> state.departamento().equals(departamento))
        .findFirst();
  }

  private static EmpleadorEnSat state(ResultSet row) throws SQLException {
    return new EmpleadorEnSat(
        row.getString(1),
        row.getString(2),
        EmpleadorEnSat.Estado.valueOf(row.getString(3)),
        row.getLong(4),
        row.getObject(5, OffsetDateTime.class).toInstant());
  }
}
