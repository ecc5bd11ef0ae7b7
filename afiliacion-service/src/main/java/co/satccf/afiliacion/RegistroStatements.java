package co.satccf.afiliacion;

import co.satccf.transmitter.empleadores.EmpleadorEnSat;
import co.satccf.transmitter.intake.AlIncorporar.Incorporacion;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The register's rows, their wake-ups and their messages; the caller holds space 2 exclusively. */
final class RegistroStatements {

  /** What follows a changed row, the same for every cause. */
  private static final String CONSEQUENCES =
      """
      , despierta as (insert into despertar (empleador) select distinct empleador from cambiado)
      insert into salida (aggregatetype, aggregateid, type, payload, topico, llave)
      select 'empleador', empleador || '|' || departamento, 'co.satccf.empleador.v1',
        jsonb_build_object('empleador', empleador, 'departamento', departamento, 'estado', estado,
          'version', version, 'desde', to_char(desde at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')),
        'sat.empleadores', empleador || '|' || departamento
      from cambiado
      """;

  private RegistroStatements() {}

  static void change(
      Connection connection, String empleador, String departamento, EmpleadorEnSat.Estado estado)
      throws SQLException {
    try (PreparedStatement upsert =
        connection.prepareStatement(
            """
            with cambiado as (
              insert into empleador_sat as e (empleador, departamento, estado, version, desde)
              values (?, ?, ?, 1, now())
              on conflict (empleador, departamento) do update
                set estado = excluded.estado, version = e.version + 1, desde = excluded.desde
                where e.estado <> excluded.estado
              returning *)
            """
                + CONSEQUENCES)) {
      upsert.setString(1, empleador);
      upsert.setString(2, departamento);
      upsert.setString(3, estado.name());
      upsert.executeUpdate();
    }
  }

  /** The opening balance never undoes what was settled later than it says. */
  static void incorporate(Connection connection, List<Incorporacion> incorporaciones)
      throws SQLException {
    Map<String, Incorporacion> byKey = new LinkedHashMap<>();
    incorporaciones.forEach(i -> byKey.put(i.empleador() + '|' + i.departamento(), i));
    List<Incorporacion> rows = List.copyOf(byKey.values());
    try (PreparedStatement upsert =
        connection.prepareStatement(
            """
            with cambiado as (
              insert into empleador_sat as e (empleador, departamento, estado, version, desde)
              select empleador, departamento, 'INCORPORADO', 1, desde
              from unnest(?::text[], ?::text[], ?::timestamptz[]) as n(empleador, departamento, desde)
              on conflict (empleador, departamento) do update
                set estado = 'INCORPORADO', version = e.version + 1, desde = excluded.desde
                where e.estado <> 'INCORPORADO' and e.desde < excluded.desde
              returning *)
            """
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
      upsert.executeUpdate();
    }
  }
}
