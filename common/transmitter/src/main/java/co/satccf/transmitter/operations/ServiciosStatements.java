package co.satccf.transmitter.operations;

import co.satccf.model.ServicioSat;
import co.satccf.transmitter.auditoria.Asiento;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The table {@code despacho} as operators see and move it. */
final class ServiciosStatements {

  private static final String READ =
      """
      select d.servicio, d.puerta, d.puerta_motivo, d.puerta_desde, d.puerta_hasta,
        d.puerta_hasta is null or d.puerta_hasta <= now(), d.pausado, d.pausa_motivo, d.pausa_quien, d.pausa_desde,
        d.cupo_vigente, d.piso, d.techo, d.cupo_piso, d.cupo_techo, d.cupo_motivo, d.cupo_quien, d.cupo_desde,
        (select count(*) from reporte r where r.servicio = d.servicio and r.estado = 'EN_VUELO'), now()
      from despacho d
      """;

  private ServiciosStatements() {}

  /** One row of {@code despacho}, with the database's time. */
  record Despacho(
      EstadoDelServicio.@Nullable Puerta puerta,
      EstadoDelServicio.@Nullable Pausa pausa,
      int cupo,
      EstadoDelServicio.CupoConfigurado cupoConfigurado,
      EstadoDelServicio.@Nullable CupoFijado cupoFijado,
      long enVuelo,
      Instant ahora) {}

  static Map<ServicioSat, Despacho> all(Connection connection) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(READ);
        ResultSet row = select.executeQuery()) {
      return despachos(row);
    }
  }

  /**
   * Locks the rows of these services, always in one order, and reads them in the next statement.
   */
  static Map<ServicioSat, Despacho> lock(Connection connection, Collection<ServicioSat> servicios)
      throws SQLException {
    Object[] nombres = servicios.stream().map(ServicioSat::nombre).toArray();
    try (PreparedStatement lock =
        connection.prepareStatement(
            "select from despacho where servicio = any (?) order by servicio for update")) {
      lock.setArray(1, connection.createArrayOf("text", nombres));
      lock.execute();
    }
    try (PreparedStatement select =
        connection.prepareStatement(READ + "where d.servicio = any (?)")) {
      select.setArray(1, connection.createArrayOf("text", nombres));
      try (ResultSet row = select.executeQuery()) {
        return despachos(row);
      }
    }
  }

  private static Map<ServicioSat, Despacho> despachos(ResultSet row) throws SQLException {
    Map<ServicioSat, Despacho> despachos = new EnumMap<>(ServicioSat.class);
    while (row.next()) {
      Optional<ServicioSat> servicio = ServicioSat.porNombre(row.getString(1));
      if (servicio.isPresent()) {
        despachos.put(servicio.get(), despacho(row));
      }
    }
    return despachos;
  }

  private static Despacho despacho(ResultSet row) throws SQLException {
    String puerta = row.getString(2);
    Integer piso = row.getObject(14, Integer.class);
    Integer techo = row.getObject(15, Integer.class);
    return new Despacho(
        puerta == null
            ? null
            : new EstadoDelServicio.Puerta(
                puerta, row.getString(3), instant(row, 4), instant(row, 5), row.getBoolean(6)),
        row.getBoolean(7)
            ? new EstadoDelServicio.Pausa(
                row.getString(8),
                Objects.requireNonNullElse(row.getString(9), Asiento.SISTEMA),
                instant(row, 10))
            : null,
        row.getInt(11),
        new EstadoDelServicio.CupoConfigurado(row.getInt(12), row.getInt(13)),
        piso == null && techo == null
            ? null
            : new EstadoDelServicio.CupoFijado(
                piso, techo, row.getString(16), row.getString(17), instant(row, 18)),
        row.getLong(19),
        row.getObject(20, OffsetDateTime.class).toInstant());
  }

  static void pause(Connection connection, ServicioSat servicio, String motivo, String quien)
      throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            """
            update despacho set pausado = true, pausa_motivo = ?, pausa_quien = ?, pausa_desde = now()
            where servicio = ?
            """)) {
      update.setString(1, motivo);
      update.setString(2, quien);
      update.setString(3, servicio.nombre());
      update.executeUpdate();
    }
  }

  /** Lifts the pause and tells every replica's brake to start afresh. */
  static void resume(Connection connection, ServicioSat servicio) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            """
            update despacho
            set pausado = false, pausa_motivo = null, pausa_quien = null, pausa_desde = null,
                reanudado = clock_timestamp()
            where servicio = ?
            """)) {
      update.setString(1, servicio.nombre());
      update.executeUpdate();
    }
  }

  static void fixCupo(
      Connection connection, ServicioSat servicio, CupoPedido pedido, String motivo, String quien)
      throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            """
            update despacho
            set cupo_piso = ?, cupo_techo = ?, cupo_motivo = ?, cupo_quien = ?, cupo_desde = now()
            where servicio = ?
            """)) {
      update.setObject(1, pedido.piso(), Types.INTEGER);
      update.setObject(2, pedido.techo(), Types.INTEGER);
      update.setString(3, motivo);
      update.setString(4, quien);
      update.setString(5, servicio.nombre());
      update.executeUpdate();
    }
  }

  /**
   * Gives the cupo back to configuration.
   *
   * @return whether somebody had set limits
   */
  static boolean releaseCupo(Connection connection, ServicioSat servicio) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            """
            update despacho
            set cupo_piso = null, cupo_techo = null, cupo_motivo = null, cupo_quien = null, cupo_desde = null
            where servicio = ? and (cupo_piso is not null or cupo_techo is not null)
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
