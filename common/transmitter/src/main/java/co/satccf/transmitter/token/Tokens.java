package co.satccf.transmitter.token;

import co.satccf.model.ServicioSat;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.faulttolerance.api.TypedGuard;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of this process: asked from token-service once and held while they live. One question
 * per SAT service is under way at a time.
 */
@ApplicationScoped
public class Tokens {

  private static final Duration NO_ANSWER = Duration.ofSeconds(2);

  /** Credentials that are mended must not wait for an answer given before. */
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

  private final TokenApi api;
  private final ObjectMapper json;
  private final Map<ServicioSat, Slot> slots = new ConcurrentHashMap<>();
  private final TypedGuard<TokenSat> guard =
      TypedGuard.create(TokenSat.class)
          .withTimeout()
          .duration(10, ChronoUnit.SECONDS)
          .done()
          .withCircuitBreaker()
          .requestVolumeThreshold(10)
          .delay(2, ChronoUnit.SECONDS)
          .skipOn(TokenNoDisponible.class)
          .done()
          .build();

  Tokens(@RestClient TokenApi api, ObjectMapper json) {
    this.api = api;
    this.json = json;
  }

  private static final class Slot {
    final ReentrantLock lock = new ReentrantLock();
    volatile @Nullable TokenSat token;
  }

  /** A living token. */
  public TokenSat vigente(ServicioSat servicio) throws TokenNoDisponible {
    Slot slot = slot(servicio);
    TokenSat held = slot.token;
    return held != null && held.alive()
        ? held
        : replace(slot, held, () -> api.token(servicio.nombre()));
  }

  /**
   * Another token than the one SAT refused; somebody else may have fetched it already (rule 18).
   */
  public TokenSat enLugarDe(ServicioSat servicio, TokenSat rechazado) throws TokenNoDisponible {
    Slot slot = slot(servicio);
    TokenSat held = slot.token;
    if (held != null && held.alive() && !held.huella().equals(rechazado.huella())) {
      return held;
    }
    return replace(
        slot, held, () -> api.refused(servicio.nombre(), new TokenApi.Huella(rechazado.huella())));
  }

  private TokenSat replace(Slot slot, @Nullable TokenSat seen, Callable<Response> question)
      throws TokenNoDisponible {
    slot.lock.lock();
    try {
      TokenSat held = slot.token;
      if (held != null && held != seen && held.alive()) {
        return held;
      }
      // What is replaced is dead or refused: without another there is none, and nobody goes to SAT.
      slot.token = null;
      TokenSat fresh = ask(question);
      slot.token = fresh;
      return fresh;
    } finally {
      slot.lock.unlock();
    }
  }

  private TokenSat ask(Callable<Response> question) throws TokenNoDisponible {
    try {
      return guard.call(() -> read(question));
    } catch (TokenNoDisponible refused) {
      throw refused;
    } catch (Exception unreachable) {
      throw new TokenNoDisponible(TokenNoDisponible.SIN_RESPUESTA, NO_ANSWER);
    }
  }

  private TokenSat read(Callable<Response> question) throws Exception {
    long askedAt = System.nanoTime();
    try (Response response = answer(question)) {
      JsonNode body = body(response);
      if (response.getStatus() == 200) {
        return TokenSat.of(
            body.path("token").asText(),
            body.path("huella").asText(),
            Duration.ofSeconds(body.path("segundosRestantes").asInt()),
            askedAt);
      }
      boolean admitted = response.getStatus() != 401 && response.getStatus() != 403;
      throw new TokenNoDisponible(
          admitted
              ? body.path("codigo").asText("TOKEN_SERVICE_" + response.getStatus())
              : TokenNoDisponible.NO_ADMITIDO,
          retryAfter(response));
    }
  }

  /** The REST client throws on a problem; its answer is what we want to read. */
  private static Response answer(Callable<Response> question) throws Exception {
    try {
      return question.call();
    } catch (WebApplicationException problem) {
      return problem.getResponse();
    }
  }

  private JsonNode body(Response response) throws IOException {
    String text = response.hasEntity() ? response.readEntity(String.class) : "";
    return json.readTree(text.isBlank() ? "{}" : text);
  }

  private static Duration retryAfter(Response response) {
    String header = response.getHeaderString(HttpHeaders.RETRY_AFTER);
    boolean seconds = header != null && header.matches("\\d{1,6}");
    Duration asked = seconds ? Duration.ofSeconds(Long.parseLong(header)) : NO_ANSWER;
    return asked.compareTo(LONGEST_WAIT) < 0 ? asked : LONGEST_WAIT;
  }

  private Slot slot(ServicioSat servicio) {
    return slots.computeIfAbsent(servicio, s -> new Slot());
  }
}
