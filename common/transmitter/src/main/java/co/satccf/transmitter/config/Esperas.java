package co.satccf.transmitter.config;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How long a report waits before it may be claimed again. */
@Singleton
public class Esperas {

  private final Duration inicial;
  private final Duration maxima;
  private final @Nullable Duration incierto;
  private final Map<String, Reenvio> reenvios;

  @Inject
  public Esperas(SatConfig config) {
    this(
        config.espera().inicial(),
        config.espera().maxima(),
        switch (config.incierto().modo()) {
          case REENVIAR -> config.incierto().espera();
          case ESPERAR -> null;
        },
        config.codigos().reenviar().entrySet().stream()
            .collect(
                Collectors.toMap(
                    // An environment variable writes it in lower case.
                    codigo -> codigo.getKey().toUpperCase(Locale.ROOT),
                    codigo -> new Reenvio(codigo.getValue().espera(), codigo.getValue().veces()))));
  }

  /** How a report that was refused with some code goes again unchanged. */
  public record Reenvio(Duration espera, int veces) {}

  public Esperas(
      Duration inicial,
      Duration maxima,
      @Nullable Duration incierto,
      Map<String, Reenvio> reenvios) {
    this.inicial = inicial;
    this.maxima = maxima;
    this.incierto = incierto;
    this.reenvios = reenvios;
  }

  /** Capped exponential backoff with full jitter, for ever (rule 4). */
  public Duration reintento(int fallos) {
    long tope = Math.min(maxima.toMillis(), inicial.toMillis() << Math.min(fallos, 20));
    return Duration.ofMillis(ThreadLocalRandom.current().nextLong(tope + 1));
  }

  /**
   * Null when a person decides what becomes of a refused report (rule 13).
   *
   * @param hechos how often this body went again by the delay of its code
   */
  public @Nullable Duration reenvio(String codigo, int hechos) {
    Reenvio reenvio = reenvios.get(codigo);
    return reenvio == null || hechos >= reenvio.veces() ? null : reenvio.espera();
  }

  /** Null when an uncertain report waits for a person (rule 5). */
  public @Nullable Duration incierto() {
    return incierto;
  }
}
