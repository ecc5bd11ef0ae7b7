package co.satccf.reporting.cargas;

import co.satccf.reporting.cargas.Hallazgo.Nota;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What was found in the lines of uploads. */
final class HallazgoStatements {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<List<Nota>> NOTAS = new TypeReference<>() {};

  private HallazgoStatements() {}

  /**
   * @param alRecibir whether they stay when the lines are looked at again
   */
  static int guardar(Connection connection, long carga, List<Hallazgo> hallazgos, boolean alRecibir)
      throws SQLException {
    try (var insert =
        connection.prepareStatement(
            """
            INSERT INTO carga_hallazgo
              (carga, linea, resultado, servicio, radicado, errada, notas, al_recibir)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)""")) {
      for (var hallazgo : hallazgos) {
        insert.setLong(1, carga);
        insert.setInt(2, hallazgo.linea());
        insert.setString(3, hallazgo.resultado());
        insert.setString(4, hallazgo.servicio());
        insert.setString(5, hallazgo.radicado());
        insert.setBoolean(6, hallazgo.errada());
        insert.setString(7, JSON.writeValueAsString(hallazgo.notas()));
        insert.setBoolean(8, alRecibir);
        insert.addBatch();
      }
      return insert.executeBatch().length;
    } catch (JsonProcessingException ours) {
      throw new IllegalStateException(ours);
    }
  }

  /** Forgets what was found when the lines were looked at. */
  static int olvidar(Connection connection, long carga) throws SQLException {
    try (var delete =
        connection.prepareStatement(
            "DELETE FROM carga_hallazgo WHERE carga = ? AND NOT al_recibir")) {
      delete.setLong(1, carga);
      return delete.executeUpdate();
    }
  }

  /** Forgets what was found in uploads that have ended so long ago. */
  static int olvidarViejos(Connection connection, Duration desde) throws SQLException {
    try (var delete =
        connection.prepareStatement(
            """
            DELETE FROM carga_hallazgo WHERE carga IN (
              SELECT id FROM carga
              WHERE estado IN ('PUBLICADA', 'CANCELADA', 'VENCIDA') AND cambiada < now() - ? * interval '1 second')""")) {
      delete.setLong(1, desde.toSeconds());
      return delete.executeUpdate();
    }
  }

  /**
   * @param errados only what keeps a line from being published
   * @param despues line of the last one of the page before
   */
  static List<Hallazgo> pagina(
      Connection connection, long carga, boolean errados, int despues, int limite)
      throws SQLException {
    try (var select =
        connection.prepareStatement(
            """
            SELECT linea, resultado, servicio, radicado, errada, notas FROM carga_hallazgo
            WHERE carga = ? AND linea > ? AND (errada OR NOT ?) ORDER BY linea LIMIT ?""")) {
      select.setLong(1, carga);
      select.setInt(2, despues);
      select.setBoolean(3, errados);
      select.setInt(4, limite);
      try (var row = select.executeQuery()) {
        var hallazgos = new ArrayList<Hallazgo>();
        while (row.next()) {
          hallazgos.add(
              new Hallazgo(
                  row.getInt(1),
                  row.getString(2),
                  row.getString(3),
                  row.getString(4),
                  row.getBoolean(5),
                  JSON.readValue(row.getString(6), NOTAS)));
        }
        return hallazgos;
      }
    } catch (JsonProcessingException ours) {
      throw new IllegalStateException(ours);
    }
  }

  /** How many lines there are of each outcome that is worth telling. */
  static Map<String, Integer> porResultado(Connection connection, long carga) throws SQLException {
    try (var select =
        connection.prepareStatement(
            "SELECT resultado, count(*) FROM carga_hallazgo WHERE carga = ? GROUP BY resultado")) {
      select.setLong(1, carga);
      try (var row = select.executeQuery()) {
        var cuentas = new TreeMap<String, Integer>();
        while (row.next()) {
          cuentas.put(row.getString(1), row.getInt(2));
        }
        return cuentas;
      }
    }
  }

  /** Lines between these two, both included, that are not to be published. */
  static Set<Integer> erradas(Connection connection, long carga, int desde, int hasta)
      throws SQLException {
    try (var select =
        connection.prepareStatement(
            """
            SELECT linea FROM carga_hallazgo
            WHERE carga = ? AND errada AND linea BETWEEN ? AND ?""")) {
      select.setLong(1, carga);
      select.setInt(2, desde);
      select.setInt(3, hasta);
      try (var row = select.executeQuery()) {
        var lineas = new HashSet<Integer>();
        while (row.next()) {
          lineas.add(row.getInt(1));
        }
        return lineas;
      }
    }
  }
}
