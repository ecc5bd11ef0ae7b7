package co.satccf.transmitter.movimientos;

import co.satccf.model.estado.Causa;
import co.satccf.model.estado.EstadoReporte;
import co.satccf.model.estado.Origen;
import co.satccf.transmitter.familia.FamiliaDeServicios;
import co.satccf.transmitter.outbox.OutboxStatements;
import co.satccf.transmitter.outbox.Resultado;
import co.satccf.transmitter.outbox.TipoResultado;
import co.satccf.transmitter.restauracion.Restauracion;
import co.satccf.transmitter.store.Database;
import co.satccf.transmitter.store.Locks;
import co.satccf.transmitter.store.Signals;
import co.satccf.transmitter.store.Topicos;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Puts refused reports back in the queue, unchanged, when the delay of their code is over: for
 * refusals that mend themselves (rule 13). The settlement of the answer has set the time, and sets
 * none any more once the code's number of times is reached.
 *
 * <p>Every replica does it; who comes second finds nothing. A paused service is left alone: what
 * the glosa brake has stopped must not pile up behind it.
 */
@ApplicationScoped
public class ReenviosProgramados {

  private static final Logger LOG = Logger.getLogger(ReenviosProgramados.class);

  private final Database database;
  private final FamiliaDeServicios familia;
  private final Signals signals;
  private final Restauracion restauracion;

  ReenviosProgramados(
      Database database, FamiliaDeServicios familia, Signals signals, Restauracion restauracion) {
    this.database = database;
    this.familia = familia;
    this.signals = signals;
    this.restauracion = restauracion;
  }

  @Scheduled(
      every = "${sat.reenvio.revision}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void scheduled() {
    if (!restauracion.abierta()) {
      // What a restored store calls refused may have been accepted since (rule 16).
      return;
    }
    try {
      reenviar();
    } catch (SQLException | RuntimeException away) {
      LOG.warnf("event=resends_wait cause=%s", away.getClass().getSimpleName());
    }
  }

  /**
   * @return how many are pending again
   */
  public int reenviar() throws SQLException {
    int reenviados = 0;
    int lote = ReenvioStatements.LOTE;
    while (lote == ReenvioStatements.LOTE) {
      lote = database.transaction(this::lote);
      reenviados += lote;
    }
    if (reenviados > 0) {
      familia.servicios().forEach(signals::work);
      signals.outbox();
      LOG.infof("event=resent reportes=%d", reenviados);
    }
    return reenviados;
  }

  private int lote(Connection connection) throws SQLException {
    List<ReenvioStatements.Vencido> vencidos = ReenvioStatements.vencidos(connection);
    if (vencidos.isEmpty()) {
      return 0;
    }
    Locks.turns(
        connection,
        vencidos.stream().map(ReenvioStatements.Vencido::llave).toList(),
        vencidos.stream().map(ReenvioStatements.Vencido::empleador).toList(),
        false);
    List<ReenvioStatements.Vuelto> vueltos = ReenvioStatements.volver(connection, vencidos);
    if (!vueltos.isEmpty()) {
      OutboxStatements.insert(connection, vueltos.stream().map(this::message).toList());
    }
    return vueltos.size();
  }

  private OutboxStatements.Message message(ReenvioStatements.Vuelto vuelto) {
    var reporte = vuelto.reporte();
    ObjectNode data =
        Resultado.de(
            reporte,
            new Resultado.Situacion(
                EstadoReporte.PENDIENTE,
                vuelto.bloqueo(),
                Origen.LOCAL,
                null,
                Causa.REENVIO_PROGRAMADO.descripcion(),
                List.of(),
                vuelto.intento(),
                vuelto.version()));
    data.put("revision", vuelto.revision());
    return new OutboxStatements.Message(
        reporte.servicio().nombre(),
        reporte.radicado(),
        TipoResultado.RECIBIDO.tipoEvento(),
        data,
        Topicos.RESULTADOS,
        reporte.llave().toString());
  }
}
