package co.satccf.transmitter.store;

import co.satccf.model.ServicioSat;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Says inside this process that there may be work, so that nobody has to poll fast; other replicas
 * find it at their next poll.
 */
@ApplicationScoped
public class Signals {

  private final Map<ServicioSat, Signal> work = new ConcurrentHashMap<>();
  private final Signal outbox = new Signal();
  private final Signal wakeUps = new Signal();
  private final Signal corrections = new Signal();

  /** A binary event: raised any number of times, awaited once. */
  public static final class Signal {

    private final Semaphore raised = new Semaphore(0);

    public void raise() {
      if (raised.availablePermits() == 0) {
        raised.release();
      }
    }

    /** Forgets that it was raised. */
    public void clear() {
      raised.drainPermits();
    }

    /** Returns when raised or after the time, whichever comes first. */
    public void await(Duration atMost) throws InterruptedException {
      if (raised.tryAcquire(atMost.toNanos(), TimeUnit.NANOSECONDS)) {
        raised.drainPermits();
      }
    }
  }

  public void work(ServicioSat servicio) {
    workOf(servicio).raise();
  }

  public Signal workOf(ServicioSat servicio) {
    return work.computeIfAbsent(servicio, s -> new Signal());
  }

  public void outbox() {
    outbox.raise();
  }

  public Signal ofOutbox() {
    return outbox;
  }

  public void wakeUps() {
    wakeUps.raise();
  }

  public void corrections() {
    corrections.raise();
  }

  public Signal ofCorrections() {
    return corrections;
  }

  public Signal ofWakeUps() {
    return wakeUps;
  }
}
