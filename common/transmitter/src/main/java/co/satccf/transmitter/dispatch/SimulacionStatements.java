package co.satccf.transmitter.dispatch;

import co.satccf.model.ServicioSat;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The statements of a simulated turn; they move no state and write no outcome. */
final class SimulacionStatements {

  /** As the index {@code reporte_por_simular} says it. */
  private static final String DUE =
      """
      r.servicio = ? and r.estado in ('PENDIENTE', 'INCIERTO') and r.bloqueo is null and r.simulado is null
        and r.no_antes <= now()
      """;

  private SimulacionStatements() {}

  /** A report whose body was made again, and what came of it. */
  record Ensayado(
      ReporteReclamado reporte, @Nullable String codigo, String mensaje, @Nullable String glosas) {}

  /** Whether a turn could find something; takes no lock. */
  static boolean anyDue(Connection connection, ServicioSat servicio) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("select exists (select from reporte r where " + DUE + ")")) {
      select.setString(1, servicio.nombre());
      try (ResultSet row = select.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }

  /**
   * Locks due reports that were never simulated, oldest first.
   *
   * @param claves those under another key wait
   */
  static List<ReporteReclamado> due(
      Connection connection,
      ServicioSat servicio,
      boolean delDia,
      Collection<Integer> clasesAbiertas,
      Collection<String> claves,
      int limite)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            select %s
            from reporte r join cuerpo c on c.reporte = r.id and c.version = r.version
            where %s and (r.tipo_rezago = 4) = ? and r.tipo_rezago = any (?) and c.clave = any (?)
            order by r.no_antes, r.id limit ? for update of r skip locked
            """
                .formatted(DispatchStatements.REPORTE, DUE))) {
      select.setString(1, servicio.nombre());
      select.setBoolean(2, delDia);
      select.setArray(3, connection.createArrayOf("int2", clasesAbiertas.toArray()));
      select.setArray(4, connection.createArrayOf("text", claves.toArray()));
      select.setInt(5, limite);
      try (ResultSet row = select.executeQuery()) {
        List<ReporteReclamado> due = new ArrayList<>();
        while (row.next()) {
          due.add(DispatchStatements.reclamado(row));
        }
        return due;
      }
    }
  }

  /** One attempt each, which settled nothing, and the mark that it was simulated. */
  static void store(Connection connection, List<Ensayado> ensayados) throws SQLException {
    try (PreparedStatement store =
        connection.prepareStatement(
            """
            with ensayado as (
              select * from unnest(?::int8[], ?::int4[], ?::text[], ?::text[], ?::jsonb[])
                as e(reporte, version, codigo, mensaje, glosas)),
            guardado as (
              insert into intento (reporte, numero, version, veredicto, codigo, mensaje, glosas, aplicado)
              select reporte, 0, version, 'SIMULADO', codigo, mensaje, glosas, false from ensayado)
            update reporte r set simulado = now() from ensayado e where r.id = e.reporte
            """)) {
      store.setArray(1, array(connection, "int8", ensayados, e -> e.reporte().id()));
      store.setArray(2, array(connection, "int4", ensayados, e -> e.reporte().version()));
      store.setArray(3, array(connection, "text", ensayados, Ensayado::codigo));
      store.setArray(4, array(connection, "text", ensayados, Ensayado::mensaje));
      store.setArray(5, array(connection, "jsonb", ensayados, Ensayado::glosas));
      store.executeUpdate();
    }
  }

  private static Array array(
      Connection connection,
      String type,
      List<Ensayado> ensayados,
      Function<Ensayado, @Nullable Object> column)
      throws SQLException {
    return connection.createArrayOf(type, ensayados.stream().map(column).toArray());
  }
}
