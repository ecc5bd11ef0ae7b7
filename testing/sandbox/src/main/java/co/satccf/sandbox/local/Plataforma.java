package co.satccf.sandbox.local;

import co.satccf.sandbox.identidad.Identidades;
import co.satccf.sandbox.identidad.UsuarioDeArena;
import co.satccf.sandbox.infra.BaseDeDatos;
import co.satccf.sandbox.ministerio.ControlDelMinisterio;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/**
 * The whole suite on this machine: what it rests on ({@link Cimientos}) and the five services
 * ({@link Servicios}), each a process of its own on loopback.
 */
public final class Plataforma implements AutoCloseable {

  /** Key of the folder of tokens among the addresses. */
  static final String IDENTIDAD = "identidad";

  private static final String GESTION = "-gestion";

  private final OpcionesDePlataforma opciones;
  private final Guardian guardian;
  private final Identidades identidades;
  private final Buzon buzon;
  private final Montaje montaje;
  private final Cimientos cimientos;
  private final Servicios servicios;

  private List<String> restos = List.of();

  private Plataforma(OpcionesDePlataforma opciones) {
    this.opciones = opciones;
    Path sat = opciones.raiz().resolve("target/sat");
    Path carpeta =
        crear(
            sat.resolve(
                "corrida-%d-%s"
                    .formatted(
                        ProcessHandle.current().pid(), Long.toString(System.nanoTime(), 36))));
    this.identidades =
        Identidades.iniciar(
            opciones.entorno(),
            carpeta.resolve("identidad"),
            Arrays.stream(ServicioSuite.values()).map(ServicioSuite::modulo).toList());
    this.buzon = Buzon.abrir();
    this.montaje = Montaje.en(carpeta.resolve("secretos"));
    this.guardian = Guardian.de(carpeta, temporales(sat), sat.resolve("guardian.sh"));
    Procesos procesos = new Procesos(opciones, carpeta, guardian);
    this.cimientos = new Cimientos(opciones, sat.resolve("programas"), procesos);
    this.servicios =
        new Servicios(
            opciones, procesos, new Configuracion(cimientos, montaje, identidades, buzon));
  }

  /** The folder for temporary files, when {@code ./sat} gave this process one of its own. */
  private static Optional<Path> temporales(Path sat) {
    Path carpeta = Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath();
    return carpeta.startsWith(sat.toAbsolutePath())
        ? Optional.of(crear(carpeta))
        : Optional.empty();
  }

