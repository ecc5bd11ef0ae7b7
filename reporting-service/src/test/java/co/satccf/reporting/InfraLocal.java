package co.satccf.reporting;

import co.satccf.sandbox.infra.BaseDeDatos;
import co.satccf.sandbox.infra.Broker;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

public class InfraLocal implements QuarkusTestResourceLifecycleManager {
  @Override
  public Map<String, String> start() {
    Thread.currentThread().setContextClassLoader(Broker.class.getClassLoader());
    try {
      Path folder = Files.createTempDirectory("reporting");
      BaseDeDatos db = BaseDeDatos.en(folder.resolve("pg"));
      Broker broker = Broker.en(folder.resolve("kafka"));
      db.start();
      broker.start();
      return Map.of(
          "quarkus.datasource.jdbc.url",
          db.jdbcUrl("postgres"),
          "quarkus.datasource.username",
          "postgres",
          "quarkus.datasource.password",
          "postgres",
          "kafka.bootstrap.servers",
          broker.servidores());
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void stop() {}
}
