package co.satccf.transmitter.dispatch;

import co.satccf.model.ServicioSat;
import co.satccf.model.respuesta.Fallo;
import co.satccf.transmitter.config.SatConfig;
import co.satccf.transmitter.trazas.Traceparent;
import io.netty.channel.ConnectTimeoutException;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * One POST to SAT, told apart by whether a byte of it can have left (rule 4). No redirects, no
 * retry, a bounded answer, and one deadline for the whole call that a dripping body cannot stretch.
 * Each SAT service has its own connections, so that a slow one does not slow the others
 * (docs/adr/0004).
 */
@ApplicationScoped
class SatClient {

  private final URI base;
  private final int respuestaMaxima;
  private final long plazoNanos;
  private final Map<ServicioSat, HttpClient> clients = new EnumMap<>(ServicioSat.class);

  SatClient(Vertx vertx, SatConfig config) {
    SatConfig.Ministerio ministerio = config.ministerio();
    base = ministerio.url();
    respuestaMaxima = ministerio.respuestaMaxima();
    plazoNanos = ministerio.plazo().toNanos();
    HttpClientOptions options =
        new HttpClientOptions()
            .setSsl("https".equals(base.getScheme()))
            .setVerifyHost(true)
            .setConnectTimeout((int) ministerio.conexion().toMillis())
            .setKeepAliveTimeout(15)
            .setMaxRedirects(0)
            .setDecompressionSupported(false);
    // An answer may be there an instant before its connection is free for the next call, which
    // waits for it: GuardedCalls lets no more calls through than there are connections.
    PoolOptions pool = new PoolOptions().setHttp1MaxSize(ministerio.conexiones());
    for (ServicioSat servicio : ServicioSat.values()) {
      clients.put(servicio, vertx.createHttpClient(options, pool));
    }
  }

  /** An HTTP answer, whole. */
  record Answer(int status, Optional<String> retryAfter, byte[] body) {}

  /** No whole answer came; says what is known of the request. */
  static final class NoAnswer extends Exception {

    private static final long serialVersionUID = 1L;

    final Fallo fallo;

    NoAnswer(Fallo fallo) {
      super(fallo.name(), null, false, false);
      this.fallo = fallo;
    }
  }

  /**
   * Blocks the calling virtual thread until the answer is whole or the deadline is over.
   *
   * @param traceparent null tells the Ministry nothing of our traces
   */
  Answer post(ServicioSat servicio, String token, byte[] cuerpo, @Nullable String traceparent)
      throws NoAnswer, InterruptedException {
    long deadline = System.nanoTime() + plazoNanos;
    HttpClientRequest request = connect(servicio, deadline);
    request
        .putHeader("Authorization", "bearer " + token)
        .putHeader("Content-Type", "application/json; charset=utf-8")
        .putHeader("Accept", "application/json");
    if (traceparent != null) {
      request.putHeader(Traceparent.CABECERA, traceparent);
    }
    CompletableFuture<Answer> answer = new CompletableFuture<>();
    request
        .response()
        .onSuccess(response -> collect(response, answer))
        .onFailure(cut -> answer.completeExceptionally(new NoAnswer(Fallo.CORTE_TRAS_ESCRIBIR)));
    request
        .end(Buffer.buffer(cuerpo))
        .onFailure(cut -> answer.completeExceptionally(new NoAnswer(Fallo.CORTE_TRAS_ESCRIBIR)));
    try {
      return answer.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException late) {
      request.reset();
      throw new NoAnswer(Fallo.PLAZO_TRAS_ESCRIBIR);
    } catch (ExecutionException failed) {
      request.reset();
      throw failed.getCause() instanceof NoAnswer known
          ? known
          : new NoAnswer(Fallo.CORTE_TRAS_ESCRIBIR);
    }
  }

  private HttpClientRequest connect(ServicioSat servicio, long deadline)
      throws NoAnswer, InterruptedException {
    RequestOptions options =
        new RequestOptions()
            .setMethod(HttpMethod.POST)
            .setAbsoluteURI(base.resolve(servicio.ruta()).toString());
    CompletableFuture<HttpClientRequest> connected =
        client(servicio).request(options).toCompletionStage().toCompletableFuture();
    try {
      return connected.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException late) {
      connected.thenAccept(HttpClientRequest::reset);
      throw new NoAnswer(Fallo.PLAZO_ANTES_DE_ESCRIBIR);
    } catch (ExecutionException failed) {
      throw new NoAnswer(beforeWriting(failed.getCause()));
    }
  }

  private HttpClient client(ServicioSat servicio) {
    return Objects.requireNonNull(clients.get(servicio));
  }

  private void collect(HttpClientResponse response, CompletableFuture<Answer> answer) {
    Buffer body = Buffer.buffer();
    response.handler(
        chunk -> {
          if (body.length() + chunk.length() > respuestaMaxima) {
            answer.completeExceptionally(new NoAnswer(Fallo.RESPUESTA_DESMEDIDA));
          } else {
            body.appendBuffer(chunk);
          }
        });
    response.exceptionHandler(
        cut -> answer.completeExceptionally(new NoAnswer(Fallo.RESPUESTA_TRUNCADA)));
    response.endHandler(
        end ->
            answer.complete(
                new Answer(
                    response.statusCode(),
                    Optional.ofNullable(response.getHeader("Retry-After")),
                    body.getBytes())));
  }

  private static Fallo beforeWriting(@Nullable Throwable cause) {
    return switch (cause) {
      case UnknownHostException _ -> Fallo.DNS;
      case SSLException _ -> Fallo.TLS;
      case ConnectTimeoutException _ -> Fallo.PLAZO_ANTES_DE_ESCRIBIR;
      case null, default -> Fallo.CONEXION_RECHAZADA;
    };
  }

  @PreDestroy
  void close() {
    clients.values().forEach(HttpClient::close);
  }
}
