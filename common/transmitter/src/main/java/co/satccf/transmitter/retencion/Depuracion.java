package co.satccf.transmitter.retencion;

import co.satccf.transmitter.auditoria.Asiento;
import co.satccf.transmitter.auditoria.Auditoria;
import co.satccf.transmitter.config.SatConfig;
import co.satccf.transmitter.restauracion.Restauracion;
import co.satccf.transmitter.store.Database;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;

/**
 * Purges what is personal of reports that ended longer ago than {@code sat.retencion}: bodies,
 * answers, quarantined bytes, events of corrections. States, counts, hashes, glosas and attempts
 * stay, and nothing that is unfinished is touched. Each batch leaves its entry in the audit, in its
 * own transaction.
 */
@ApplicationScoped
public class Depuracion {

  private static final Logger LOG = Logger.getLogger(Depuracion.class);
  private static final int LOTE = 500;
  private static final int PAUSA_MS = 50;

  private final SatConfig config;
  private final Database database;
  private final Restauracion restauracion;

  Depuracion(SatConfig config, Database database, Restauracion restauracion) {
    this.config = config;
    this.database = database;
    this.restauracion = restauracion;
  }

  @Scheduled(
      every = "${sat.depuracion}",
      delayed = "${sat.depuracion}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void scheduled() {
    if (!restauracion.abierta()) {
      // What a restored store calls open may have ended since, and is needed to find that out.
      return;
    }
    try {
      depurar(config.retencion());
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    } catch (SQLException | RuntimeException away) {
      LOG.warnf("event=purge_waits cause=%s", away.getClass().getSimpleName());
    }
  }

  /** What was purged, in all or of one batch. */
  public record Depurado(
      int reportes, int cuerpos, int respuestas, int cuarentena, int correcciones) {

    private static final Depurado NADA = new Depurado(0, 0, 0, 0, 0);

    private Depurado mas(Depurado otro) {
      return new Depurado(
          reportes + otro.reportes,
          cuerpos + otro.cuerpos,
          respuestas + otro.respuestas,
          cuarentena + otro.cuarentena,
          correcciones + otro.correcciones);
    }
  }

  /** Purges everything that ended longer ago than this. */
  public Depurado depurar(Duration retencion) throws SQLException, InterruptedException {
    Instant hasta =
        database.transaction(
            connection -> DepuracionStatements.limite(connection, retencion.toSeconds()));
    Depurado total = Depurado.NADA;
    Depurado lote = database.transaction(connection -> lote(connection, hasta, retencion));
    while (!lote.equals(Depurado.NADA)) {
      total = total.mas(lote);
      Thread.sleep(PAUSA_MS);
      lote = database.transaction(connection -> lote(connection, hasta, retencion));
    }
    if (!total.equals(Depurado.NADA)) {
      LOG.infof("event=purged hasta=%s total=%s", hasta, total);
    }
    return total;
  }

  private static Depurado lote(Connection connection, Instant hasta, Duration retencion)
      throws SQLException {
    DepuracionStatements.Reportes reportes = DepuracionStatements.reportes(connection, hasta, LOTE);
    Depurado depurado =
        new Depurado(
            reportes.reportes(),
            reportes.cuerpos(),
            reportes.respuestas(),
            DepuracionStatements.cuarentena(connection, hasta, LOTE),
            DepuracionStatements.correcciones(connection, hasta, LOTE));
    if (!depurado.equals(Depurado.NADA)) {
      Auditoria.anotar(
          connection,
          new Asiento(
              Asiento.SISTEMA,
              "DEPURACION",
              "retencion",
              "sat.retencion=" + retencion,
              detalle(hasta, depurado)));
    }
    return depurado;
  }

  private static ObjectNode detalle(Instant hasta, Depurado depurado) {
    ObjectNode detalle = JsonNodeFactory.instance.objectNode();
    detalle.put("hasta", hasta.toString());
    detalle.put("reportes", depurado.reportes());
    detalle.put("cuerpos", depurado.cuerpos());
    detalle.put("respuestas", depurado.respuestas());
    detalle.put("cuarentena", depurado.cuarentena());
    detalle.put("correcciones", depurado.correcciones());
    return detalle;
  }
}
