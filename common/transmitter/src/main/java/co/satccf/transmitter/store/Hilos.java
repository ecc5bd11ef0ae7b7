package co.satccf.transmitter.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * The loops of this process, each in a virtual thread. A loop that an {@link Error} ended is begun
 * again; one that is gone for good is told, so that the process can be replaced.
 */
@ApplicationScoped
public class Hilos {

  private static final Logger LOG = Logger.getLogger(Hilos.class);
  private static final Duration AFTER_AN_ERROR = Duration.ofSeconds(1);

  private final Map<String, String> muertos = new ConcurrentHashMap<>();
  private volatile boolean parando;

  public void empezar(String nombre, Runnable ciclo) {
    Thread.ofVirtual().name(nombre).start(() -> mantener(nombre, ciclo));
  }

  /** From now on a loop may end. */
  public void parar() {
    parando = true;
  }

  /** Loops that ended although nobody stopped them, with what ended them. */
  public Map<String, String> muertos() {
    return parando ? Map.of() : Map.copyOf(muertos);
  }

  public boolean parando() {
    return parando;
  }

  private void mantener(String nombre, Runnable ciclo) {
    String causa = "terminó";
    try {
      while (!parando && fallido(nombre, ciclo)) {
        Thread.sleep(AFTER_AN_ERROR);
      }
    } catch (InterruptedException stop) {
      causa = "interrumpido";
    } catch (VirtualMachineError fatal) {
      causa = fatal.getClass().getSimpleName();
      throw fatal;
    } finally {
      muertos.put(nombre, causa);
      if (!parando) {
        LOG.fatalf("event=loop_ended loop=%s cause=%s", nombre, causa);
      }
    }
  }

  /** Whether an error ended the loop that another round may survive. */
  private static boolean fallido(String nombre, Runnable ciclo) {
    try {
      ciclo.run();
      return false;
    } catch (VirtualMachineError fatal) {
      throw fatal;
    } catch (Error error) {
      LOG.errorf("event=loop_begins_again loop=%s cause=%s", nombre, error.getClass().getName());
      LOG.debug("loop failure", error);
      return true;
    }
  }
}
