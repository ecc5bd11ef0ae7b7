package co.satccf.reporting;

import co.satccf.sandbox.infra.BaseDeDatos;
import co.satccf.sandbox.infra.Broker;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;

/** A real PostgreSQL and a real broker for the tests of this module; registered as a service. */
public class InfraLocal implements QuarkusTestResourceLifecycleManager {

  private final Deque<Runnable> started = new ArrayDeque<>();

  @Override
  public Map<String, String> start() {
    var thread = Thread.currentThread();
    var before = thread.getContextClassLoader();
    // Kafka loads its parts by the thread's class loader, which here is the application's.
    thread.setContextClassLoader(Broker.class.getClassLoader());
    try {
      var folder = Files.createTempDirectory(Path.of("target"), "infra");
      var postgres = BaseDeDatos.en(folder.resolve("postgres"));
      postgres.start();
      started.push(postgres::stop);
      var broker = Broker.en(folder.resolve("kafka"));
      broker.start();
      started.push(broker::stop);
      return Map.of(
          "quarkus.datasource.jdbc.url",
          postgres.jdbcUrl("postgres"),
          "quarkus.datasource.username",
          BaseDeDatos.USUARIO,
          "quarkus.datasource.password",
          BaseDeDatos.CLAVE,
          "kafka.bootstrap.servers",
          broker.servidores());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  @Override
  public void stop() {
    started.forEach(Runnable::run);
  }
}
