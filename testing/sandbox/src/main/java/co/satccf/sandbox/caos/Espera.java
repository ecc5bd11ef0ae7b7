package co.satccf.sandbox.caos;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Waiting for an instant of the run, and trying again until something works. */
final class Espera {
  private static final Duration ENTRE_INTENTOS = Duration.ofSeconds(1);

  private Espera() {}

  /**
   * @param instante of {@link System#nanoTime()}
   */
  static void hasta(long instante) {
    long falta = instante - System.nanoTime();
    while (falta > 0) {
      LockSupport.parkNanos(falta);
      falta = instante - System.nanoTime();
    }
  }

  /**
   * @throws RuntimeException what it failed with at last, when it has not worked in the time
   */
  static void hastaLograr(Duration plazo, Runnable intento) {
    long limite = System.nanoTime() + plazo.toNanos();
    while (true) {
      try {
        intento.run();
        return;
      } catch (RuntimeException again) {
        if (System.nanoTime() > limite) {
          throw again;
        }
        LockSupport.parkNanos(ENTRE_INTENTOS.toNanos());
      }
    }
  }
}
