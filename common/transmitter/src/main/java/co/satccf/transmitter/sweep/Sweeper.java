package co.satccf.transmitter.sweep;

import co.satccf.transmitter.store.Database;
import co.satccf.transmitter.store.Locks;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Looks for reports that wait for something that is not there any more and evaluates them (rule 2).
 * What it finds is a mistake of ours: its counter must stay 0.
 */
@ApplicationScoped
public class Sweeper {

  private static final Logger LOG = Logger.getLogger(Sweeper.class);
  private static final String METRIC = "sat.huerfanos";

  private final Database database;
  private final MeterRegistry metrics;

  Sweeper(Database database, MeterRegistry metrics) {
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
      sweep();
    } catch (SQLException | RuntimeException away) {
      LOG.warnf("event=sweep_waits cause=%s", away.getClass().getSimpleName());
    }
  }

  /**
   * @return orphans mended
   */
  public int sweep() throws SQLException {
    int turns = 0;
    for (SweepStatements.Suspect suspect : database.transaction(SweepStatements::withoutHolder)) {
      turns +=
          database.transaction(
              connection -> {
                Locks.turn(connection, suspect.llave(), suspect.empleador());
                return SweepStatements.giveTurn(connection, suspect.llave());
              });
    }
    int gates = 0;
    List<String> suspects = database.transaction(SweepStatements::wronglyGated);
    for (String empleador : suspects) {
      gates +=
          database.transaction(
              connection -> {
                Locks.employer(connection, empleador);
                return SweepStatements.evaluate(connection, empleador);
              });
    }
    count("REPORTE_ANTERIOR", turns);
    count("EMPLEADOR_NO_INCORPORADO", gates);
    return turns + gates;
  }

  private void count(String causa, int orphans) throws SQLException {
    if (orphans > 0) {
      LOG.errorf("event=orphans causa=%s reportes=%d", causa, orphans);
      metrics.counter(METRIC, "causa", causa).increment(orphans);
      database.transaction(connection -> SweepStatements.count(connection, causa, orphans));
    }
  }
}
