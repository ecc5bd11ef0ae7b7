package co.satccf.sandbox.caos;

import co.satccf.sandbox.local.Plataforma;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Starts a service again that has ended, whatever ended it, as the orchestrator would: one that
 * finds no database when it starts gives up, and that is right.
 */
final class Vigia {
  private final Plataforma plataforma;
  private final Consumer<String> diario;
  private final AtomicInteger revividos = new AtomicInteger();

  Vigia(Plataforma plataforma, Consumer<String> diario) {
    this.plataforma = plataforma;
    this.diario = diario;
  }

  /** One round over the services. */
  synchronized void mirar() {
    for (String nombre : plataforma.servicios()) {
      try {
        if (!plataforma.vive(nombre)) {
          diario.accept("vuelve a arrancar " + nombre);
          plataforma.revivir(nombre);
          revividos.incrementAndGet();
        }
      } catch (NullPointerException takenAwayMeanwhile) {
        // A replica that has gone for good.
      }
    }
  }

  /** Starts so far. */
  int revividos() {
    return revividos.get();
  }
}