  private static Path crear(Path carpeta) {
    try {
      return Files.createDirectories(carpeta);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Starts everything and waits until every service is ready.
   *
   * @param avisos told what is being started, in Spanish
   * @throws IllegalStateException when a part does not come up; names it and its log
   */
  public static Plataforma iniciar(OpcionesDePlataforma opciones, Consumer<String> avisos) {
    Plataforma plataforma = new Plataforma(opciones);
    try {
      plataforma.iniciarTodo(avisos);
      return plataforma;
    } catch (RuntimeException | Error e) {
      plataforma.close();
      throw e;
    }
  }

  private void iniciarTodo(Consumer<String> avisos) {
    avisos.accept("PostgreSQL, Kafka y el Ministerio simulado…");
    cimientos.iniciar(opciones.servicios());
    avisos.accept("los servicios…");
    servicios.iniciar();
    if (opciones.servicios().contains(ServicioSuite.TOKEN)) {
      Terminos.aceptar(direccion(ServicioSuite.TOKEN), token(UsuarioDeArena.ADMINISTRADOR));
    }
  }

  /** What the services rest on. */
  public Cimientos cimientos() {
    return cimientos;
  }

  public BaseDeDatos baseDeDatos() {
    return cimientos.baseDeDatos();
  }

  /** Value of {@code kafka.bootstrap.servers} for whoever is no service. */
  public String servidoresKafka() {
    return cimientos.servidoresKafka();
  }

  /** Drives the simulated Ministry. */
  public ControlDelMinisterio control() {
    return cimientos.control();
  }

  /** The Ministry's ledger as it is written, line by line. */
  public Path libro() {
    return cimientos.libro();
  }

  /** What the services find mounted; it may be changed while they run. */
  public Montaje montaje() {
    return montaje;
  }

  /** Where the e-mails of this platform arrive, to whomever they go. */
  public Buzon buzon() {
    return buzon;
  }

  /** Names of the services' processes, replicas included. */
  public List<String> servicios() {
    return servicios.nombres();
  }

  public boolean vive(String nombre) {
    return servicios.proceso(nombre).vive();
  }

  /** Waits until the service says that it is ready. */
  public void esperarListo(String nombre) {
    servicios.esperarListo(nombre);
  }

  /** Starts one more replica of a service and waits until it is ready; returns its name. */
  public String replica(ServicioSuite servicio) {
    String nombre = agregar(servicio);
    esperarListo(nombre);
    return nombre;
  }

  /** Starts one more replica of a service and does not wait; returns its name. */
  public String agregar(ServicioSuite servicio) {
    return servicios.agregar(servicio);
  }

  /** Stops a replica in good order; the platform knows it no more. */
  public void quitar(String nombre) {
    servicios.quitar(nombre);
  }

  /** Kills a replica with signal 9; the platform knows it no more. */
  public void quitarDeGolpe(String nombre) {
    servicios.quitarDeGolpe(nombre);
  }

  /** Kills a service with signal 9. */
  public void matar(String nombre) {
    servicios.proceso(nombre).matar();
  }

  /** Stops a service in good order and waits for its end. */
  public void detener(String nombre) {
    servicios.detener(nombre);
  }

  /** Starts a stopped or killed service again, on its port; does not wait. */
  public void revivir(String nombre) {
    servicios.proceso(nombre).iniciar();
  }

  /**
   * Stops a service where it stands (SIGSTOP): its connections stay open and nobody answers.
   *
   * @see #descongelar
   */
  public void congelar(String nombre) {
    servicios.proceso(nombre).congelar(true);
  }

  /** Lets a service go on (SIGCONT). */
  public void descongelar(String nombre) {
    servicios.proceso(nombre).congelar(false);
  }

  /**
   * Sets the clock of one service ahead, or behind, by so much; nobody else's.
   *
   * @throws IllegalStateException when the platform was not started with such a clock
   */
  public void moverReloj(String nombre, Duration salto) {
    servicios.moverReloj(nombre, salto);
  }

  /**
   * Stops a service in good order, configures it anew, and starts it again on its port.
   *
   * @param segun what it is to run with from now on; what the others run with does not change
   */
  public void reiniciar(ServicioSuite servicio, OpcionesDePlataforma segun) {
    reemplazar(servicio, segun);
    esperarListo(servicio.modulo());
  }

  /** As {@link #reiniciar}; does not wait until it is ready, for it may never be. */
  public void reemplazar(ServicioSuite servicio, OpcionesDePlataforma segun) {
    servicios.reemplazar(servicio, segun);
  }

  /** Stops a service in good order and starts it with other JVM flags; does not wait. */
  public void reemplazar(ServicioSuite servicio, List<String> jvm) {
    servicios.reemplazar(servicio, jvm);
  }

  /** Stops a service in good order and starts its native executable; does not wait. */
  public void reemplazar(ServicioSuite servicio, Path nativo) {
    servicios.reemplazar(servicio, nativo);
  }

  /**
   * Process ids of what runs, by name: services and replicas, {@code kafka}, {@code ministerio} and
   * {@code postgres}.
   */
  public Map<String, Long> procesos() {
    Map<String, Long> procesos = new LinkedHashMap<>(servicios.pids());
    procesos.putAll(cimientos.pids());
    return procesos;
  }

  /** Address of a service by its name. */
  public URI direccion(String nombre) {
    return servicios.direccion(nombre);
  }

  public URI direccion(ServicioSuite servicio) {
    return direccion(servicio.modulo());
  }

  /** Where the console begins. */
  public URI consola() {
    return direccion(ServicioSuite.REPORTING).resolve("/consola");
  }

  /** Where a service tells its health and its metrics, without a token. */
  public URI gestion(String nombre) {
    return servicios.gestion(nombre);
  }

  /** Names and addresses of everything that answers HTTP. */
  public Map<String, String> direcciones() {
    Map<String, String> todas = new LinkedHashMap<>();
    if (opciones.servicios().contains(ServicioSuite.REPORTING)) {
      todas.put("consola", consola().toString());
    }
    todas.put("buzon", buzon.url());
    for (String nombre : servicios()) {
      todas.put(nombre, direccion(nombre).toString());
      todas.put(nombre + GESTION, gestion(nombre).toString());
    }
    todas.putAll(cimientos.direcciones());
    todas.put(IDENTIDAD, identidades.carpeta().toUri().toString());
    return todas;
  }

  /** A built-in person's token as it is now: {@code Authorization: Bearer …}. */
  public String token(UsuarioDeArena usuario) {
    return identidades.token(usuario);
  }

  /** A transmitter's own token as it is now, which opens token-service. */
  public String token(ServicioSuite transmisor) {
    return identidades.token(transmisor.modulo());
  }

  /** Answer of a service's API to somebody who may only look; empty when it is not a 200. */
  public Optional<JsonNode> consultar(ServicioSuite servicio, String ruta) {
    return Http.get(direccion(servicio).resolve(ruta), token(UsuarioDeArena.CONSULTA));
  }

  /**
   * Has a service do something in a person's name.
   *
   * @return its answer
   * @throws IllegalStateException when it does not answer 200
   */
  public JsonNode ordenar(
      ServicioSuite servicio, String ruta, UsuarioDeArena quien, Map<String, String> cuerpo) {
    return Http.post(direccion(servicio).resolve(ruta), token(quien), cuerpo)
        .orElseThrow(
            () -> new IllegalStateException(servicio.modulo() + " no lo hizo: POST " + ruta));
  }

  /**
   * Sum of a metric over its labels, as the service exposes it now; empty when it exposes none of
   * that name.
   */
  public OptionalDouble metrica(String nombre, String metrica) {
    return Http.metrica(gestion(nombre), metrica);
  }

  /**
   * Numbers of the processes of the run that {@link #close()} did not know of and left to the
   * guard; empty before, and when all is well.
   */
  public List<String> restos() {
    return restos;
  }

  /** Ends everything in good order, forces what does not end, and removes the run's folder. */
  @Override
  public void close() {
    servicios.terminar();
    cimientos.terminar();
    identidades.close();
    buzon.close();
    restos = guardian.marcados();
    guardian.close();
  }
}
