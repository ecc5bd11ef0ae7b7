package co.satccf.sandbox.local;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** The pause between two looks at something that takes its time. */
final class Pausa {

  private Pausa() {}

  /**
   * @throws IllegalStateException when the thread is interrupted meanwhile
   */
  static void de(Duration duracion) {
    LockSupport.parkNanos(duracion.toNanos());
    if (Thread.interrupted()) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrumpido");
    }
  }
}
