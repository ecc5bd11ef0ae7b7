package co.satccf.transmitter.correccion;

import co.satccf.transmitter.resguardo.Resguardo;
import co.satccf.transmitter.store.Database;
import co.satccf.transmitter.store.Signals;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Applies the corrections that wait, whenever an event, an answer or a person may have freed one.
 */
@ApplicationScoped
public class Corrector implements Runnable {

  private static final Logger LOG = Logger.getLogger(Corrector.class);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

  /** Another replica's events and answers are found by looking. */
  private static final Duration ENTRE_MIRADAS = Duration.ofSeconds(1);

  private final Database database;
  private final Correcciones correcciones;
  private final Resguardo resguardo;
  private final Signals signals;
  private volatile boolean stopping;

  Corrector(Database database, Correcciones correcciones, Resguardo resguardo, Signals signals) {
    this.database = database;
    this.correcciones = correcciones;
    this.resguardo = resguardo;
    this.signals = signals;
  }

  @Override
  public void run() {
    boolean failing = false;
    while (!stopping) {
      try {
        if (aplicarTodas() == 0) {
          signals.ofCorrections().await(ENTRE_MIRADAS);
        }
        failing = false;
      } catch (InterruptedException stop) {
        return;
      } catch (SQLException | RuntimeException failure) {
        if (!failing) {
          LOG.errorf("event=corrector_waits cause=%s", failure.getClass().getSimpleName());
          LOG.debug("corrector failure", failure);
        }
        failing = true;
        pause();
      }
    }
  }

  /**
   * @return how many no longer wait
   */
  int aplicarTodas() throws SQLException {
    int aplicadas = 0;
    List<CorreccionGuardada> aplicables =
        database.transaction(
            connection -> CorreccionStatements.aplicables(connection, resguardo.claves()));
    for (CorreccionGuardada correccion : aplicables) {
      if (correcciones.aplicar(correccion)) {
        aplicadas++;
      }
    }
    return aplicadas;
  }

  private void pause() {
    try {
      signals.ofCorrections().await(AFTER_FAILURE);
    } catch (InterruptedException stop) {
      stopping = true;
    }
  }

  public void stop() {
    stopping = true;
    signals.corrections();
  }
}
