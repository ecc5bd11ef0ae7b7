package co.satccf.sandbox.infra;

import co.satccf.sandbox.identidad.IdentidadDePrueba;
import co.satccf.sandbox.ministerio.OpcionesDelMinisterio;
import co.satccf.sandbox.ministerio.SimulatedMinistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The servers of one test JVM, started on first use and stopped at its end. {@link InfraDePrueba}
 * reaches this class through the system class loader: Quarkus closes its own loaders between test
 * profiles, and servers started in one would die of missing classes.
 */
public final class InfraCompartida {
  static final String JDBC = "arena.postgres.url";
  static final String KAFKA = "arena.kafka.servidores";
  static final String MINISTERIO = "arena.ministerio.url";
  static final String CONTROL = "arena.ministerio.control";
  static final String TOKENS = "arena.token.url";
  static final String OIDC = "arena.oidc.url";
  static final String TOKEN_PROPIO = "arena.token.archivo";
  static final String GESTION = "arena.gestion.puerto";
  static final String IDENTIDAD = "arena.identidad.carpeta";

  private static final Path CARPETA = Path.of("target", "infra");
  private static final String DE_UNA_JVM = "jvm-";
  private static @Nullable InfraCompartida unica;

  private final Path carpeta = CARPETA.resolve(DE_UNA_JVM + ProcessHandle.current().pid());
  private final BaseDeDatos base = BaseDeDatos.en(carpeta.resolve("postgres"));
  private final Broker broker = Broker.en(carpeta.resolve("kafka"));

  private InfraCompartida() {}

  private void iniciar() {
    borrarRestos();
    Carpetas.crear(carpeta);
    Runtime.getRuntime().addShutdownHook(new Thread(this::terminar, "infra-de-prueba-stop"));
    Executor hilos = InfraCompartida::enHiloPropio;
    CompletableFuture<SimulatedMinistry> ministerio =
        CompletableFuture.supplyAsync(
            () -> SimulatedMinistry.start(OpcionesDelMinisterio.predeterminadas()), hilos);
    CompletableFuture.allOf(
            CompletableFuture.runAsync(this::arrancarBase, hilos),
            CompletableFuture.runAsync(broker::start, hilos),
            ministerio)
        .join();
    System.setProperty(JDBC, base.jdbcUrl(InfraDePrueba.BASE_DE_DATOS));
    System.setProperty(KAFKA, broker.servidores());
    System.setProperty(MINISTERIO, ministerio.join().url());
    System.setProperty(CONTROL, ministerio.join().urlControl());
    System.setProperty(IDENTIDAD, carpeta.toAbsolutePath().toString());
    System.setProperty(OIDC, IdentidadDePrueba.proveedor().url());
    System.setProperty(TOKENS, TokensDePrueba.start(ministerio.join().url()).url());
  }

  /** Starts everything on first use; the addresses are system properties afterwards. */
  public static synchronized void arrancar() {
    if (unica == null) {
      InfraCompartida nueva = new InfraCompartida();
      nueva.iniciar();
      unica = nueva;
    }
  }

  private static synchronized InfraCompartida unica() {
    return Objects.requireNonNull(unica, "the servers are not started");
  }

  public static void pararBaseDeDatos() {
    unica().base.stop();
  }

  public static void matarBaseDeDatos() {
    unica().base.kill();
  }

  public static void arrancarBaseDeDatos() {
    unica().base.start();
  }

  public static void pararKafka() {
    unica().broker.stop();
  }

  public static void arrancarKafka() {
    CompletableFuture.runAsync(unica().broker::start, InfraCompartida::enHiloPropio).join();
  }

  private void arrancarBase() {
    base.start();
    base.crear(InfraDePrueba.BASE_DE_DATOS);
  }

  private void terminar() {
    base.stop();
    broker.stop();
    Carpetas.borrar(carpeta);
  }

  // Kafka loads its parts by the thread's context class loader, and threads inherit it.
  private static void enHiloPropio(Runnable tarea) {
    Thread hilo = new Thread(tarea, "infra-de-prueba");
    hilo.setContextClassLoader(InfraCompartida.class.getClassLoader());
    hilo.setDaemon(true);
    hilo.start();
  }

  /** Folders of test JVMs that were killed. */
  private static void borrarRestos() {
    if (!Files.exists(CARPETA)) {
      return;
    }
    try (Stream<Path> carpetas = Files.list(CARPETA)) {
      List<Path> restos = carpetas.filter(InfraCompartida::esResto).toList();
      restos.forEach(Carpetas::borrar);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean esResto(Path carpeta) {
    String nombre = carpeta.getFileName().toString();
    return nombre.startsWith(DE_UNA_JVM)
        && ProcessHandle.of(Long.parseLong(nombre.substring(DE_UNA_JVM.length()))).isEmpty();
  }
}
