package co.satccf.reporting.conteos;

import static java.util.stream.Collectors.joining;

import co.satccf.model.ServicioSat;
import co.satccf.model.estado.EstadoReporte;
import co.satccf.reporting.config.ReportingConfig;
import co.satccf.stream.Positions;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** Counts straight from the rows: there are no counters that could drift from them. */
@Singleton
final class ConteosStatements {

  private static final Object[] AFILIACIONES = {
    ServicioSat.AFILIACION_PRIMERA_VEZ.nombre(), ServicioSat.AFILIACION_NO_PRIMERA_VEZ.nombre()
  };
  private static final Object[] ACEPTADOS = {
    EstadoReporte.ACEPTADO.name(), EstadoReporte.ACEPTADO_CON_ALERTA.name()
  };

  private final DataSource database;
  private final DayOfWeek inicioDeSemana;
  private final ZoneId zona;

  ConteosStatements(DataSource database, ReportingConfig config) {
    this.database = database;
    this.inicioDeSemana = config.semana().inicio();
    this.zona = config.semana().zona();
  }

  Conteos contar(Consulta consulta) throws SQLException {
    try (var connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try (var begin = connection.createStatement()) {
        // All numbers from one snapshot, so that they can be added up.
        begin.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
        var grupos = grupos(connection, consulta);
        return totales(connection, consulta, grupos);
      } finally {
        connection.rollback();
      }
    }
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

  private List<Map<String, Object>> grupos(Connection connection, Consulta consulta)
      throws SQLException {
    var columns = consulta.grupos().stream().map(Agrupacion::nombre).collect(joining(", "));
    var ordered =
        consulta.grupos().stream()
            .map(grupo -> grupo.nombre() + " NULLS LAST")
            .collect(joining(", "));
    var sql =
        """
        SELECT %s count(*) AS reportes
        FROM (
          SELECT servicio, estado, departamento, tipo_rezago AS rezago,
            dia - (extract(isodow FROM dia)::int + 7 - ?) %% 7 AS semana
          FROM (
            SELECT *, (instante_conteo AT TIME ZONE ?)::date AS dia
            FROM reporte WHERE instante_conteo >= ? AND instante_conteo < ?) AS con_dia
        ) AS con_semana"""
            .formatted(columns.isEmpty() ? "" : columns + ",");
    if (!columns.isEmpty()) {
      sql += " GROUP BY " + columns + " ORDER BY " + ordered;
    }
    try (var select = connection.prepareStatement(sql)) {
      select.setInt(1, inicioDeSemana.getValue());
      select.setString(2, zona.getId());
      setPeriod(select, 3, consulta);
      try (var rows = select.executeQuery()) {
        var grupos = new ArrayList<Map<String, Object>>();
        while (rows.next()) {
          grupos.add(grupo(rows, consulta.grupos()));
        }
        return grupos;
      }
    }
  }

  private static Map<String, Object> grupo(ResultSet row, List<Agrupacion> por)
      throws SQLException {
    var grupo = new LinkedHashMap<String, Object>();
    for (var uno : por) {
      var nombre = uno.nombre();
      grupo.put(
          nombre,
          switch (uno) {
            case SEMANA -> row.getObject(nombre, LocalDate.class).toString();
            case REZAGO -> row.getInt(nombre);
            case SERVICIO, DEPARTAMENTO, ESTADO -> row.getString(nombre);
          });
    }
    grupo.put("reportes", row.getLong("reportes"));
    return grupo;
  }

  private Conteos totales(
      Connection connection, Consulta consulta, List<Map<String, Object>> grupos)
      throws SQLException {
    var sql =
        """
        SELECT
          (SELECT count(DISTINCT empleador) FROM reporte
            WHERE servicio = ANY (?) AND estado = ANY (?)
              AND instante_conteo >= ? AND instante_conteo < ?),
          (SELECT count(DISTINCT trabajador) FROM reporte
            WHERE servicio = ? AND estado = ANY (?)
              AND instante_conteo >= ? AND instante_conteo < ?),
          (SELECT count(*) FROM cuarentena WHERE instante >= ? AND instante < ?)""";
    try (var select = connection.prepareStatement(sql)) {
      select.setArray(1, connection.createArrayOf("text", AFILIACIONES));
      select.setArray(2, connection.createArrayOf("text", ACEPTADOS));
      setPeriod(select, 3, consulta);
      select.setString(5, ServicioSat.INICIO_RELACION_LABORAL.nombre());
      select.setArray(6, connection.createArrayOf("text", ACEPTADOS));
      setPeriod(select, 7, consulta);
      setPeriod(select, 9, consulta);
      try (var row = select.executeQuery()) {
        row.next();
        return new Conteos(grupos, row.getLong(1), row.getLong(2), row.getLong(3));
      }
    }
  }

  private void setPeriod(PreparedStatement select, int first, Consulta consulta)
      throws SQLException {
    select.setObject(first, consulta.inicio(zona));
    select.setObject(first + 1, consulta.fin(zona));
  }
}
