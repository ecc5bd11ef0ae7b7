package co.satccf.reporting.consola.glosas;

import co.satccf.model.ServicioSat;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** The reports that wait for a correction, as the projection knows them. */
@Singleton
final class GlosasStatements {

  private final DataSource database;
  private final Significados significados;
  private final ObjectMapper json;

  GlosasStatements(DataSource database, Significados significados, ObjectMapper json) {
    this.database = database;
    this.significados = significados;
    this.json = json;
  }

  /** Oldest first. */
  List<Causa> causas() throws SQLException {
    try (var connection = database.getConnection();
        var select =
            connection.prepareStatement(
                """
                SELECT servicio, coalesce(codigo, ''), count(*), min(instante) FROM reporte
                WHERE estado = 'GLOSADO' GROUP BY 1, 2 ORDER BY 4, 1, 2""");
        var row = select.executeQuery()) {
      var causas = new ArrayList<Causa>();
      while (row.next()) {
        var servicio = ServicioSat.porNombre(row.getString(1)).orElseThrow();
        causas.add(
            new Causa(
                servicio.nombre(),
                row.getString(2),
                significados.deCodigo(servicio, row.getString(2)),
                row.getLong(3),
                instante(row, 4)));
      }
      return causas;
    }
  }

  /** Those of one cause, oldest first. */
  List<Glosado> deLaCausa(ServicioSat servicio, String codigo, int limite) throws SQLException {
    try (var connection = database.getConnection();
        var select =
            connection.prepareStatement(
                """
                SELECT r.radicado, r.instante, coalesce(p.glosas, '[]') FROM reporte r
                LEFT JOIN paso p USING (servicio, radicado, revision)
                WHERE r.estado = 'GLOSADO' AND r.servicio = ? AND coalesce(r.codigo, '') = ?
                ORDER BY r.instante, r.radicado LIMIT ?""")) {
      select.setString(1, servicio.nombre());
      select.setString(2, codigo);
      select.setInt(3, limite);
      try (var row = select.executeQuery()) {
        var glosados = new ArrayList<Glosado>();
        while (row.next()) {
          glosados.add(
              new Glosado(
                  servicio.nombre(),
                  row.getString(1),
                  dichas(servicio, codigo, row.getString(3)),
                  instante(row, 2)));
        }
        return glosados;
      }
    }
  }

  private List<String> dichas(ServicioSat servicio, String codigo, String glosas) {
    var dichas = new ArrayList<String>();
    leidas(glosas)
        .forEach(
            glosa ->
                dichas.add(
                    significados.deGlosa(
                        servicio, glosa.path(0).asText(), glosa.path(1).asText())));
    return dichas.isEmpty() ? List.of(significados.deGlosa(servicio, codigo, "")) : dichas;
  }

  private JsonNode leidas(String glosas) {
    try {
      return json.readTree(glosas);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("glosas of a step are not JSON", impossible);
    }
  }

  private static Instant instante(ResultSet row, int column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
