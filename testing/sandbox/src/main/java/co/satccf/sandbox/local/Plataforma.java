package co.satccf.sandbox.local;

import co.satccf.sandbox.identidad.Identidades;
import co.satccf.sandbox.identidad.UsuarioDeArena;
import co.satccf.sandbox.infra.BaseDeDatos;
import co.satccf.sandbox.infra.Broker;
import co.satccf.sandbox.infra.Puertos;
import co.satccf.sandbox.ministerio.ControlDelMinisterio;
import co.satccf.sandbox.ministerio.SimulatedMinistry;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * The whole suite on this machine: PostgreSQL, a Kafka broker, the simulated Ministry and the five
 * services, each a process of its own on loopback. Parts keep their ports, so that they can be
 * killed and started again.
 */
public final class Plataforma implements AutoCloseable {

  /** Key of the folder of tokens among the addresses. */
  static final String IDENTIDAD = "identidad";

  private static final String GESTION = "-gestion";
  private static final Duration ESPERA_LISTO = Duration.ofSeconds(120);

  private final OpcionesDePlataforma opciones;
  private final Consumer<String> avisos;
  private final Path carpeta;
  private final Guardian guardian;
  private final BaseDeDatos base;
  private final Montaje montaje;
  private final int puertoKafka = Puertos.libre();
  private final int puertoMinisterio = Puertos.libre();
  private final int puertoControl = Puertos.libre();
  private final Optional<Enlaces> enlaces;
  private final Optional<Relojes> relojes;
  private final Proceso kafka;
  private final Proceso ministerio;
  private final Map<String, Proceso> servicios = Collections.synchronizedMap(new LinkedHashMap<>());
  private final Map<String, Puertas> puertos = Collections.synchronizedMap(new LinkedHashMap<>());
  private final Identidades identidades;
  private final Buzon buzon;

  private List<String> restos = List.of();

  /**
   * The ports of a service.
   *
   * @param gestion of health and metrics
   */
  private record Puertas(int api, int gestion) {
    static Puertas libres() {
      return new Puertas(Puertos.libre(), Puertos.libre());
    }
  }

