package co.satccf.transmitter.operations;

import co.satccf.model.ServicioSat;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The table {@code despacho} as operators see and move it. */
final class ServiciosStatements {

  private ServiciosStatements() {}

  /** One row of {@code despacho}, with the database's time. */
  record Despacho(
      EstadoDelServicio.@Nullable Puerta puerta,
      EstadoDelServicio.@Nullable Pausa pausa,
      int cupo,
      long enVuelo,
      Instant ahora) {}

  static Map<ServicioSat, Despacho> all(Connection connection) throws SQLException {
    try (PreparedStatement select =
            connection.prepareStatement(
                """
                select d.servicio, d.puerta, d.puerta_motivo, d.puerta_desde, d.puerta_hasta, d.pausado, d.pausa_motivo,
                  d.pausa_desde, d.cupo,
                  (select count(*) from reporte r where r.servicio = d.servicio and r.estado = 'EN_VUELO'), now()
                from despacho d
                """);
        ResultSet row = select.executeQuery()) {
      Map<ServicioSat, Despacho> despachos = new EnumMap<>(ServicioSat.class);
      while (row.next()) {
        Despacho despacho = despacho(row);
        ServicioSat.porNombre(row.getString(1)).ifPresent(s -> despachos.put(s, despacho));
      }
      return despachos;
    }
  }

  private static Despacho despacho(ResultSet row) throws SQLException {
    String puerta = row.getString(2);
    return new Despacho(
        puerta == null
            ? null
            : new EstadoDelServicio.Puerta(
                puerta, row.getString(3), instant(row, 4), instant(row, 5)),
        row.getBoolean(6) ? new EstadoDelServicio.Pausa(row.getString(7), instant(row, 8)) : null,
        row.getInt(9),
        row.getLong(10),
        row.getObject(11, OffsetDateTime.class).toInstant());
  }

  /**
   * Lifts the pause.
   *
   * @return whether there was one
   */
  static boolean resume(Connection connection, ServicioSat servicio) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            """
            update despacho set pausado = false, pausa_motivo = null, pausa_desde = null
            where servicio = ? and pausado
            """)) {
      update.setString(1, servicio.nombre());
      return update.executeUpdate() == 1;
    }
  }

  private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
