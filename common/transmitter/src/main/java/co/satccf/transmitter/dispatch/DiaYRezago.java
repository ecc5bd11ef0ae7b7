package co.satccf.transmitter.dispatch;

import co.satccf.model.ServicioSat;
import co.satccf.transmitter.config.SatConfig;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Shares what one claim may take between reports of the day and those of the backlog (rule 8): the
 * backlog has its part for sure, and each has what the other leaves.
 *
 * @param porcentaje of the backlog, 0 to 100
 * @param arriendo how long a claim holds
 */
record DiaYRezago(ServicioSat servicio, int porcentaje, Duration arriendo) {

  private static final int DEL_DIA = 4;

  static DiaYRezago de(ServicioSat servicio, SatConfig config, Envio envio) {
    return new DiaYRezago(servicio, config.rezago().porcentaje(), envio.arriendo());
  }

  /**
   * @param clases that are open now, 1 to 4
   * @param room how many at most
   */
  List<ReporteReclamado> reclamar(Connection connection, List<Integer> clases, int room)
      throws SQLException {
    List<Integer> delDia = clases.stream().filter(clase -> clase == DEL_DIA).toList();
    List<Integer> rezago = clases.stream().filter(clase -> clase != DEL_DIA).toList();
    List<ReporteReclamado> claimed = new ArrayList<>();
    claimed.addAll(claim(connection, rezago, reservedForBacklog(room)));
    claimed.addAll(claim(connection, delDia, room - claimed.size()));
    claimed.addAll(claim(connection, rezago, room - claimed.size()));
    return claimed;
  }

  /** The share rounded up or down by chance, so that it holds for a single one, too. */
  private int reservedForBacklog(int room) {
    return (room * porcentaje + ThreadLocalRandom.current().nextInt(100)) / 100;
  }

  private List<ReporteReclamado> claim(Connection connection, List<Integer> clases, int limite)
      throws SQLException {
    return limite <= 0 || clases.isEmpty()
        ? List.of()
        : DispatchStatements.claim(connection, servicio, clases, limite, arriendo);
  }
}
