package co.satccf.sandbox.ministerio;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/**
 * A Ministry for tests and the local platform: token endpoint, the seven services, their checks, a ledger, and faults on
 * command. One event loop decides everything, so the ledger's order is the order of the decisions.
 */
public final class SimulatedMinistry implements AutoCloseable {

  private final Vertx vertx;
  private final Verticle verticle;

  private SimulatedMinistry(Vertx vertx, Verticle verticle) {
    this.vertx = vertx;
    this.verticle = verticle;
  }

  /** Starts it in this process; returns when it listens on both ports. */
  public static SimulatedMinistry start(OpcionesDelMinisterio opciones) {
    Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(1));
    Verticle verticle = new Verticle(opciones);
    vertx.deployVerticle(verticle).toCompletionStage().toCompletableFuture().join();
    return new SimulatedMinistry(vertx, verticle);
  }

  public String url() {
    return "http://127.0.0.1:" + verticle.puerto;
  }

  /** Address of the second port, which answers while connections are refused on the first. */
  public String urlControl() {
    return "http://127.0.0.1:" + verticle.puertoControl;
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

  private static final class Verticle extends AbstractVerticle {
    private static final int BODY_LIMIT = 1024 * 1024;

    private final OpcionesDelMinisterio opciones;
    volatile int puerto;
    volatile int puertoControl;

    Verticle(OpcionesDelMinisterio opciones) {
      this.opciones = opciones;
      this.puerto = opciones.puerto();
      this.puertoControl = opciones.puertoControl();
    }

    @Override
    public void start(Promise<Void> started) {
      Atencion atencion = new Atencion(vertx, opciones);
      Control control = new Control(atencion, this::rechazarConexiones);
      servicios = new Servicios(atencion, control);
      HttpServer segundo = vertx.createHttpServer(settings());
      segundo.requestHandler(request -> request.body().onSuccess(body -> control.atender(request, body)));
      abrir()
          .compose(first -> segundo.listen(puertoControl, "127.0.0.1"))
          .onSuccess(server -> puertoControl = server.actualPort())
          .<Void>mapEmpty()
          .onComplete(started);
    }

    private Servicios servicios;
    private HttpServer primero;

    private io.vertx.core.Future<HttpServer> abrir() {
      primero = vertx.createHttpServer(settings());
      primero.requestHandler(servicios::atender);
      return primero
          .listen(puerto, "127.0.0.1")
          .onSuccess(server -> puerto = server.actualPort());
    }

    /** Closes listener and connections now, and listens again later. */
    private void rechazarConexiones(long milisegundos) {
      primero.close().onComplete(closed -> vertx.setTimer(Math.max(1, milisegundos), timer -> abrir()));
    }

    private static HttpServerOptions settings() {
      return new HttpServerOptions()
          .setMaxFormAttributeSize(BODY_LIMIT)
          .setIdleTimeout(120)
          .setTcpNoDelay(true)
          .setAcceptBacklog(1024);
    }
  }

  /** Which door a request of the first port goes through. */
  private record Servicios(Atencion atencion, Control control) {
    void atender(io.vertx.core.http.HttpServerRequest request) {
      request.body().onSuccess(body -> {
        if (request.path().startsWith("/control/")) {
          control.atender(request, body);
        } else {
          atencion.atender(request, body);
        }
      });
    }
  }
}
