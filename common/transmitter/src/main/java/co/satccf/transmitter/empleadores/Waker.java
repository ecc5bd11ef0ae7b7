package co.satccf.transmitter.empleadores;

import co.satccf.model.ServicioSat;
import co.satccf.transmitter.config.SatConfig;
import co.satccf.transmitter.store.Database;
import co.satccf.transmitter.store.Locks;
import co.satccf.transmitter.store.Signals;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;

/** Works off the wake-ups of the register, 1,000 reports to a transaction (rule 2). */
@ApplicationScoped
public class Waker implements Runnable {

  private static final Logger LOG = Logger.getLogger(Waker.class);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

  private final Database database;
  private final Signals signals;
  private final SatConfig config;
  private volatile boolean stopping;

  Waker(Database database, Signals signals, SatConfig config) {
    this.database = database;
    this.signals = signals;
    this.config = config;
  }

  @Override
  public void run() {
    boolean failing = false;
    while (!stopping) {
      try {
        if (!wakeOne()) {
          signals.ofWakeUps().await(config.sondeo());
        }
        failing = false;
      } catch (InterruptedException stop) {
        return;
      } catch (SQLException | RuntimeException failure) {
        if (!failing) {
          LOG.errorf("event=waker_waits cause=%s", failure.getClass().getSimpleName());
          LOG.debug("waker failure", failure);
        }
        failing = true;
        pause();
      }
    }
  }

  /**
   * @return whether there was a wake-up to work on
   */
  boolean wakeOne() throws SQLException {
    Set<String> woken = new HashSet<>();
    boolean found = database.transaction(connection -> wakeOne(connection, woken));
    for (String servicio : woken) {
      ServicioSat.porNombre(servicio).ifPresent(signals::work);
    }
    return found;
  }

  private static boolean wakeOne(Connection connection, Set<String> woken) throws SQLException {
    List<RegisterStatements.WakeUp> next = RegisterStatements.nextWakeUp(connection);
    for (RegisterStatements.WakeUp wakeUp : next) {
      Locks.employer(connection, wakeUp.empleador());
      List<String> evaluated = RegisterStatements.evaluate(connection, wakeUp.empleador());
      woken.addAll(evaluated);
      if (RegisterStatements.whole(evaluated)) {
        RegisterStatements.done(connection, wakeUp);
      }
    }
    return !next.isEmpty();
  }

  private void pause() {
    try {
      signals.ofWakeUps().await(AFTER_FAILURE);
    } catch (InterruptedException stop) {
      stopping = true;
    }
  }

  public void stop() {
    stopping = true;
    signals.wakeUps();
  }
}
