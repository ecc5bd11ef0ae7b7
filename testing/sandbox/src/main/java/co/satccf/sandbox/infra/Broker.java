package co.satccf.sandbox.infra;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;
import org.jspecify.annotations.Nullable;

/**
 * One Kafka 4.1 broker in KRaft mode on the loopback interface, with the platform's topics. Its
 * records live in the given folder and survive a restart of the object or of its process; the port
 * never changes.
 */
public final class Broker implements AutoCloseable {
  private static final int NODO = 1;
  private static final long ESPERA_SEGUNDOS = 60;
  // Fixed, so that a folder formatted by another process is accepted again.
  private static final String CLUSTER = "c2F0LWNjZi1hcmVuYQ";

  private final Path carpeta;
  private final int puerto;
  private final int puertoControlador;
  private final int puertoDelEnlace;
  private final int puertoAnunciado;
  private final @Nullable CandadoDeKafka candado;
  private @Nullable KafkaRaftServer servidor;

  private Broker(
      Path carpeta,
      int puerto,
      int puertoDelEnlace,
      int puertoAnunciado,
      @Nullable CandadoDeKafka candado) {
    this.carpeta = carpeta.toAbsolutePath().normalize();
    this.puerto = puerto;
    this.puertoDelEnlace = puertoDelEnlace;
    this.puertoAnunciado = puertoAnunciado;
    this.candado = candado;
    this.puertoControlador = Puertos.libre();
  }

  /** A broker on a free port. */
  public static Broker en(Path carpeta) {
    return en(carpeta, Puertos.libre());
  }

  /** A broker on a free port that has a locked listener, too. */
  public static Broker en(Path carpeta, CandadoDeKafka candado) {
    return new Broker(carpeta, Puertos.libre(), 0, 0, candado);
  }

  /** A broker on the given port. */
  public static Broker en(Path carpeta, int puerto) {
    return new Broker(carpeta, puerto, 0, 0, null);
  }

  /**
   * A broker that also listens on a second port and tells whoever comes there that it is found at a
   * third, where an {@link Enlace} stands before it.
   */
  public static Broker en(Path carpeta, int puerto, int puertoDelEnlace, int puertoAnunciado) {
    return new Broker(carpeta, puerto, puertoDelEnlace, puertoAnunciado, null);
  }

  /**
   * Starts the broker and returns when its topics exist; does nothing when it runs.
   *
   * @throws IllegalStateException when it does not come up within 60 s
   */
  public synchronized void start() {
    if (servidor != null) {
      return;
    }
    RegistroSilencioso.callar();
    formatear();
    KafkaRaftServer nuevo = new KafkaRaftServer(new KafkaConfig(propiedades(), false), Time.SYSTEM);
    nuevo.startup();
    servidor = nuevo;
    crearTopicos();
  }

