package co.satccf.token.renewal;

import co.satccf.token.flota.Puerta;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.Executor;
import org.jboss.logging.Logger;

/**
 * Requests to the Ministry under way on this replica. It does not end before they have: of one that
 * is cut off nobody stores the token, nor that the password was refused, and the fleet's door stays
 * shut for the rest of its lease.
 */
@ApplicationScoped
public class EnVuelo implements Executor {

  private static final Logger LOG = Logger.getLogger(EnVuelo.class);

  private int cuantas;
  private boolean cerrando;

  @Override
  public void execute(Runnable peticion) {
    empezar();
    Thread.ofVirtual()
        .name("renewal")
        .start(
            () -> {
              try {
                peticion.run();
              } finally {
                terminar();
              }
            });
  }

  /** Whether this replica ends: another one may renew. */
  synchronized boolean cerrando() {
    return cerrando;
  }

  void alApagar(@Observes ShutdownEvent event) {
    cerrar(Puerta.ARRIENDO);
  }

  /** Lets nobody begin, and waits so long at the most for those that have. */
  void cerrar(Duration plazo) {
    synchronized (this) {
      cerrando = true;
    }
    if (!esperar(plazo)) {
      LOG.errorf("event=renewal_cut_off alert=true");
    }
  }

  /**
   * @return whether none is under way
   */
  synchronized boolean esperar(Duration plazo) {
    long fin = System.nanoTime() + plazo.toNanos();
    try {
      for (long resto = plazo.toMillis();
          cuantas > 0 && resto > 0;
          resto = Duration.ofNanos(fin - System.nanoTime()).toMillis()) {
        wait(resto);
      }
    } catch (InterruptedException killed) {
      Thread.currentThread().interrupt();
    }
    return cuantas == 0;
  }

  private synchronized void empezar() {
    cuantas++;
  }

  private synchronized void terminar() {
    cuantas--;
    notifyAll();
  }
}
