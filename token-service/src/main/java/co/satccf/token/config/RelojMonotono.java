package co.satccf.token.config;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * Wall time at the start plus what has passed since on the monotonic clock: a step of the host's
 * time neither lengthens nor shortens the life of a token.
 */
final class RelojMonotono extends Clock {

  private final Clock pared;
  private final Instant inicio;
  private final long origen = System.nanoTime();

  RelojMonotono(Clock pared) {
    this.pared = pared;
    this.inicio = pared.instant();
  }

  @Override
  public Instant instant() {
    return inicio.plusNanos(System.nanoTime() - origen);
  }

  @Override
  public ZoneId getZone() {
    return pared.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return new RelojMonotono(pared.withZone(zone));
  }

  /** Gives every bean the same clock. */
  @Singleton
  static final class Productor {

    @Produces
    @Singleton
    @DefaultBean
    Clock clock() {
      return new RelojMonotono(Clock.system(ZoneOffset.UTC));
    }
  }
}