  private Plataforma(OpcionesDePlataforma opciones, Consumer<String> avisos) {
    this.opciones = opciones;
    this.avisos = avisos;
    Path sat = opciones.raiz().resolve("target/sat");
    this.carpeta =
        sat.resolve(
            "corrida-"
                + ProcessHandle.current().pid()
                + "-"
                + Long.toString(System.nanoTime(), 36));
    try {
      Files.createDirectories(carpeta);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.identidades =
        Identidades.iniciar(
            opciones.entorno(),
            carpeta.resolve("identidad"),
            Arrays.stream(ServicioSuite.values()).map(ServicioSuite::modulo).toList());
    this.buzon = Buzon.abrir();
    this.guardian = Guardian.de(carpeta, temporales(sat), sat.resolve("guardian.sh"));
    this.base =
        BaseDeDatos.con(
            sat.resolve("programas"),
            carpeta.resolve("postgres"),
            Puertos.libre(),
            opciones.postgres());
    this.montaje = Montaje.en(carpeta.resolve("secretos"));
    int puertoDelEnlace = Puertos.libre();
    this.enlaces =
        opciones.herible()
            ? Optional.of(new Enlaces(base.puerto(), puertoDelEnlace, puertoMinisterio))
            : Optional.empty();
    this.relojes = opciones.herible() ? Optional.of(new Relojes(carpeta)) : Optional.empty();
    List<String> deKafka = new ArrayList<>();
    deKafka.add(String.valueOf(puertoKafka));
    deKafka.add(carpeta.resolve("kafka").toString());
    enlaces.ifPresent(
        entre -> {
          deKafka.add(String.valueOf(puertoDelEnlace));
          deKafka.add(String.valueOf(entre.hacia(Enlaces.Extremo.KAFKA).puerto()));
        });
    this.kafka = interno("kafka", Broker.class, "256m", deKafka.toArray(String[]::new));
    this.ministerio =
        interno(
            "ministerio",
            SimulatedMinistry.class,
            "512m",
            String.valueOf(puertoMinisterio),
            String.valueOf(puertoControl),
            String.valueOf(opciones.latencia()),
            libro().toString());
  }

  /** The folder for temporary files, when {@code ./sat} gave this process one of its own. */
  private static Optional<Path> temporales(Path sat) {
    Path carpeta = Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath();
    if (!carpeta.startsWith(sat.toAbsolutePath())) {
      return Optional.empty();
    }
    try {
      return Optional.of(Files.createDirectories(carpeta));
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
    Plataforma plataforma = new Plataforma(opciones, avisos);
    try {
      plataforma.iniciarTodo();
      return plataforma;
    } catch (RuntimeException | Error e) {
      plataforma.close();
      throw e;
    }
  }

  private void iniciarTodo() {
    avisos.accept("PostgreSQL, Kafka y el Ministerio simulado…");
    kafka.iniciar();
    ministerio.iniciar();
    base.start();
    for (ServicioSuite servicio : opciones.servicios()) {
      base.crear(servicio.base());
    }
    esperar("ministerio", ministerio, control()::listo);
    esperar("kafka", kafka, () -> Kafka.responde(servidoresKafka()));
    avisos.accept("los servicios…");
    for (ServicioSuite servicio : opciones.servicios()) {
      preparar(servicio, servicio.modulo()).iniciar();
    }
    for (String nombre : servicios()) {
      esperarListo(nombre);
    }
    if (opciones.servicios().contains(ServicioSuite.TOKEN)) {
      Terminos.aceptar(direccion(ServicioSuite.TOKEN), token(UsuarioDeArena.ADMINISTRADOR));
    }
  }

  private Proceso preparar(ServicioSuite servicio, String nombre) {
    return preparar(servicio, nombre, opciones.jvm().orElseGet(() -> arranqueRapido(servicio)));
  }

  /** A cache is of no use to a JVM with an agent. */
  private List<String> arranqueRapido(ServicioSuite servicio) {
    return relojes.isPresent()
        ? List.of(Paquete.UN_COMPILADOR)
        : Paquete.de(opciones.raiz(), servicio).arranqueRapido();
  }

  private Proceso preparar(ServicioSuite servicio, String nombre, List<String> jvm) {
    Path jar = Paquete.de(opciones.raiz(), servicio).jar();
    if (!Files.exists(jar)) {
      throw new IllegalStateException(
          "falta el paquete " + jar + ": ejecute ./sat, que lo construye");
    }
    List<String> java = java("256m", jvm);
    relojes.ifPresent(suyos -> java.add(suyos.argumento(nombre)));
    return proceso(servicio, nombre, java, List.of("-jar", jar.toString()));
  }

  /** A service's process; what comes before and after its properties starts its program. */
  private Proceso proceso(
      ServicioSuite servicio, String nombre, List<String> antes, List<String> despues) {
    puertos.computeIfAbsent(nombre, nuevo -> Puertas.libres());
    List<String> comando = new ArrayList<>(antes);
    comando.add("-Dquarkus.config.locations=" + configurar(servicio, nombre, opciones));
    comando.add("-Djava.io.tmpdir=" + carpeta);
    comando.addAll(despues);
    Proceso proceso =
        new Proceso(nombre, comando, opciones.registros().resolve(nombre + ".log"), guardian);
    servicios.put(nombre, proceso);
    return proceso;
  }

  private Path configurar(ServicioSuite servicio, String nombre, OpcionesDePlataforma segun) {
    Path propiedades = carpeta.resolve(nombre + ".properties");
    new Configuracion(
            segun,
            this::direccionReservada,
            "http://" + hacia(Enlaces.Extremo.MINISTERIO, puertoMinisterio),
            hacia(Enlaces.Extremo.KAFKA, puertoKafka),
            nombreDeBase ->
                "jdbc:postgresql://"
                    + hacia(Enlaces.Extremo.POSTGRESQL, base.puerto())
                    + "/"
                    + nombreDeBase,
            montaje,
            identidades,
            buzon)
        .escribir(servicio, puertas(nombre).api(), puertas(nombre).gestion(), propiedades);
    return propiedades;
  }

  private String hacia(Enlaces.Extremo extremo, int puerto) {
    return enlaces.map(entre -> entre.direccion(extremo)).orElseGet(() -> "127.0.0.1:" + puerto);
  }

  private Proceso interno(String nombre, Class<?> principal, String heap, String... args) {
    List<String> comando =
        java(heap, opciones.jvm().isPresent() ? List.of() : List.of(Paquete.UN_COMPILADOR));
    comando.addAll(
        List.of(
            "-Djava.io.tmpdir=" + carpeta,
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-cp",
            System.getProperty("java.class.path"),
            principal.getName()));
    comando.addAll(List.of(args));
    return new Proceso(nombre, comando, opciones.registros().resolve(nombre + ".log"), guardian);
  }

  private static List<String> java(String heap, List<String> args) {
    List<String> comando =
        new ArrayList<>(
            List.of(
                // A session of its own: Ctrl-C reaches the launcher alone, which stops in good
                // order.
                "setsid",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData"));
    comando.addAll(args);
    return comando;
  }

  /** Starts one more replica of a service and waits until it is ready; returns its name. */
  public String replica(ServicioSuite servicio) {
    String nombre = agregar(servicio);
    esperarListo(nombre);
    return nombre;
  }

  /** Starts one more replica of a service and does not wait; returns its name. */
  public String agregar(ServicioSuite servicio) {
    int numero = 2;
    while (servicios.containsKey(servicio.modulo() + "-" + numero)) {
      numero++;
    }
    String nombre = servicio.modulo() + "-" + numero;
    preparar(servicio, nombre).iniciar();
    return nombre;
  }

  /** Stops a replica in good order; the platform knows it no more. */
  public void quitar(String nombre) {
    Proceso proceso = proceso(nombre);
    servicios.remove(nombre);
    puertos.remove(nombre);
    proceso.pedirFin();
    proceso.esperarFin(40);
  }

  /** Kills a replica with signal 9; the platform knows it no more. */
  public void quitarDeGolpe(String nombre) {
    Proceso proceso = proceso(nombre);
    servicios.remove(nombre);
    puertos.remove(nombre);
    proceso.matar();
  }

  /** Names of the services' processes, replicas included. */
  public List<String> servicios() {
    synchronized (servicios) {
      return List.copyOf(servicios.keySet());
    }
  }

  public boolean vive(String nombre) {
    return proceso(nombre).vive();
  }

  /**
   * Stops a process where it stands (SIGSTOP): its connections stay open and nobody answers.
   *
   * @see #descongelar
   */
  public void congelar(String nombre) {
    proceso(nombre).congelar(true);
  }

  /** Lets a process go on (SIGCONT). */
  public void descongelar(String nombre) {
    proceso(nombre).congelar(false);
  }

  /**
   * The ways from the services to what they rest on.
   *
   * @throws IllegalStateException when the platform was not started with them
   */
  public Enlaces enlaces() {
    return enlaces.orElseThrow(() -> new IllegalStateException("la plataforma no tiene enlaces"));
  }

  /**
   * Sets the clock of one service ahead, or behind, by so much; nobody else's.
   *
   * @throws IllegalStateException when the platform was not started with such clocks
   */
  public void moverReloj(String nombre, Duration salto) {
    relojes
        .orElseThrow(() -> new IllegalStateException("los relojes de la plataforma no se mueven"))
        .mover(nombre, salto);
  }

  /** Kills a process with signal 9: a service by its name, {@code kafka} or {@code ministerio}. */
  public void matar(String nombre) {
    proceso(nombre).matar();
  }

  /** Stops a service in good order and waits for its end. */
  public void detener(String nombre) {
    Proceso proceso = proceso(nombre);
    proceso.pedirFin();
    proceso.esperarFin(40);
  }

  /** Starts a stopped or killed process again, on its port; does not wait. */
  public void revivir(String nombre) {
    proceso(nombre).iniciar();
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
    detener(servicio.modulo());
    configurar(servicio, servicio.modulo(), segun);
    revivir(servicio.modulo());
  }

  /** Stops a service in good order and starts it with other JVM flags; does not wait. */
  public void reemplazar(ServicioSuite servicio, List<String> jvm) {
    detener(servicio.modulo());
    preparar(servicio, servicio.modulo(), jvm).iniciar();
  }

  /** Stops a service in good order and starts its native executable; does not wait. */
  public void reemplazar(ServicioSuite servicio, Path nativo) {
    detener(servicio.modulo());
    proceso(
            servicio,
            servicio.modulo(),
            List.of("setsid", nativo.toString(), "-Xmx256m"),
            List.of())
        .iniciar();
  }

  /** Stops the broker in good order and starts it again on its port. */
  public void reiniciarKafka() {
    pararKafka();
    revivirKafka();
  }

  /** Stops the broker in good order. */
  public void pararKafka() {
    kafka.pedirFin();
    kafka.esperarFin(20);
  }

  /** Starts a stopped or killed broker again on its port, and waits until it answers. */
  public void revivirKafka() {
    kafka.iniciar();
    esperar("kafka", kafka, () -> Kafka.responde(servidoresKafka()));
  }

  /** Stops the database, cutting every connection, and starts it again on its port. */
  public void reiniciarBaseDeDatos() {
    base.restart();
  }

  /**
   * Process ids of what runs, by name: services and replicas, {@code kafka}, {@code ministerio} and
   * {@code postgres}.
   */
  public Map<String, Long> procesos() {
    Map<String, Proceso> todos = new LinkedHashMap<>(servicios);
    todos.put("kafka", kafka);
    todos.put("ministerio", ministerio);
    Map<String, Long> procesos = new LinkedHashMap<>();
    todos.forEach((nombre, proceso) -> proceso.pid().ifPresent(pid -> procesos.put(nombre, pid)));
    procesos.put("postgres", base.pid());
    return procesos;
  }

  /** What the services find mounted; it may be changed while they run. */
  public Montaje montaje() {
    return montaje;
  }

  /** Where the e-mails of this platform arrive, to whomever they go. */
  public Buzon buzon() {
    return buzon;
  }

  public BaseDeDatos baseDeDatos() {
    return base;
  }

  /** Waits until the service says that it is ready. */
  public void esperarListo(String nombre) {
    esperar(nombre, proceso(nombre), () -> Http.listo(gestion(nombre)));
  }

  private void esperar(String nombre, Proceso proceso, BooleanSupplier listo) {
    long limite = System.nanoTime() + ESPERA_LISTO.toNanos();
    while (!listo.getAsBoolean()) {
      if (!proceso.vive()) {
        throw new IllegalStateException(
            nombre
                + " terminó al arrancar; el final de "
                + proceso.registro()
                + ":\n"
                + proceso.ultimasLineas());
      }
      if (System.nanoTime() - limite > 0) {
        throw new IllegalStateException(
            nombre
                + " no estuvo listo en "
                + ESPERA_LISTO.toSeconds()
                + " s: vea "
                + proceso.registro());
      }
      Pausa.de(Duration.ofMillis(100));
    }
  }

  private Proceso proceso(String nombre) {
    return switch (nombre) {
      case "kafka" -> kafka;
      case "ministerio" -> ministerio;
      default -> Objects.requireNonNull(servicios.get(nombre), nombre);
    };
  }

  /** Address of a service by its name. */
  public URI direccion(String nombre) {
    return URI.create("http://127.0.0.1:" + puertas(nombre).api());
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
    return URI.create("http://127.0.0.1:" + puertas(nombre).gestion());
  }

  /** Also of a service that is not started, or not yet. */
  private URI direccionReservada(ServicioSuite servicio) {
    puertos.computeIfAbsent(servicio.modulo(), nuevo -> Puertas.libres());
    return direccion(servicio);
  }

  private Puertas puertas(String nombre) {
    return Objects.requireNonNull(puertos.get(nombre), nombre);
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
    return Http.texto(gestion(nombre).resolve("/q/metrics"))
        .map(
            texto ->
                texto
                    .lines()
                    .filter(
                        linea -> linea.startsWith(metrica + "{") || linea.startsWith(metrica + " "))
                    .mapToDouble(
                        linea -> Double.parseDouble(linea.substring(linea.lastIndexOf(' ') + 1)))
                    .reduce(Double::sum))
        .orElse(OptionalDouble.empty());
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
    todas.put("ministerio", urlMinisterio());
    todas.put("ministerio-control", urlControl());
    todas.put("kafka", servidoresKafka());
    todas.put("postgresql", base.jdbcUrl("postgres"));
    todas.put(IDENTIDAD, identidades.carpeta().toUri().toString());
    return todas;
  }

  public String servidoresKafka() {
    return "127.0.0.1:" + puertoKafka;
  }

  public ControlDelMinisterio control() {
    return ControlDelMinisterio.en(urlControl());
  }

  /** The Ministry's ledger as it is written, line by line. */
  public Path libro() {
    return carpeta.resolve("libro.ndjson");
  }

  private String urlMinisterio() {
    return "http://127.0.0.1:" + puertoMinisterio;
  }

  private String urlControl() {
    return "http://127.0.0.1:" + puertoControl;
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
    List<Proceso> todos = servicios().stream().map(this::proceso).toList();
    todos.forEach(Proceso::pedirFin);
    todos.forEach(proceso -> proceso.esperarFin(40));
    ministerio.pedirFin();
    kafka.pedirFin();
    CompletableFuture<Void> database =
        CompletableFuture.runAsync(base::stop, Thread::startVirtualThread);
    ministerio.esperarFin(5);
    kafka.esperarFin(15);
    database.join();
    enlaces.ifPresent(Enlaces::close);
    identidades.close();
    buzon.close();
    restos = guardian.marcados();
    guardian.close();
  }
}
