package co.satccf.stream;

import co.satccf.sandbox.infra.BaseDeDatos;
import co.satccf.sandbox.infra.Broker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * One PostgreSQL and one Kafka broker for all tests of this JVM; both can be stopped and started.
 */
final class Platform {

  static final BaseDeDatos POSTGRES;
  static final Broker KAFKA;

  /** Where the broker keeps its topics, somewhere below. */
  static final Path KAFKA_FOLDER;

  static {
    var folder = temporaryFolder();
    KAFKA_FOLDER = folder.resolve("kafka");
    POSTGRES = BaseDeDatos.en(folder.resolve("postgres"));
    KAFKA = Broker.en(KAFKA_FOLDER);
    POSTGRES.start();
    KAFKA.start();
    createTables();
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  POSTGRES.stop();
                  KAFKA.stop();
                }));
  }

  private Platform() {}

  static PGSimpleDataSource database() {
    var database = new PGSimpleDataSource();
    database.setUrl(POSTGRES.jdbcUrl("postgres"));
    database.setUser(BaseDeDatos.USUARIO);
    database.setConnectTimeout(2);
    database.setSocketTimeout(20);
    return database;
  }

  static Map<String, Object> kafka() {
    return Map.of(
        "bootstrap.servers",
        KAFKA.servidores(),
        "metadata.max.age.ms",
        1_000,
        "heartbeat.interval.ms",
        500,
        "session.timeout.ms",
        6_000);
  }

  private static void createTables() {
    try (var connection = database().getConnection();
        var statement = connection.createStatement()) {
      // No key on "guardado": a record stored twice must show.
      statement.execute(
          """
          CREATE TABLE posicion (topico text, particion int, siguiente bigint NOT NULL,
            PRIMARY KEY (topico, particion));
          CREATE TABLE guardado (topico text, particion int, posicion bigint, valor text);
          CREATE TABLE apartado (topico text, particion int, posicion bigint);
          """);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static Path temporaryFolder() {
    try {
      return Files.createTempDirectory(Path.of("target"), "infra");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
