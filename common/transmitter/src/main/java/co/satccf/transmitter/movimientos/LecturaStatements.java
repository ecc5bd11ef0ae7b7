package co.satccf.transmitter.movimientos;

import co.satccf.model.ServicioSat;
import co.satccf.model.cifrado.Cifrado;
import co.satccf.model.estado.Bloqueo;
import co.satccf.model.estado.EstadoReporte;
import co.satccf.transmitter.store.ReporteIdentificado;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reports as they are before a move: where they stand, with a lock or without. */
final class LecturaStatements {

  private LecturaStatements() {}

  /** Where a report stands in the order; read without a lock, to know what to lock. */
  record Lugar(UUID llave, String empleador) {}

  static Optional<Lugar> lugar(Connection connection, ServicioSat servicio, String radicado)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "select llave, empleador from reporte where servicio = ? and radicado = ?")) {
      select.setString(1, servicio.nombre());
      select.setString(2, radicado);
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? Optional.of(new Lugar(row.getObject(1, UUID.class), row.getString(2)))
            : Optional.empty();
      }
    }
  }

  /** Locks the row, after its key; empty when another correction was stored during the wait. */
  static Optional<ReporteTomado> tomar(Connection connection, ServicioSat servicio, String radicado)
      throws SQLException {
    return leer(connection, servicio, radicado, "for update of r");
  }

  /** Reads without a lock. */
  static Optional<ReporteTomado> mirar(Connection connection, ServicioSat servicio, String radicado)
      throws SQLException {
    return leer(connection, servicio, radicado, "");
  }

  private static Optional<ReporteTomado> leer(
      Connection connection, ServicioSat servicio, String radicado, String candado)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            select r.id, r.llave, r.empleador, r.trabajador, r.departamento, r.tipo_rezago,
              c.evento_source, c.evento_id, r.instante_evento, r.recibido,
              r.estado, r.bloqueo, r.version, r.revision, r.intento, r.retencion
            from reporte r join cuerpo c on c.reporte = r.id and c.version = r.version
            where r.servicio = ? and r.radicado = ? %s
            """
                .formatted(candado))) {
      select.setString(1, servicio.nombre());
      select.setString(2, radicado);
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          return Optional.empty();
        }
        ReporteIdentificado reporte =
            new ReporteIdentificado(
                row.getLong(1),
                servicio,
                radicado,
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getInt(6),
                row.getString(7),
                row.getString(8),
                instant(row, 9),
                instant(row, 10));
        return Optional.of(
            new ReporteTomado(
                reporte,
                EstadoReporte.valueOf(row.getString(11)),
                bloqueo(row, 12),
                row.getInt(13),
                row.getInt(14),
                row.getInt(15),
                row.getString(16)));
      }
    }
  }

  /** The radicado at the end of the chain of applied corrections that begins with this one. */
  static Optional<String> sucesor(Connection connection, ServicioSat servicio, String radicado)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            with recursive cadena as (
              select servicio, radicado, 1 as largo from correccion
              where servicio = ? and original = ? and estado = 'APLICADA' and radicado <> original
              union all
              select c.servicio, c.radicado, largo + 1 from cadena a join correccion c on c.servicio = a.servicio
                and c.original = a.radicado and c.estado = 'APLICADA' and c.radicado <> c.original)
            select radicado from cadena order by largo desc limit 1
            """)) {
      select.setString(1, servicio.nombre());
      select.setString(2, radicado);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
      }
    }
  }

  /** The body a report has now, as it is sent. */
  static Cifrado cuerpo(Connection connection, ReporteTomado tomado) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "select clave, contenido from cuerpo where reporte = ? and version = ?")) {
      select.setLong(1, tomado.id());
      select.setInt(2, tomado.version());
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return new Cifrado(row.getString(1), row.getBytes(2));
      }
    }
  }

  /** What holds a report, by its column; null when nothing does. */
  static @Nullable Bloqueo bloqueo(ResultSet row, int column) throws SQLException {
    String bloqueo = row.getString(column);
    return bloqueo == null ? null : Bloqueo.valueOf(bloqueo);
  }

  static Instant instant(ResultSet row, int column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
