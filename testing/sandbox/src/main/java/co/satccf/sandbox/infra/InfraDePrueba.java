package co.satccf.sandbox.infra;

import co.satccf.sandbox.ministerio.ControlDelMinisterio;
import co.satccf.sandbox.ministerio.OpcionesDelMinisterio;
import co.satccf.sandbox.ministerio.SimulatedMinistry;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * A real PostgreSQL, a real broker and the simulated Ministry for every {@code @QuarkusTest} of a
 * module that has the sandbox on its test class path; registered as a service, so no annotation is
 * needed.
 */
public class InfraDePrueba implements QuarkusTestResourceLifecycleManager {

  /**
   * System property with the Ministry's control address: class loaders come and go, properties
   * stay.
   */
  private static final String CONTROL = "arena.ministerio.control";

  private final Deque<Runnable> started = new ArrayDeque<>();

  /** Drives the Ministry of this test run. */
  public static ControlDelMinisterio ministerio() {
    return ControlDelMinisterio.en(System.getProperty(CONTROL));
  }

  @Override
  public Map<String, String> start() {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    // Kafka loads its parts by the thread's class loader, which here is the application's.
    thread.setContextClassLoader(Broker.class.getClassLoader());
    try {
      Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "infra");
      BaseDeDatos postgres = BaseDeDatos.en(folder.resolve("postgres"));
      CompletableFuture<Void> database = CompletableFuture.runAsync(postgres::start);
      Broker broker = Broker.en(folder.resolve("kafka"));
      broker.start();
      started.push(broker::stop);
      SimulatedMinistry ministerio =
          SimulatedMinistry.start(OpcionesDelMinisterio.predeterminadas());
      started.push(ministerio::close);
      database.join();
      started.push(postgres::stop);
      System.setProperty(CONTROL, ministerio.urlControl());
      Map<String, String> settings = new HashMap<>();
      settings.put("quarkus.datasource.jdbc.url", postgres.jdbcUrl("postgres"));
      settings.put("quarkus.datasource.username", BaseDeDatos.USUARIO);
      settings.put("quarkus.datasource.password", BaseDeDatos.CLAVE);
      settings.put("kafka.bootstrap.servers", broker.servidores());
      // Not under a name of the suite: a service that knows no Ministry would refuse to start.
      settings.put("arena.ministerio.url", ministerio.url());
      return settings;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  @Override
  public void stop() {
    started.forEach(Runnable::run);
  }
}
