package co.satccf.transmitter.sweep;

import co.satccf.transmitter.config.SatConfig;
import co.satccf.transmitter.store.Database;
import co.satccf.transmitter.store.Locks;
import co.satccf.transmitter.store.Relevos;
import co.satccf.transmitter.store.Turnos;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Looks for reports that wait for something that is not there any more and evaluates them (rule 2).
 * What it finds is a mistake of ours: its counter must stay 0. One replica of the fleet does it.
 */
@ApplicationScoped
public class Sweeper {

  private static final Logger LOG = Logger.getLogger(Sweeper.class);
  private static final String METRIC = "sat.huerfanos";
  private static final String DUTY = "barrido";

  private final Database database;
  private final MeterRegistry metrics;
  private final UUID self = UUID.randomUUID();

  /** Two rounds: another replica goes on where this one died. */
  private final Duration hold;

  Sweeper(Database database, MeterRegistry metrics, SatConfig config) {
    this.hold = config.barrido().multipliedBy(2);
    this.database = database;
    this.metrics = metrics;
    metrics.counter(METRIC, "causa", "REPORTE_ANTERIOR");
    metrics.counter(METRIC, "causa", "EMPLEADOR_NO_INCORPORADO");
  }

  @Scheduled(
      every = "${sat.barrido}",
      delayed = "${sat.barrido}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void scheduled() {
    try {
      if (database.transaction(connection -> Relevos.take(connection, DUTY, self, hold))) {
        sweep();
      }
    } catch (SQLException | RuntimeException away) {
      LOG.warnf("event=sweep_waits cause=%s", away.getClass().getSimpleName());
    }
  }

  /**
   * In short transactions, however much there is to look over.
   *
   * @return orphans mended
   */
  public int sweep() throws SQLException {
    int turns = 0;
    UUID despues = SweepStatements.PRIMERA;
    while (despues != null) {
      UUID desde = despues;
      SweepStatements.Ventana ventana =
          database.transaction(connection -> SweepStatements.withoutHolder(connection, desde));
      for (SweepStatements.Suspect suspect : ventana.suspects()) {
        turns += giveTurn(suspect);
      }
      despues = ventana.ultima();
    }
    int gates = 0;
    for (String empleador : database.transaction(SweepStatements::wronglyGated)) {
      gates += evaluate(empleador);
    }
    count("REPORTE_ANTERIOR", turns);
    count("EMPLEADOR_NO_INCORPORADO", gates);
    return turns + gates;
  }

  private int giveTurn(SweepStatements.Suspect suspect) throws SQLException {
    return database.transaction(
        connection -> {
          Locks.turn(connection, suspect.llave(), suspect.empleador());
          return SweepStatements.isFree(connection, suspect.llave())
                  && Turnos.siguiente(connection, suspect.llave(), null).isPresent()
              ? 1
              : 0;
        });
  }

  private int evaluate(String empleador) throws SQLException {
    int mended = 0;
    int lote = SweepStatements.LOTE;
    while (lote == SweepStatements.LOTE) {
      lote =
          database.transaction(
              connection -> {
                Locks.employer(connection, empleador);
                return SweepStatements.evaluate(connection, empleador);
              });
      mended += lote;
    }
    return mended;
  }

  private void count(String causa, int orphans) throws SQLException {
    if (orphans > 0) {
      LOG.errorf("event=orphans causa=%s reportes=%d", causa, orphans);
      metrics.counter(METRIC, "causa", causa).increment(orphans);
      database.transaction(connection -> SweepStatements.count(connection, causa, orphans));
    }
  }
}
