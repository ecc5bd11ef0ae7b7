package co.satccf.transmitter.dispatch;

import co.satccf.transmitter.config.SatConfig;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** How long a report waits before it may be claimed again. */
@Singleton
public class Esperas {

  private final Duration inicial;
  private final Duration maxima;
  private final @Nullable Duration incierto;

  @Inject
  Esperas(SatConfig config) {
    this(
        config.espera().inicial(),
        config.espera().maxima(),
        switch (config.incierto().modo()) {
          case REENVIAR -> config.incierto().espera();
          case ESPERAR -> null;
        });
  }

  Esperas(Duration inicial, Duration maxima, @Nullable Duration incierto) {
    this.inicial = inicial;
    this.maxima = maxima;
    this.incierto = incierto;
  }

  /** Capped exponential backoff with full jitter, for ever (rule 4). */
  Duration reintento(int fallos) {
    long tope = Math.min(maxima.toMillis(), inicial.toMillis() << Math.min(fallos, 20));
    return Duration.ofMillis(ThreadLocalRandom.current().nextLong(tope + 1));
  }

  /** Null when an uncertain report waits for a person (rule 5). */
  @Nullable Duration incierto() {
    return incierto;
  }
}
