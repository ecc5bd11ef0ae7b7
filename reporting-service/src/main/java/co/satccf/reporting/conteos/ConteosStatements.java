package co.satccf.reporting.conteos;

import static java.util.stream.Collectors.joining;

import co.satccf.reporting.config.ReportingConfig;
import co.satccf.stream.Positions;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Counts from the cells, which are written with the rows (ADR 18). */
@Singleton
final class ConteosStatements {

  private static final String FINALES =
      "'ACEPTADO', 'ACEPTADO_CON_ALERTA', 'RETIRADO', 'SUSTITUIDO'";

  private final DataSource database;
  private final DayOfWeek inicioDeSemana;

  ConteosStatements(DataSource database, ReportingConfig config) {
    this.database = database;
    this.inicioDeSemana = config.semana().inicio();
  }

  Conteos contar(Consulta consulta) throws SQLException {
    return Snapshot.of(
        database, connection -> totales(connection, consulta.dias(), grupos(connection, consulta)));
  }

  /** Next offset to be read, by "topic-partition". */
  Map<String, Long> posiciones() throws SQLException {
    try (var connection = database.getConnection()) {
      var posiciones = new LinkedHashMap<String, Long>();
      Positions.todas(connection)
          .forEach((partition, next) -> posiciones.put(partition.toString(), next));
      return posiciones;
    }
  }

  private List<Map<String, @Nullable Object>> grupos(Connection connection, Consulta consulta)
      throws SQLException {
    try (var select = connection.prepareStatement(sql(consulta))) {
      select.setInt(1, inicioDeSemana.getValue());
      consulta.dias().set(select, 2);
      try (var rows = select.executeQuery()) {
        var grupos = new ArrayList<Map<String, @Nullable Object>>();
        while (rows.next()) {
          grupos.add(grupo(rows, consulta.grupos()));
        }
        return grupos;
      }
    }
  }

  private static String sql(Consulta consulta) {
    var columns = consulta.grupos().stream().map(Agrupacion::nombre).collect(joining(", "));
    var sql =
        """
        SELECT %s coalesce(sum(reportes), 0) AS reportes
        FROM (
          SELECT dia, servicio, estado, nullif(departamento, '') AS departamento,
            tipo_rezago AS rezago, nullif(bloqueo, '') AS bloqueo, nullif(causa, '') AS causa,
            dia - (extract(isodow FROM dia)::int + 7 - ?) %% 7 AS semana, reportes
          FROM celda WHERE dia >= ? AND dia <= ? %s) AS con_semana"""
            .formatted(
                columns.isEmpty() ? "" : columns + ",",
                consulta.soloAbiertos() ? "AND estado NOT IN (%s)".formatted(FINALES) : "");
    var ordered =
        consulta.grupos().stream()
            .map(grupo -> grupo.nombre() + " NULLS LAST")
            .collect(joining(", "));
    return columns.isEmpty()
        ? sql
        : sql + " GROUP BY " + columns + " HAVING sum(reportes) <> 0 ORDER BY " + ordered;
  }

  private static Map<String, @Nullable Object> grupo(ResultSet row, List<Agrupacion> por)
      throws SQLException {
    var grupo = new LinkedHashMap<String, @Nullable Object>();
    for (var uno : por) {
      var nombre = uno.nombre();
      grupo.put(
          nombre,
          switch (uno) {
            case SEMANA, DIA -> row.getObject(nombre, LocalDate.class).toString();
            case REZAGO -> row.getInt(nombre);
            case SERVICIO, DEPARTAMENTO, ESTADO, BLOQUEO, CAUSA -> row.getString(nombre);
          });
    }
    grupo.put("reportes", row.getLong("reportes"));
    return grupo;
  }

  private static Conteos totales(
      Connection connection, Dias dias, List<Map<String, @Nullable Object>> grupos)
      throws SQLException {
    var sql =
        """
        SELECT
          (SELECT count(*) FROM cargado WHERE clase = 'EMPLEADOR' AND dia >= ? AND dia <= ?),
          (SELECT count(*) FROM cargado WHERE clase = 'TRABAJADOR' AND dia >= ? AND dia <= ?),
          (SELECT count(*) FROM cuarentena WHERE instante >= ? AND instante < ?)""";
    try (var select = connection.prepareStatement(sql)) {
      dias.set(select, 1);
      dias.set(select, 3);
      dias.setInstantes(select, 5);
      try (var row = select.executeQuery()) {
        row.next();
        return new Conteos(grupos, row.getLong(1), row.getLong(2), row.getLong(3));
      }
    }
  }
}
