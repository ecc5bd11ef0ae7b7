package co.satccf.transmitter.decision;

import co.satccf.model.ServicioSat;
import co.satccf.transmitter.problem.MovimientoIlegal;
import co.satccf.transmitter.problem.Rechazo;
import co.satccf.transmitter.store.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Sends all glosado reports of one code again, unchanged: each a decision of its own, so that one
 * that cannot go holds up no other and the audit tells of each.
 */
@ApplicationScoped
public class Reenvios {

  private final Database database;
  private final Decisiones decisiones;

  Reenvios(Database database, Decisiones decisiones) {
    this.database = database;
    this.decisiones = decisiones;
  }

  /**
   * @param reenviados reports that are pending again
   * @param omitidos reports that had moved meanwhile, or whose body breaks our own contract
   * @param restantes glosado reports of the code that were not tried, because of the limit
   */
  public record Balance(int reenviados, int omitidos, long restantes) {}

  /**
   * @param limite how many are tried, the oldest first; 1 to 10,000
   */
  public Balance reenviar(ServicioSat servicio, String codigo, int limite, Orden orden)
      throws SQLException {
    List<String> radicados =
        database.transaction(connection -> glosados(connection, servicio, codigo, limite));
    int reenviados = 0;
    for (String radicado : radicados) {
      try {
        decisiones.reenviar(servicio, radicado, orden);
        reenviados++;
      } catch (Rechazo | MovimientoIlegal cannotGo) {
        // Counted below: it stays as it is, and its own page says why.
      }
    }
    int omitidos = radicados.size() - reenviados;
    long quedan = database.transaction(connection -> cuantos(connection, servicio, codigo));
    return new Balance(reenviados, omitidos, Math.max(0, quedan - omitidos));
  }

  private static List<String> glosados(
      Connection connection, ServicioSat servicio, String codigo, int limite) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            select radicado from reporte where estado = 'GLOSADO' and servicio = ? and codigo = ?
            order by id limit ?
            """)) {
      select.setString(1, servicio.nombre());
      select.setString(2, codigo);
      select.setInt(3, limite);
      try (ResultSet row = select.executeQuery()) {
        List<String> radicados = new ArrayList<>();
        while (row.next()) {
          radicados.add(row.getString(1));
        }
        return radicados;
      }
    }
  }

  private static long cuantos(Connection connection, ServicioSat servicio, String codigo)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "select count(*) from reporte where estado = 'GLOSADO' and servicio = ? and codigo = ?")) {
      select.setString(1, servicio.nombre());
      select.setString(2, codigo);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }
}
