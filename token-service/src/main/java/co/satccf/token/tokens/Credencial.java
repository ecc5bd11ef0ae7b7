package co.satccf.token.tokens;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Whether user and password stand. Once refused, no token is asked for any service until they
 * change, which in this version takes a restart: an account must not be locked by us (rule 18).
 */
@ApplicationScoped
public class Credencial {

  private static final Logger LOG = Logger.getLogger(Credencial.class);
  private static final Duration RETRY_AFTER = Duration.ofMinutes(5);

  private final Clock clock;
  private final AtomicReference<@Nullable Instant> rechazada = new AtomicReference<>();

  Credencial(Clock clock, MeterRegistry metrics) {
    this.clock = clock;
    Gauge.builder("sat.credencial.rechazada", () -> rechazada.get() == null ? 0 : 1)
        .register(metrics);
  }

  void exigir() throws TokenNoDisponible {
    if (rechazada.get() != null) {
      throw new TokenNoDisponible(TokenNoDisponible.Motivo.CREDENCIAL_RECHAZADA, RETRY_AFTER);
    }
  }

  void rechazar() {
    if (rechazada.compareAndSet(null, clock.instant())) {
      LOG.fatal("event=credential_refused action=change_the_credentials_and_restart");
    }
  }

  public Optional<Instant> rechazadaDesde() {
    return Optional.ofNullable(rechazada.get());
  }
}
