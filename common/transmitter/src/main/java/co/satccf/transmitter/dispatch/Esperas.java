package co.satccf.transmitter.dispatch;

import co.satccf.transmitter.config.SatConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** How long a report waits before it may be claimed again. */
@ApplicationScoped
public class Esperas {

  private final SatConfig config;

  Esperas(SatConfig config) {
    this.config = config;
  }

  /** Capped exponential backoff with full jitter, for ever (rule 4). */
  Duration reintento(int fallos) {
    long inicial = config.espera().inicial().toMillis();
    long tope = Math.min(config.espera().maxima().toMillis(), inicial << Math.min(fallos, 20));
    return Duration.ofMillis(ThreadLocalRandom.current().nextLong(tope + 1));
  }

  /** Null when an uncertain report waits for a person (rule 5). */
  @Nullable Duration incierto() {
    return switch (config.incierto().modo()) {
      case REENVIAR -> config.incierto().espera();
      case ESPERAR -> null;
    };
  }
}
