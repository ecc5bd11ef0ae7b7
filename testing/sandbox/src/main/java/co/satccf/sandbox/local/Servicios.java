package co.satccf.sandbox.local;

import co.satccf.sandbox.infra.Puertos;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The processes of the five services and of their replicas, by name. Each keeps its ports, so that
 * it can be killed and started again.
 */
final class Servicios {
  private static final long SEGUNDOS_PARA_TERMINAR = 40;

  private final OpcionesDePlataforma opciones;
  private final Procesos procesos;
  private final Configuracion configuracion;
  private final Optional<Relojes> relojes;
  private final Map<String, Proceso> porNombre = Collections.synchronizedMap(new LinkedHashMap<>());
  private final Map<String, Puertas> puertas = Collections.synchronizedMap(new LinkedHashMap<>());

  Servicios(OpcionesDePlataforma opciones, Procesos procesos, Configuracion configuracion) {
    this.opciones = opciones;
    this.procesos = procesos;
    this.configuracion = configuracion;
    this.relojes = opciones.heridas().map(suyas -> new Relojes(procesos.carpeta(), suyas));
  }

  /** Starts one of each that is asked for and waits until all are ready. */
  void iniciar() {
    for (ServicioSuite servicio : opciones.servicios()) {
      preparar(servicio, servicio.modulo()).iniciar();
    }
    nombres().forEach(this::esperarListo);
  }

  /** Starts one more replica and does not wait; returns its name. */
  String agregar(ServicioSuite servicio) {
    int numero = 2;
    while (porNombre.containsKey(servicio.modulo() + "-" + numero)) {
      numero++;
    }
    String nombre = servicio.modulo() + "-" + numero;
    preparar(servicio, nombre).iniciar();
    return nombre;
  }

  /** Stops a replica in good order and forgets it. */
  void quitar(String nombre) {
    Proceso proceso = olvidar(nombre);
    proceso.pedirFin();
    proceso.esperarFin(SEGUNDOS_PARA_TERMINAR);
  }

  /** Kills a replica with signal 9 and forgets it. */
  void quitarDeGolpe(String nombre) {
    olvidar(nombre).matar();
  }

  private Proceso olvidar(String nombre) {
    Proceso proceso = proceso(nombre);
    porNombre.remove(nombre);
    puertas.remove(nombre);
    return proceso;
  }

  /** Stops it in good order and waits for its end. */
  void detener(String nombre) {
    Proceso proceso = proceso(nombre);
    proceso.pedirFin();
    proceso.esperarFin(SEGUNDOS_PARA_TERMINAR);
  }

  /** Stops it and starts it with another configuration; does not wait. */
  void reemplazar(ServicioSuite servicio, OpcionesDePlataforma segun) {
    detener(servicio.modulo());
    configurar(servicio, servicio.modulo(), segun);
    proceso(servicio.modulo()).iniciar();
  }

  /** Stops it and starts it with other JVM flags; does not wait. */
  void reemplazar(ServicioSuite servicio, List<String> jvm) {
    detener(servicio.modulo());
    preparar(servicio, servicio.modulo(), jvm).iniciar();
  }

  /** Stops it and starts its native executable; does not wait. */
  void reemplazar(ServicioSuite servicio, Path nativo) {
    detener(servicio.modulo());
    List<String> programa = Procesos.enSesionPropia();
    programa.addAll(
        List.of(nativo.toString(), "-Xmx256m", "-Djava.io.tmpdir=" + procesos.carpeta()));
    preparar(servicio, servicio.modulo(), programa, List.of()).iniciar();
  }

  /** Ends all in good order, at the same time; forces what does not end. */
  void terminar() {
    List<Proceso> todos = nombres().stream().map(this::proceso).toList();
    todos.forEach(Proceso::pedirFin);
    todos.forEach(proceso -> proceso.esperarFin(SEGUNDOS_PARA_TERMINAR));
  }

  private Proceso preparar(ServicioSuite servicio, String nombre) {
    return preparar(
        servicio, nombre, opciones.jvm().orElseGet(() -> arranqueRapido(servicio, nombre)));
  }

