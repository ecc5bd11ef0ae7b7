package co.satccf.transmitter.dispatch;

import co.satccf.model.ServicioSat;
import co.satccf.model.respuesta.Fallo;
import co.satccf.transmitter.config.SatConfig;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.smallrye.faulttolerance.api.TypedGuard;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A breaker and a bulkhead around the calls to each SAT service; the deadline is {@link
 * SatClient}'s own.
 */
@ApplicationScoped
class GuardedCalls {

  private static final Logger LOG = Logger.getLogger(GuardedCalls.class);
  private static final int VOLUME = 20;
  private static final int DELAY_SECONDS = 5;

  private final SatClient client;
  private final Map<ServicioSat, TypedGuard<SatClient.Answer>> guards =
      new EnumMap<>(ServicioSat.class);
  private final Map<ServicioSat, CircuitBreakerState> states = new ConcurrentHashMap<>();

  GuardedCalls(SatClient client, SatConfig config) {
    this.client = client;
    for (ServicioSat servicio : ServicioSat.values()) {
      guards.put(servicio, guard(servicio, config.ministerio().conexiones()));
    }
  }

  private TypedGuard<SatClient.Answer> guard(ServicioSat servicio, int conexiones) {
    return TypedGuard.create(SatClient.Answer.class)
        .withBulkhead()
        .limit(conexiones)
        .queueSize(1)
        .done()
        .withCircuitBreaker()
        .requestVolumeThreshold(VOLUME)
        .failureRatio(0.75)
        .delay(DELAY_SECONDS, ChronoUnit.SECONDS)
        .failOn(SatClient.NoAnswer.class)
        .onStateChange(state -> changed(servicio, state))
        .done()
        .build();
  }

  private void changed(ServicioSat servicio, CircuitBreakerState state) {
    LOG.warnf("event=breaker servicio=%s state=%s", servicio.nombre(), state);
    states.put(servicio, state);
  }

  /**
   * How many calls more the breaker would let through.
   *
   * @param inFlight calls of this process to the service that are not answered
   */
  int allowed(ServicioSat servicio, int inFlight) {
    return switch (states.getOrDefault(servicio, CircuitBreakerState.CLOSED)) {
      case CLOSED -> Integer.MAX_VALUE;
      case HALF_OPEN -> inFlight == 0 ? 1 : 0;
      case OPEN -> 0;
    };
  }

  SatClient.Answer post(
      ServicioSat servicio, String token, byte[] cuerpo, @Nullable String traceparent)
      throws SatClient.NoAnswer, InterruptedException {
    try {
      return Objects.requireNonNull(guards.get(servicio))
          .call(() -> client.post(servicio, token, cuerpo, traceparent));
    } catch (SatClient.NoAnswer | InterruptedException known) {
      throw known;
    } catch (CircuitBreakerOpenException | BulkheadException notCalled) {
      throw new SatClient.NoAnswer(Fallo.POZO_AGOTADO);
    } catch (Exception unexpected) {
      LOG.error("event=call_failed servicio=" + servicio.nombre(), unexpected);
      throw new SatClient.NoAnswer(Fallo.CORTE_TRAS_ESCRIBIR);
    }
  }
}
