package co.satccf.stream;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;
import org.postgresql.ds.PGSimpleDataSource;

/** One PostgreSQL and one Kafka broker for all tests of this JVM; both can be stopped and started. */
final class Platform {

  private static final Path FOLDER = temporaryFolder();
  private static final int DATABASE_PORT = freePort();
  private static final int BROKER_PORT = freePort();
  private static final int CONTROLLER_PORT = freePort();
  private static EmbeddedPostgres postgres = newDatabase();
  private static KafkaRaftServer broker = newBroker();

  static {
    createTables();
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  stopDatabase();
                  stopBroker();
                }));
  }

  private Platform() {}

  static PGSimpleDataSource database() {
    var database = new PGSimpleDataSource();
    database.setUrl("jdbc:postgresql://localhost:" + DATABASE_PORT + "/postgres");
    database.setUser("postgres");
    database.setConnectTimeout(2);
    database.setSocketTimeout(20);
    return database;
  }

  static Map<String, Object> kafka() {
    return Map.of(
        "bootstrap.servers",
        "localhost:" + BROKER_PORT,
        "metadata.max.age.ms",
        1_000,
        "heartbeat.interval.ms",
        500,
        "session.timeout.ms",
        6_000);
  }

  static void startDatabase() {
    postgres = newDatabase();
  }

  static void startBroker() {
    broker = newBroker();
  }

  private static EmbeddedPostgres newDatabase() {
    try {
      return EmbeddedPostgres.builder()
              .setDataDirectory(FOLDER.resolve("postgres"))
              .setCleanDataDirectory(false)
              .setPort(DATABASE_PORT)
              .start();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  static void stopDatabase() {
    try {
      postgres.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static KafkaRaftServer newBroker() {
    var properties = new Properties();
    properties.putAll(
        Map.of(
            "process.roles", "broker,controller",
            "node.id", "1",
            "controller.quorum.voters", "1@localhost:" + CONTROLLER_PORT,
            "listeners",
                "PLAINTEXT://localhost:%d,CONTROLLER://localhost:%d"
                    .formatted(BROKER_PORT, CONTROLLER_PORT),
            "listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
            "controller.listener.names", "CONTROLLER",
            "log.dirs", FOLDER.resolve("kafka").toString(),
            "auto.create.topics.enable", "false",
            "offsets.topic.replication.factor", "1",
            "offsets.topic.num.partitions", "5"));
    properties.putAll(
        Map.of(
            "transaction.state.log.replication.factor", "1",
            "transaction.state.log.min.isr", "1",
            "transaction.state.log.num.partitions", "5",
            "group.initial.rebalance.delay.ms", "0",
            "group.min.session.timeout.ms", "1000"));
    if (!Files.exists(FOLDER.resolve("kafka").resolve("meta.properties"))) {
      format();
    }
    var started = new KafkaRaftServer(new KafkaConfig(properties, false), Time.SYSTEM);
    started.startup();
    return started;
  }

  static void stopBroker() {
    broker.shutdown();
    broker.awaitShutdown();
  }

  private static void format() {
    try {
      new Formatter()
          .setClusterId(Uuid.randomUuid().toString())
          .setNodeId(1)
          .setControllerListenerName("CONTROLLER")
          .setMetadataLogDirectory(FOLDER.resolve("kafka").toString())
          .addDirectory(FOLDER.resolve("kafka").toString())
          .setReleaseVersion(MetadataVersion.latestProduction())
          .run();
    } catch (Exception failure) {
      throw new IllegalStateException(failure);
    }
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
      return Files.createTempDirectory("sat-stream");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