  private void formatear() {
    if (Files.exists(carpeta.resolve("meta.properties"))) {
      return;
    }
    Carpetas.crear(carpeta);
    try {
      new Formatter()
          .setPrintStream(
              new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
          .setClusterId(CLUSTER)
          .setNodeId(NODO)
          .setControllerListenerName("CONTROLLER")
          .setMetadataLogDirectory(carpeta.toString())
          .addDirectory(carpeta.toString())
          .setReleaseVersion(MetadataVersion.latestProduction())
          .run();
    } catch (Exception e) {
      throw new IllegalStateException("Kafka could not format " + carpeta, e);
    }
  }

  private Properties propiedades() {
    Properties p = new Properties();
    p.put("process.roles", "broker,controller");
    p.put("node.id", Integer.toString(NODO));
    p.put("controller.quorum.voters", NODO + "@127.0.0.1:" + puertoControlador);
    p.put("controller.listener.names", "CONTROLLER");
    p.put(
        "listeners",
        "PLAINTEXT://127.0.0.1:"
            + puerto
            + ",CONTROLLER://127.0.0.1:"
            + puertoControlador
            + enlace(puertoDelEnlace)
            + cerrado());
    p.put(
        "advertised.listeners",
        "PLAINTEXT://127.0.0.1:" + puerto + enlace(puertoAnunciado) + cerrado());
    p.put("inter.broker.listener.name", "PLAINTEXT");
    p.put(
        "listener.security.protocol.map",
        "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT,ENLACE:PLAINTEXT,CERRADO:SASL_SSL");
    p.put("log.dirs", carpeta.toString());
    p.put("auto.create.topics.enable", "false");
    p.put("num.partitions", Integer.toString(Topicos.PARTICIONES));
    p.put("default.replication.factor", "1");
    p.put("offsets.topic.replication.factor", "1");
    p.put("offsets.topic.num.partitions", "4");
    p.put("transaction.state.log.replication.factor", "1");
    p.put("transaction.state.log.min.isr", "1");
    p.put("transaction.state.log.num.partitions", "4");
    p.put("share.coordinator.state.topic.replication.factor", "1");
    p.put("share.coordinator.state.topic.min.isr", "1");
    // A producer killed mid-transaction must not hold read-committed consumers for the usual 15
    // min.
    p.put("transaction.max.timeout.ms", "60000");
    p.put("transaction.abort.timed.out.transaction.cleanup.interval.ms", "500");
    p.put("group.initial.rebalance.delay.ms", "0");
    p.put("group.min.session.timeout.ms", "1000");
    // Defaults reserve 128 MiB for compaction, half of the heap this broker is given.
    p.put("log.cleaner.dedupe.buffer.size", Integer.toString(8 * 1024 * 1024));
    p.put("num.network.threads", "2");
    p.put("num.io.threads", "4");
    if (candado != null) {
      candado.configurar(p);
    }
    return p;
  }

  private String enlace(int enEstePuerto) {
    return puertoAnunciado == 0 ? "" : ",ENLACE://127.0.0.1:" + enEstePuerto;
  }

  private String cerrado() {
    return candado == null ? "" : candado.escucha();
  }

  private void crearTopicos() {
    try (Admin admin =
        Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, servidores()))) {
      Set<String> hay = admin.listTopics().names().get(ESPERA_SEGUNDOS, TimeUnit.SECONDS);
      var faltan =
          Topicos.todos().stream()
              .filter(topico -> !hay.contains(topico.name()))
              .collect(Collectors.toList());
      admin.createTopics(faltan).all().get(ESPERA_SEGUNDOS, TimeUnit.SECONDS);
      if (candado != null) {
        candado.echar(admin);
      }
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("Kafka did not create the topics", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while Kafka started", e);
    }
  }

  /** Stops in good order. Does nothing when it is stopped. */
  public synchronized void stop() {
    if (servidor == null) {
      return;
    }
    servidor.shutdown();
    servidor.awaitShutdown();
    servidor = null;
  }

  /** {@link #stop()} and {@link #start()}. */
  public synchronized void restart() {
    stop();
    start();
  }

  @Override
  public void close() {
    stop();
  }

  /** Value of {@code kafka.bootstrap.servers}. */
  public String servidores() {
    return "127.0.0.1:" + puerto;
  }

  public int puerto() {
    return puerto;
  }

  /**
   * Own process: {@code <port> <folder> [<port of the way> <port announced>]}; 0 takes a free port.
   * Prints {@code LISTO <port>} once the topics exist and stops in good order on SIGTERM.
   */
  public static void main(String[] args) throws InterruptedException {
    int pedido = Integer.parseInt(args[0]);
    int puerto = pedido == 0 ? Puertos.libre() : pedido;
    Path carpeta = Path.of(args[1]);
    Broker broker =
        args.length == 2
            ? en(carpeta, puerto)
            : en(carpeta, puerto, Integer.parseInt(args[2]), Integer.parseInt(args[3]));
    broker.start();
    Runtime.getRuntime().addShutdownHook(new Thread(broker::stop, "broker-stop"));
    System.out.println("LISTO " + broker.puerto());
    new CountDownLatch(1).await();
  }
}
