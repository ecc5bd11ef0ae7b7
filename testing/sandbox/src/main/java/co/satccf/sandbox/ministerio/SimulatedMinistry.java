package co.satccf.sandbox.ministerio;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * A Ministry for tests and the local platform: token endpoint, the seven services with their own
 * checks, a ledger, and faults on command. One event loop decides everything, so the ledger's order
 * is the order of the decisions.
 *
 * <p>{@link #stop()} and {@link #start()} keep ports, employers, tokens, radicados and ledger.
 */
public final class SimulatedMinistry implements AutoCloseable {
  private static final int MAXIMO_CUERPO = 1024 * 1024;

  private final OpcionesDelMinisterio opciones;
  private volatile int puerto;
  private volatile int puertoControl;
  private final Estado estado;
  private final Map<String, Servicio> rutas = new HashMap<>();
  private @Nullable Vertx vertx;

  private SimulatedMinistry(OpcionesDelMinisterio opciones) {
    this.opciones = opciones;
    this.puerto = opciones.puerto();
    this.puertoControl = opciones.puertoControl();
    this.estado = new Estado(opciones);
    for (Servicio servicio : Servicio.values()) {
      rutas.put(servicio.ruta().toLowerCase(Locale.ROOT), servicio);
    }
  }

  /** Starts one in this process; returns when it listens on both ports. */
  public static SimulatedMinistry start(OpcionesDelMinisterio opciones) {
    SimulatedMinistry ministerio = new SimulatedMinistry(opciones);
    ministerio.start();
    return ministerio;
  }

  /** Listens again after {@link #stop()}; does nothing when it listens. */
  public synchronized void start() {
    if (vertx != null) {
      return;
    }
    Vertx nuevo =
        Vertx.vertx(
            new VertxOptions()
                .setEventLoopPoolSize(1)
                .setWorkerPoolSize(1)
                // Else Vert.x makes a folder in the temp folder that a kill leaves behind.
                .setFileSystemOptions(
                    new FileSystemOptions()
                        .setFileCachingEnabled(false)
                        .setClassPathResolvingEnabled(false)));
    Recepcion recepcion = new Recepcion(nuevo);
    Future.all(recepcion.servicios.abrir(), recepcion.soloControl.abrir())
        .toCompletionStage()
        .toCompletableFuture()
        .join();
    puerto = recepcion.servicios.puerto();
    puertoControl = recepcion.soloControl.puerto();
    vertx = nuevo;
  }

  /** Cuts every connection and closes both ports; what it knows stays. */
  public synchronized void stop() {
    if (vertx != null) {
      vertx.close().toCompletionStage().toCompletableFuture().join();
      vertx = null;
    }
  }

  /** {@link #stop()}, and closes the ledger's file; not to be started again. */
  @Override
  public void close() {
    stop();
    try {
      estado.libro().close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Value of {@code sat.ministerio.url}. */
  public String url() {
    return "http://127.0.0.1:" + puerto;
  }

  /** Address of the second port: /control only, open also while the first refuses connections. */
  public String urlControl() {
    return "http://127.0.0.1:" + puertoControl;
  }

  public ControlDelMinisterio control() {
    return ControlDelMinisterio.en(urlControl());
  }

  /** The options it was started with. */
  public OpcionesDelMinisterio opciones() {
    return opciones;
  }

  /** Leads each request to its route, on the event loop. */
  private final class Recepcion {
    private final Vertx bucle;
    private final Puerta servicios;
    private final Puerta soloControl;
    private final RutaToken token;
    private final RutaReportes reportes;
    private final RutaControl control;
    private final Fila fila = new Fila(() -> estado.averias().puestos());

    Recepcion(Vertx bucle) {
      this.bucle = bucle;
      Entrega entrega = new Entrega(bucle);
      this.token = new RutaToken(estado, entrega);
      this.reportes = new RutaReportes(estado, entrega);
      this.servicios = new Puerta(bucle, puerto, this::recibir);
      this.soloControl = new Puerta(bucle, puertoControl, this::recibirControl);
      this.control = new RutaControl(estado, servicios);
    }

    private void recibirControl(HttpServerRequest pedido) {
      pedido.body().onSuccess(cuerpo -> control.atender(pedido, cuerpo));
    }

    private void recibir(HttpServerRequest pedido) {
      String ruta = pedido.path().toLowerCase(Locale.ROOT);
      Servicio servicio = rutas.get(ruta);
      if (ruta.startsWith(RutaControl.PREFIJO)) {
        recibirControl(pedido);
      } else if (servicio == null && !ruta.equals("/token")) {
        Entrega.entera(pedido, Respuesta.mensaje(404, "No existe ese recurso."));
      } else if (pedido.method() != HttpMethod.POST) {
        Entrega.entera(pedido, Respuesta.mensaje(405, "El recurso solo admite POST."));
      } else {
        pedido.body().onSuccess(cuerpo -> encaminar(pedido, servicio, cuerpo));
      }
    }

    private void encaminar(HttpServerRequest pedido, @Nullable Servicio servicio, Buffer cuerpo) {
      if (cuerpo.length() > MAXIMO_CUERPO) {
        Entrega.entera(pedido, Respuesta.mensaje(413, "El cuerpo es demasiado grande."));
      } else if (servicio == null) {
        tras(estado.averias().espera(null), () -> token.atender(pedido, cuerpo));
      } else {
        reportar(pedido, servicio, cuerpo);
      }
    }

    private void reportar(HttpServerRequest pedido, Servicio servicio, Buffer cuerpo) {
      estado.cuentas().entra(servicio);
      Fila.Turno turno = fila.turno();
      Runnable salida =
          unaVez(
              () -> {
                estado.cuentas().sale(servicio);
                turno.salir();
              });
      pedido.response().endHandler(fin -> salida.run());
      pedido.response().closeHandler(cierre -> salida.run());
      if (!reportes.rechazarSiNoCabe(pedido, servicio, cuerpo)) {
        Instant recibido = estado.ahora();
        turno.entrar(
            () ->
                tras(
                    estado.averias().espera(servicio),
                    () -> reportes.atender(pedido, servicio, cuerpo, recibido)));
      }
    }

    private void tras(long ms, Runnable tarea) {
      if (ms <= 0) {
        tarea.run();
      } else {
        bucle.setTimer(ms, id -> tarea.run());
      }
    }

    private static Runnable unaVez(Runnable tarea) {
      boolean[] hecha = {false};
      return () -> {
        if (!hecha[0]) {
          hecha[0] = true;
          tarea.run();
        }
      };
    }
  }

  /**
   * Own process: {@code <port> <control port> <latency in ms> [ledger file] [seed]}; 0 takes a free
   * port. Prints {@code LISTO <services> <control>} when it listens.
   */
  public static void main(String[] args) throws InterruptedException {
    long semilla = opcional(args, 4).map(Long::parseLong).orElse(1L);
    OpcionesDelMinisterio opciones =
        OpcionesDelMinisterio.predeterminadas()
            .conPuerto(Integer.parseInt(args[0]))
            .conPuertoControl(Integer.parseInt(args[1]))
            .conFallas(
                Fallas.conLatencia(Latencia.fija(Long.parseLong(args[2]))).conSemilla(semilla));
    SimulatedMinistry ministerio =
        start(opcional(args, 3).map(Path::of).map(opciones::conLibro).orElse(opciones));
    Runtime.getRuntime().addShutdownHook(new Thread(ministerio::close, "ministerio-stop"));
    System.out.println("LISTO " + ministerio.url() + " " + ministerio.urlControl());
    new CountDownLatch(1).await();
  }

  private static Optional<String> opcional(String[] args, int lugar) {
    return Arrays.stream(args).skip(lugar).findFirst();
  }
}
