package co.satccf.sandbox.ministerio;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A Ministry for tests and the local platform: token endpoint, the seven services, their checks, a ledger, and faults on
 * command. One event loop decides everything, so the ledger's order is the order of the decisions.
 */
public final class SimulatedMinistry implements AutoCloseable {

  private final Vertx vertx;
  private final Puertas puertas;

  private SimulatedMinistry(Vertx vertx, Puertas puertas) {
    this.vertx = vertx;
    this.puertas = puertas;
  }

  /** Starts it in this process; returns when it listens on both ports. */
  public static SimulatedMinistry start(OpcionesDelMinisterio opciones) {
    Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(1));
    Puertas puertas = new Puertas(vertx, opciones);
    puertas.abrir().toCompletionStage().toCompletableFuture().join();
    return new SimulatedMinistry(vertx, puertas);
  }

  public String url() {
    return "http://127.0.0.1:" + puertas.puerto.get();
  }

  /** Address of the second port, which answers while connections are refused on the first. */
  public String urlControl() {
    return "http://127.0.0.1:" + puertas.puertoControl.get();
  }

  public ControlDelMinisterio control() {
    return ControlDelMinisterio.en(urlControl());
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  /** Own process: {@code <port> <control port> <latency in ms> <ledger file>}; prints LISTO when it listens. */
  public static void main(String[] args) throws InterruptedException {
    OpcionesDelMinisterio opciones =
        OpcionesDelMinisterio.predeterminadas()
            .conPuerto(Integer.parseInt(args[0]))
            .conPuertoControl(Integer.parseInt(args[1]))
            .conFallas(Fallas.conLatencia(Latencia.fija(Integer.parseInt(args[2]))))
            .conLibro(Path.of(args[3]));
    SimulatedMinistry ministerio = start(opciones);
    Runtime.getRuntime().addShutdownHook(new Thread(ministerio::close, "ministerio-stop"));
    System.out.println("LISTO " + ministerio.url());
    new CountDownLatch(1).await();
  }

  /** The two ports. There is one event loop, so nothing here or behind it needs a lock. */
  private static final class Puertas {
    private static final int BODY_LIMIT = 1024 * 1024;

    private final Vertx vertx;
    private final Atencion atencion;
    private final Control control;
    private HttpServer primera;
    private final AtomicInteger puerto;
    private final AtomicInteger puertoControl;

    Puertas(Vertx vertx, OpcionesDelMinisterio opciones) {
      this.vertx = vertx;
      this.atencion = new Atencion(vertx, opciones);
      this.control = new Control(atencion, this::rechazarConexiones);
      this.primera = vertx.createHttpServer(settings());
      this.puerto = new AtomicInteger(opciones.puerto());
      this.puertoControl = new AtomicInteger(opciones.puertoControl());
    }

    Future<HttpServer> abrir() {
      HttpServer segunda = vertx.createHttpServer(settings());
      segunda.requestHandler(request -> request.body().onSuccess(body -> control.atender(request, body)));
      return abrirPrimera()
          .compose(open -> segunda.listen(puertoControl.get(), "127.0.0.1"))
          .onSuccess(open -> puertoControl.set(open.actualPort()));
    }

    private Future<HttpServer> abrirPrimera() {
      return primera
          .requestHandler(request -> request.body().onSuccess(body -> atender(request, body)))
          .listen(puerto.get(), "127.0.0.1")
          .onSuccess(open -> puerto.set(open.actualPort()));
    }

    private void atender(HttpServerRequest request, Buffer body) {
      if (request.path().startsWith("/control/")) {
        control.atender(request, body);
      } else {
        atencion.atender(request, body);
      }
    }

    /** Closes listener and connections now, and listens again later. */
    private void rechazarConexiones(long milisegundos) {
      HttpServer abierta = primera;
      primera = vertx.createHttpServer(settings());
      abierta.close().onComplete(closed -> vertx.setTimer(Math.max(1, milisegundos), timer -> abrirPrimera()));
    }

    private static HttpServerOptions settings() {
      return new HttpServerOptions()
          .setMaxFormAttributeSize(BODY_LIMIT)
          .setIdleTimeout(120)
          .setTcpNoDelay(true)
          .setAcceptBacklog(1024);
    }
  }
}
