package co.satccf.sandbox.local;

import co.satccf.sandbox.infra.BaseDeDatos;
import co.satccf.sandbox.infra.Broker;
import co.satccf.sandbox.infra.Puertos;
import co.satccf.sandbox.ministerio.ControlDelMinisterio;
import co.satccf.sandbox.ministerio.SimulatedMinistry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * What the services rest on: PostgreSQL, a Kafka broker and the simulated Ministry, and the ways to
 * them. Each keeps its port.
 */
public final class Cimientos {
  private static final String KAFKA = "kafka";
  private static final String MINISTERIO = "ministerio";

  private final Path libro;
  private final BaseDeDatos base;
  private final int puertoKafka = Puertos.libre();
  private final int puertoMinisterio = Puertos.libre();
  private final int puertoControl = Puertos.libre();
  private final Optional<Enlaces> enlaces;
  private final Proceso kafka;
  private final Proceso ministerio;

  Cimientos(OpcionesDePlataforma opciones, Path programas, Procesos procesos) {
    Path carpeta = procesos.carpeta();
    this.libro = carpeta.resolve("libro.ndjson");
    this.base =
        BaseDeDatos.con(
            programas, carpeta.resolve("postgres"), Puertos.libre(), opciones.postgres());
    int puertoDelEnlace = Puertos.libre();
    this.enlaces =
        opciones.heridas().isPresent()
            ? Optional.of(new Enlaces(base.puerto(), puertoDelEnlace, puertoMinisterio))
            : Optional.empty();
    List<String> deKafka = new ArrayList<>();
    deKafka.add(String.valueOf(puertoKafka));
    deKafka.add(carpeta.resolve("kafka").toString());
    enlaces.ifPresent(
        entre -> {
          deKafka.add(String.valueOf(puertoDelEnlace));
          deKafka.add(String.valueOf(entre.hacia(Enlaces.Extremo.KAFKA).puerto()));
        });
    this.kafka = procesos.interno(KAFKA, Broker.class, "256m", deKafka);
    this.ministerio =
        procesos.interno(
            MINISTERIO,
            SimulatedMinistry.class,
            "512m",
            List.of(
                String.valueOf(puertoMinisterio),
                String.valueOf(puertoControl),
                String.valueOf(opciones.latencia()),
                libro.toString()));
  }

  /** Starts all three, with a database for each of the services, and waits until they answer. */
  void iniciar(Iterable<ServicioSuite> servicios) {
    kafka.iniciar();
    ministerio.iniciar();
    base.start();
    for (ServicioSuite servicio : servicios) {
      base.crear(servicio.base());
    }
    ministerio.esperar(control()::listo);
    kafka.esperar(this::kafkaResponde);
  }

  public BaseDeDatos baseDeDatos() {
    return base;
  }

  /** Stops the broker in good order. */
  public void pararKafka() {
    kafka.pedirFin();
    kafka.esperarFin(20);
  }

  /** Kills the broker with signal 9. */
  public void matarKafka() {
    kafka.matar();
  }

  /** Starts a broker that was stopped or killed on its port, and waits until it answers. */
  public void revivirKafka() {
    if (!kafka.vive()) {
      kafka.iniciar();
      kafka.esperar(this::kafkaResponde);
    }
  }

  private boolean kafkaResponde() {
    return Kafka.responde(servidoresKafka());
  }

  /**
   * The ways from the services to what they rest on.
   *
   * @throws IllegalStateException when the platform was not started with them
   */
  public Enlaces enlaces() {
    return enlaces.orElseThrow(() -> new IllegalStateException("la plataforma no tiene enlaces"));
  }

  /** Value of {@code kafka.bootstrap.servers} for whoever is no service. */
  String servidoresKafka() {
    return "127.0.0.1:" + puertoKafka;
  }

  /** As {@link #servidoresKafka()}, by the way of the services. */
  String servidoresKafkaDeServicios() {
    return hacia(Enlaces.Extremo.KAFKA, puertoKafka);
  }

  /** Address of a database by the way of the services. */
  String jdbcDeServicios(String nombre) {
    return "jdbc:postgresql://" + hacia(Enlaces.Extremo.POSTGRESQL, base.puerto()) + "/" + nombre;
  }

  /** Address of the Ministry by the way of the services. */
  String ministerioDeServicios() {
    return "http://" + hacia(Enlaces.Extremo.MINISTERIO, puertoMinisterio);
  }

  private String hacia(Enlaces.Extremo extremo, int puerto) {
    return enlaces.map(entre -> entre.direccion(extremo)).orElseGet(() -> "127.0.0.1:" + puerto);
  }

  ControlDelMinisterio control() {
    return ControlDelMinisterio.en(urlControl());
  }

  /** The Ministry's ledger as it is written, line by line. */
  Path libro() {
    return libro;
  }

  private String urlControl() {
    return "http://127.0.0.1:" + puertoControl;
  }

  /** Names and addresses. */
  Map<String, String> direcciones() {
    Map<String, String> direcciones = new LinkedHashMap<>();
    direcciones.put(MINISTERIO, "http://127.0.0.1:" + puertoMinisterio);
    direcciones.put("ministerio-control", urlControl());
    direcciones.put(KAFKA, servidoresKafka());
    direcciones.put("postgresql", base.jdbcUrl("postgres"));
    return direcciones;
  }

  /** Process ids of what runs, by name. */
  Map<String, Long> pids() {
    Map<String, Long> pids = new LinkedHashMap<>();
    kafka.pid().ifPresent(pid -> pids.put(KAFKA, pid));
    ministerio.pid().ifPresent(pid -> pids.put(MINISTERIO, pid));
    pids.put("postgres", base.pid());
    return pids;
  }

  /** Ends all three in good order, at the same time; forces what does not end. */
  void terminar() {
    ministerio.pedirFin();
    kafka.pedirFin();
    CompletableFuture<Void> database =
        CompletableFuture.runAsync(base::stop, Thread::startVirtualThread);
    ministerio.esperarFin(5);
    kafka.esperarFin(15);
    database.join();
    enlaces.ifPresent(Enlaces::close);
  }
}
