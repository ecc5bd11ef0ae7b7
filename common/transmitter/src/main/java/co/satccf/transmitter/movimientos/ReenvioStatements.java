package co.satccf.transmitter.movimientos;

import co.satccf.model.ServicioSat;
import co.satccf.model.estado.Bloqueo;
import co.satccf.transmitter.store.ReporteIdentificado;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The statements of {@link ReenviosProgramados}: one of each kind per batch. */
final class ReenvioStatements {

  static final int LOTE = 200;

  /** The first line is the condition of the index {@code reporte_por_reenviar}. */
  private static final String VENCIDO =
      """
      r.estado = 'GLOSADO' and r.no_antes < 'infinity'
        and r.no_antes <= now() and r.origen = 'SAT' and r.bloqueo is null
        and not exists (select from correccion c
          where c.servicio = r.servicio and c.original = r.radicado and c.estado = 'EN_ESPERA')
      """;

  private ReenvioStatements() {}

  /** A report whose time has come; read without a lock, to know what to lock. */
  record Vencido(long id, UUID llave, String empleador) {}

  /**
   * The oldest, up to {@value #LOTE}. Service by service: what is due of a paused one may be a
   * whole backlog, and is not read.
   */
  static List<Vencido> vencidos(Connection connection) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            select v.id, v.llave, v.empleador
            from despacho d, lateral (
              select r.id, r.llave, r.empleador, r.no_antes from reporte r
              where r.servicio = d.servicio and %s
              order by r.no_antes limit ?) v
            where not d.pausado
            order by v.no_antes limit ?
            """
                .formatted(VENCIDO))) {
      select.setInt(1, LOTE);
      select.setInt(2, LOTE);
      try (ResultSet row = select.executeQuery()) {
        List<Vencido> vencidos = new ArrayList<>();
        while (row.next()) {
          vencidos.add(new Vencido(row.getLong(1), row.getObject(2, UUID.class), row.getString(3)));
        }
        return vencidos;
      }
    }
  }

  /** A report that is pending again, with what its outcome tells. */
  record Vuelto(
      ReporteIdentificado reporte,
      @Nullable Bloqueo bloqueo,
      int intento,
      int version,
      int revision) {}

  /** Moves those of them that are still due; they kept their turn all the time. */
  static List<Vuelto> volver(Connection connection, List<Vencido> vencidos) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            """
            with vuelto as (
              update reporte r
              set estado = 'PENDIENTE', origen = 'LOCAL', codigo = null, revision = r.revision + 1, fallos = 0,
                  reenvios = r.reenvios + 1, no_antes = now(), desde = now(),
                  bloqueo = bloqueo_en_turno(r.servicio, r.empleador, r.departamento, r.retencion)
              where r.id = any (?) and %s
                and exists (select from despacho d where d.servicio = r.servicio and not d.pausado)
              returning r.*)
            select r.id, r.servicio, r.radicado, r.llave, r.empleador, r.trabajador, r.departamento, r.tipo_rezago,
              c.evento_source, c.evento_id, r.instante_evento, r.recibido,
              r.bloqueo, r.intento, r.version, r.revision
            from vuelto r join cuerpo c on c.reporte = r.id and c.version = r.version
            """
                .formatted(VENCIDO))) {
      update.setArray(
          1, connection.createArrayOf("int8", vencidos.stream().map(Vencido::id).toArray()));
      try (ResultSet row = update.executeQuery()) {
        List<Vuelto> vueltos = new ArrayList<>();
        while (row.next()) {
          vueltos.add(vuelto(row));
        }
        return vueltos;
      }
    }
  }

  private static Vuelto vuelto(ResultSet row) throws SQLException {
    ReporteIdentificado reporte =
        new ReporteIdentificado(
            row.getLong(1),
            ServicioSat.porNombre(row.getString(2)).orElseThrow(),
            row.getString(3),
            row.getObject(4, UUID.class),
            row.getString(5),
            row.getString(6),
            row.getString(7),
            row.getInt(8),
            row.getString(9),
            row.getString(10),
            instant(row, 11),
            instant(row, 12));
    String bloqueo = row.getString(13);
    return new Vuelto(
        reporte,
        bloqueo == null ? null : Bloqueo.valueOf(bloqueo),
        row.getInt(14),
        row.getInt(15),
        row.getInt(16));
  }

  private static Instant instant(ResultSet row, int column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
