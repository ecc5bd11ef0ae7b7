package co.satccf.transmitter.operations;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The inbox, corrections and quarantine, asked by the identity of one event. */
final class EventosStatements {

  private static final int AT_MOST = 100;

  private EventosStatements() {}

  /**
   * What the inbox has of an event.
   *
   * @param repiteServicio SAT service of the report that the event states once more
   */
  record Recibido(
      String destino,
      int repeticiones,
      @Nullable String repiteServicio,
      @Nullable String repiteRadicado) {}

  static Optional<Recibido> recibido(Connection connection, Filtro.Evento evento)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            select destino, repeticiones, repite_servicio, repite_radicado
            from evento where source = ? and id = ?
            """)) {
      select.setString(1, evento.source());
      select.setString(2, evento.id());
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? Optional.of(
                new Recibido(row.getString(1), row.getInt(2), row.getString(3), row.getString(4)))
            : Optional.empty();
      }
    }
  }

  static List<EstadoDelEvento.Correccion> correcciones(Connection connection, Filtro.Evento evento)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            select id, servicio, original, estado, motivo, instante, desde from correccion
            where evento_source = ? and evento_id = ? order by id limit ?
            """)) {
      select.setString(1, evento.source());
      select.setString(2, evento.id());
      select.setInt(3, AT_MOST);
      try (ResultSet row = select.executeQuery()) {
        List<EstadoDelEvento.Correccion> correcciones = new ArrayList<>();
        while (row.next()) {
          correcciones.add(
              new EstadoDelEvento.Correccion(
                  row.getLong(1),
                  row.getString(2),
                  row.getString(3),
                  row.getString(4),
                  row.getString(5),
                  instant(row, 6),
                  instant(row, 7)));
        }
        return correcciones;
      }
    }
  }

  static List<EstadoDelEvento.EnCuarentena> cuarentena(
      Connection connection, Filtro.Evento evento, ObjectMapper json) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            select id, topico, particion, posicion, motivos, instante, estado from cuarentena
            where evento_source = ? and evento_id = ? order by id limit ?
            """)) {
      select.setString(1, evento.source());
      select.setString(2, evento.id());
      select.setInt(3, AT_MOST);
      try (ResultSet row = select.executeQuery()) {
        List<EstadoDelEvento.EnCuarentena> entradas = new ArrayList<>();
        while (row.next()) {
          entradas.add(
              new EstadoDelEvento.EnCuarentena(
                  row.getLong(1),
                  row.getString(2),
                  row.getInt(3),
                  row.getLong(4),
                  motivos(row.getString(5), json),
                  instant(row, 6),
                  row.getString(7)));
        }
        return entradas;
      }
    }
  }

  private static List<EstadoDelEvento.Motivo> motivos(String array, ObjectMapper json) {
    List<EstadoDelEvento.Motivo> motivos = new ArrayList<>();
    try {
      for (JsonNode motivo : json.readTree(array)) {
        motivos.add(
            new EstadoDelEvento.Motivo(
                motivo.path("codigo").asText(), motivo.path("mensaje").asText()));
      }
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("motives of a quarantined event are not JSON", impossible);
    }
    return motivos;
  }

  private static Instant instant(ResultSet row, int column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