  /** A cache is of no use to a JVM with an agent. */
  private List<String> arranqueRapido(ServicioSuite servicio, String nombre) {
    return reloj(nombre).isPresent()
        ? List.of(Paquete.UN_COMPILADOR)
        : Paquete.de(opciones.raiz(), servicio).arranqueRapido();
  }

  private Optional<Relojes> reloj(String nombre) {
    return relojes.filter(todos -> todos.mueve(nombre));
  }

  private Proceso preparar(ServicioSuite servicio, String nombre, List<String> jvm) {
    Path jar = Paquete.de(opciones.raiz(), servicio).jar();
    if (!Files.exists(jar)) {
      throw new IllegalStateException(
          "falta el paquete " + jar + ": ejecute ./sat, que lo construye");
    }
    List<String> java = procesos.java(Paquete.MEMORIA, jvm);
    reloj(nombre).ifPresent(suyo -> java.add(suyo.argumento(nombre)));
    return preparar(servicio, nombre, java, List.of("-jar", jar.toString()));
  }

  /** What comes before and after its properties starts its program. */
  private Proceso preparar(
      ServicioSuite servicio, String nombre, List<String> antes, List<String> despues) {
    List<String> comando = new ArrayList<>(antes);
    comando.add("-Dquarkus.config.locations=" + configurar(servicio, nombre, opciones));
    comando.addAll(despues);
    Proceso proceso = procesos.proceso(nombre, comando);
    porNombre.put(nombre, proceso);
    return proceso;
  }

  private Path configurar(ServicioSuite servicio, String nombre, OpcionesDePlataforma segun) {
    Path propiedades = procesos.carpeta().resolve(nombre + ".properties");
    configuracion.escribir(segun, servicio, reservar(nombre), this::direccion, propiedades);
    return propiedades;
  }

  /** Names of all, replicas included. */
  List<String> nombres() {
    synchronized (porNombre) {
      return List.copyOf(porNombre.keySet());
    }
  }

  Proceso proceso(String nombre) {
    return Objects.requireNonNull(porNombre.get(nombre), nombre);
  }

  /** Waits until it says that it is ready. */
  void esperarListo(String nombre) {
    proceso(nombre).esperar(() -> Http.listo(gestion(nombre)));
  }

  /**
   * Sets the clock of one ahead, or behind, by so much; nobody else's.
   *
   * @throws IllegalStateException when the platform was not started with such a clock
   */
  void moverReloj(String nombre, Duration salto) {
    reloj(nombre)
        .orElseThrow(() -> new IllegalStateException("el reloj de " + nombre + " no se mueve"))
        .mover(nombre, salto);
  }

  /** Process ids of what runs, by name. */
  Map<String, Long> pids() {
    Map<String, Long> pids = new LinkedHashMap<>();
    nombres().forEach(nombre -> proceso(nombre).pid().ifPresent(pid -> pids.put(nombre, pid)));
    return pids;
  }

  URI direccion(String nombre) {
    return URI.create("http://127.0.0.1:" + conocidas(nombre).api());
  }

  /** Where it tells its health and its metrics. */
  URI gestion(String nombre) {
    return URI.create("http://127.0.0.1:" + conocidas(nombre).gestion());
  }

  /** Also of a service that is not started, or not yet. */
  private URI direccion(ServicioSuite servicio) {
    return URI.create("http://127.0.0.1:" + reservar(servicio.modulo()).api());
  }

  private Puertas conocidas(String nombre) {
    return Objects.requireNonNull(puertas.get(nombre), nombre);
  }

  private Puertas reservar(String nombre) {
    return puertas.computeIfAbsent(nombre, nuevo -> Puertas.libres());
  }

  /**
   * The ports of a service.
   *
   * @param gestion of health and metrics
   */
  record Puertas(int api, int gestion) {
    static Puertas libres() {
      return new Puertas(Puertos.libre(), Puertos.libre());
    }
  }
}
