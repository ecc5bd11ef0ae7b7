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
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

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
   * @param siguiente id of the last one tried, to go on after it; null when there are no more
   */
  public record Balance(int reenviados, int omitidos, @Nullable Long siguiente) {}

  /**
   * @param despues id after which it goes on; 0 for the oldest
   * @param limite how many are tried, the oldest first; 1 to 10,000
   */
  public Balance reenviar(
      ServicioSat servicio, String codigo, long despues, int limite, Orden orden)
      throws SQLException {
    SequencedMap<Long, String> glosados =
        database.transaction(connection -> glosados(connection, servicio, codigo, despues, limite));
    int reenviados = 0;
    for (String radicado : glosados.values()) {
      try {
        decisiones.reenviar(servicio, radicado, orden);
        reenviados++;
      } catch (Rechazo | MovimientoIlegal cannotGo) {
        // Counted below: it stays as it is, and its own page says why.
      }
    }
    return new Balance(
        reenviados,
        glosados.size() - reenviados,
        glosados.size() < limite ? null : glosados.lastEntry().getKey());
  }

  private static SequencedMap<Long, String> glosados(
      Connection connection, ServicioSat servicio, String codigo, long despues, int limite)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            select id, radicado from reporte
            where estado = 'GLOSADO' and servicio = ? and codigo = ? and id > ?
            order by id limit ?
            """)) {
      select.setString(1, servicio.nombre());
      select.setString(2, codigo);
      select.setLong(3, despues);
      select.setInt(4, limite);
      try (ResultSet row = select.executeQuery()) {
        SequencedMap<Long, String> radicados = new LinkedHashMap<>();
        while (row.next()) {
          radicados.put(row.getLong(1), row.getString(2));
        }
        return radicados;
      }
    }
  }
}
