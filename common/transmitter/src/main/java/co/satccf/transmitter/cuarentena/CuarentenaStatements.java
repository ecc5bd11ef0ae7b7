package co.satccf.transmitter.cuarentena;

import co.satccf.model.evento.Motivo;
import co.satccf.transmitter.intake.Replay;
import co.satccf.transmitter.outbox.Resultado;
import co.satccf.transmitter.reception.RegistroGuardado;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The table {@code cuarentena} as operators see and move it; intake fills it. */
public final class CuarentenaStatements {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String COLUMNS =
      """
      id, topico, particion, posicion, evento_source, evento_id, motivos, bytes, instante, estado, desde,
      desenlace, servicio, radicado
      """;

  private CuarentenaStatements() {}

  /**
   * Which records are asked for; null asks for any.
   *
   * @param motivo code of one of its reasons
   * @param desde first instant of being put aside
   * @param hasta first instant no longer asked for
   * @param despues id of the last record of the page before
   */
  public record Filtro(
      @Nullable EstadoCuarentena estado,
      @Nullable String motivo,
      @Nullable String topico,
      @Nullable Instant desde,
      @Nullable Instant hasta,
      long despues,
      int limite) {}

  /** Up to {@code limite} records by id. */
  public static List<Apartado> page(Connection connection, Filtro filtro) throws SQLException {
    StringBuilder sql = new StringBuilder("select " + COLUMNS + " from cuarentena where id > ?");
    List<Object> values = new ArrayList<>(List.of(filtro.despues()));
    if (filtro.estado() != null) {
      // Spelled out, so that the partial index is used.
      sql.append(" and estado = '").append(filtro.estado().name()).append('\'');
    }
    if (filtro.motivo() != null) {
      sql.append(" and motivos @> jsonb_build_array(jsonb_build_object('codigo', ?::text))");
      values.add(filtro.motivo());
    }
    if (filtro.topico() != null) {
      sql.append(" and topico = ?");
      values.add(filtro.topico());
    }
    if (filtro.desde() != null) {
      sql.append(" and instante >= ?");
      values.add(filtro.desde().atOffset(ZoneOffset.UTC));
    }
    if (filtro.hasta() != null) {
      sql.append(" and instante < ?");
      values.add(filtro.hasta().atOffset(ZoneOffset.UTC));
    }
    values.add(filtro.limite());
    try (PreparedStatement select =
        connection.prepareStatement(sql.append(" order by id limit ?").toString())) {
      for (int i = 0; i < values.size(); i++) {
        select.setObject(i + 1, values.get(i));
      }
      try (ResultSet row = select.executeQuery()) {
        List<Apartado> apartados = new ArrayList<>();
        while (row.next()) {
          apartados.add(apartado(row));
        }
        return apartados;
      }
    }
  }

  public static Optional<Apartado> byId(Connection connection, long id) throws SQLException {
    return one(connection, "select " + COLUMNS + " from cuarentena where id = ?", id);
  }

  /** The record, held until the caller's transaction ends. */
  static Optional<Apartado> lock(Connection connection, long id) throws SQLException {
    return one(connection, "select " + COLUMNS + " from cuarentena where id = ? for update", id);
  }

  private static Optional<Apartado> one(Connection connection, String sql, long id)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setLong(1, id);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.of(apartado(row)) : Optional.empty();
      }
    }
  }

  /** Where a record stood, and the record itself, encrypted; null once it has been purged. */
  record Guardado(
      String topico, int particion, long posicion, @Nullable RegistroGuardado registro) {}

  static Optional<Guardado> content(Connection connection, long id) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            select topico, particion, posicion, clave, contenido, cabeceras, huella from cuarentena where id = ?
            """)) {
      select.setLong(1, id);
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? Optional.of(
                new Guardado(row.getString(1), row.getInt(2), row.getLong(3), registro(row)))
            : Optional.empty();
      }
    }
  }

  private static @Nullable RegistroGuardado registro(ResultSet row) throws SQLException {
    String clave = row.getString(4);
    return clave == null
        ? null
        : new RegistroGuardado(clave, row.getBytes(5), row.getBytes(6), row.getBytes(7));
  }

  static void replayed(Connection connection, long id, Replay.Resultado resultado)
      throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            """
            update cuarentena set estado = 'REPROCESADA', desde = now(), desenlace = ?, servicio = ?, radicado = ?
            where id = ?
            """)) {
      Replay.Desenlace desenlace = Objects.requireNonNull(resultado.desenlace());
      update.setString(1, desenlace.name());
      update.setString(2, resultado.servicio() == null ? null : resultado.servicio().nombre());
      update.setString(3, resultado.radicado());
      update.setLong(4, id);
      update.executeUpdate();
    }
  }

  static void stays(Connection connection, long id, List<Motivo> motivos) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement("update cuarentena set motivos = ?::jsonb where id = ?")) {
      update.setString(1, Resultado.motivos(motivos).toString());
      update.setLong(2, id);
      update.executeUpdate();
    }
  }

  static void discard(Connection connection, long id) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "update cuarentena set estado = 'DESCARTADA', desde = now() where id = ?")) {
      update.setLong(1, id);
      update.executeUpdate();
    }
  }

  private static Apartado apartado(ResultSet row) throws SQLException {
    OffsetDateTime desde = row.getObject(11, OffsetDateTime.class);
    return new Apartado(
        row.getLong(1),
        row.getString(2),
        row.getInt(3),
        row.getLong(4),
        row.getString(5),
        row.getString(6),
        motivos(row.getString(7)),
        row.getInt(8),
        row.getObject(9, OffsetDateTime.class).toInstant(),
        EstadoCuarentena.valueOf(row.getString(10)),
        desde == null ? null : desde.toInstant(),
        row.getString(12),
        row.getString(13),
        row.getString(14));
  }

  private static List<Motivo> motivos(String texto) {
    try {
      List<Motivo> motivos = new ArrayList<>();
      for (JsonNode motivo : JSON.readTree(texto)) {
        motivos.add(new Motivo(motivo.path("codigo").asText(), motivo.path("mensaje").asText()));
      }
      return motivos;
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("stored reasons are not JSON", impossible);
    }
  }
}
