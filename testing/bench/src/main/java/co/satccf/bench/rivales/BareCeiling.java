package co.satccf.bench.rivales;

import co.satccf.model.ServicioSat;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * The most that anybody could reach: prepared bodies, posted with the HTTP client of the suite and
 * its limit in flight; no database, no Kafka, nothing is kept.
 */
public final class BareCeiling {
  private final URI ministerio;
  private final ServicioSat servicio;
  private final int inFlight;

  public BareCeiling(URI ministerio, ServicioSat servicio, int inFlight) {
    this.ministerio = ministerio;
    this.servicio = servicio;
    this.inFlight = inFlight;
  }

  /**
   * Posts until the time is over. The first fifth of the time, in which connections are made and
   * code is compiled, does not count.
   *
   * @param bodies each is sent once; more than can be sent in the time
   * @return answers with status 200 per second
   */
  public double perSecond(List<String> bodies, Duration time) throws InterruptedException {
    String token = new TokenPeer(ministerio).fetch(servicio);
    Vertx vertx =
        Vertx.vertx(
            new VertxOptions()
                .setEventLoopPoolSize(1)
                .setFileSystemOptions(
                    new FileSystemOptions()
                        .setFileCachingEnabled(false)
                        .setClassPathResolvingEnabled(false)));
    try {
      HttpClient client =
          vertx.createHttpClient(
              new HttpClientOptions().setMaxRedirects(0),
              new PoolOptions().setHttp1MaxSize(inFlight));
      Posting posting = new Posting(client, token, bodies.iterator(), time);
      vertx.runOnContext(start -> posting.begin());
      posting.ended.await(time.toSeconds() + 30, TimeUnit.SECONDS);
      return posting.accepted.sum() / ((posting.limit - posting.counted) / 1e9);
    } finally {
      vertx.close().toCompletionStage().toCompletableFuture().join();
    }
  }

  /** Runs on one event loop: the next body goes when an answer has come. */
  private final class Posting {
    private final HttpClient client;
    private final String token;
    private final Iterator<String> bodies;
    private final LongAdder accepted = new LongAdder();
    private final CountDownLatch ended = new CountDownLatch(inFlight);
    private final long counted;
    private final long limit;

    Posting(HttpClient client, String token, Iterator<String> bodies, Duration time) {
      this.client = client;
      this.token = token;
      this.bodies = bodies;
      long start = System.nanoTime();
      this.counted = start + time.toNanos() / 5;
      this.limit = start + time.toNanos();
    }

    void begin() {
      for (int i = 0; i < inFlight; i++) {
        next();
      }
    }

    private void next() {
      if (!bodies.hasNext() || System.nanoTime() - limit > 0) {
        ended.countDown();
        return;
      }
      String body = bodies.next();
      client
          .request(
              new RequestOptions()
                  .setMethod(HttpMethod.POST)
                  .setAbsoluteURI(ministerio.resolve(servicio.ruta()).toString()))
          .compose(
              request ->
                  request
                      .putHeader("Authorization", "bearer " + token)
                      .putHeader("Content-Type", "application/json; charset=utf-8")
                      .putHeader("Accept", "application/json")
                      .send(Buffer.buffer(body)))
          .compose(this::read)
          .onComplete(read -> next());
    }

    private Future<Buffer> read(HttpClientResponse response) {
      long now = System.nanoTime();
      if (response.statusCode() == 200 && now - counted > 0 && now - limit <= 0) {
        accepted.increment();
      }
      return response.body();
    }
  }
}
