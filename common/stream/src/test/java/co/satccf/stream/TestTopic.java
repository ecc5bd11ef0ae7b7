package co.satccf.stream;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A topic of its own for one test, and what the database holds of it. */
final class TestTopic {

  final String name = "prueba-" + UUID.randomUUID();
  private final int partitions;

  TestTopic(int partitions) {
    this.partitions = partitions;
  }

  static TestTopic created(int partitions) {
    var topic = new TestTopic(partitions);
    topic.create();
    return topic;
  }

  void create() {
    try (var admin = Admin.create(Platform.kafka())) {
      admin.createTopics(List.of(new NewTopic(name, partitions, (short) 1))).all().get();
      // A producer that is told of a partition before it has a leader may wait for two minutes.
      await().atMost(Duration.ofMinutes(1)).until(() -> hasLeaders(admin));
    } catch (InterruptedException | ExecutionException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private boolean hasLeaders(Admin admin) {
    try {
      return admin.describeTopics(List.of(name)).allTopicNames().get().values().stream()
          .flatMap(description -> description.partitions().stream())
          .allMatch(partition -> partition.leader() != null && !partition.leader().isEmpty());
    } catch (InterruptedException | ExecutionException notYet) {
      return false;
    }
  }

  ReaderConfig config() {
    return ReaderConfig.of(Platform.kafka(), "grupo-" + name, Set.of(name))
        .withBatch(50, 1_048_576)
        .withTimes(
            Duration.ofSeconds(30),
            Duration.ofMillis(300),
            Duration.ofMillis(50),
            Duration.ofMillis(500));
  }

  /** Values "from".."to - 1", spread over the partitions. */
  void publish(int from, int to) {
    var values = new ArrayList<String>();
    for (var i = from; i < to; i++) {
      values.add(Integer.toString(i));
    }
    publish(values);
  }

  void publish(List<String> values) {
    try (var producer = producer(Map.of())) {
      send(producer, values);
    }
  }

  /** In one batch for each partition, as a producer with {@code compression.type} sends them. */
  void publishCompressed(String codec, List<String> values) {
    try (var producer = producer(Map.of("compression.type", codec, "linger.ms", 1_000))) {
      send(producer, values);
    }
  }

  /** Changes one bit of that value on the broker's disk; once more mends it. */
  void damage(int partition, String value) {
    try (var files = Files.walk(Platform.KAFKA_FOLDER)) {
      var segment =
          files
              .filter(file -> file.endsWith(name + "-" + partition + "/" + "0".repeat(20) + ".log"))
              .findFirst()
              .orElseThrow();
      var content = new String(Files.readAllBytes(segment), ISO_8859_1);
      // Found by what comes after its first letter, which is the one that changes.
      var place = content.indexOf(value.substring(1)) - 1;
      try (var file = new RandomAccessFile(segment.toFile(), "rw")) {
        file.seek(place);
        file.write(content.charAt(place) ^ 1);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** As one Kafka transaction, which leaves a marker in every partition it touched. */
  void publishInTransaction(List<String> values, boolean commit) {
    try (var producer = producer(Map.of("transactional.id", "tx-" + name))) {
      producer.initTransactions();
      producer.beginTransaction();
      send(producer, values);
      producer.flush();
      if (commit) {
        producer.commitTransaction();
      } else {
        producer.abortTransaction();
      }
    }
  }

  Map<TopicPartition, Long> ends() {
    var asked = new HashMap<TopicPartition, OffsetSpec>();
    for (var i = 0; i < partitions; i++) {
      asked.put(new TopicPartition(name, i), OffsetSpec.latest());
    }
    try (var admin = Admin.create(Platform.kafka())) {
      var ends = new HashMap<TopicPartition, Long>();
      admin.listOffsets(asked).all().get().forEach((tp, end) -> ends.put(tp, end.offset()));
      return ends;
    } catch (InterruptedException | ExecutionException failure) {
      throw new IllegalStateException(failure);
    }
  }

  void dropBefore(int partition, long offset) {
    try (var admin = Admin.create(Platform.kafka())) {
      admin
          .deleteRecords(
              Map.of(new TopicPartition(name, partition), RecordsToDelete.beforeOffset(offset)))
          .all()
          .get();
    } catch (InterruptedException | ExecutionException failure) {
      throw new IllegalStateException(failure);
    }
  }

  Map<TopicPartition, Long> positions() {
    try (var connection = Platform.database().getConnection()) {
      var positions = new HashMap<>(Positions.todas(connection));
      positions.keySet().removeIf(partition -> !partition.topic().equals(name));
      return positions;
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** Stored values, repeats included, in the order of the partitions. */
  List<String> stored() {
    return column("SELECT valor FROM guardado WHERE topico = ? ORDER BY particion, posicion");
  }

  List<String> quarantined() {
    return column(
        "SELECT posicion::text AS valor FROM apartado WHERE topico = ? ORDER BY particion, posicion");
  }

  void forgetPositions() {
    column("DELETE FROM posicion WHERE topico = ? RETURNING topico");
  }

  private List<String> column(String sql) {
    try (var connection = Platform.database().getConnection();
        var select = connection.prepareStatement(sql)) {
      select.setString(1, name);
      try (var rows = select.executeQuery()) {
        var values = new ArrayList<String>();
        while (rows.next()) {
          values.add(rows.getString(1));
        }
        return values;
      }
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private void send(KafkaProducer<byte[], byte[]> producer, List<String> values) {
    var sent = new ArrayList<Future<RecordMetadata>>();
    for (var i = 0; i < values.size(); i++) {
      sent.add(
          producer.send(
              new ProducerRecord<>(name, i % partitions, null, values.get(i).getBytes(UTF_8))));
    }
    producer.flush();
    for (var one : sent) {
      try {
        one.get();
      } catch (InterruptedException | ExecutionException lost) {
        throw new IllegalStateException(lost);
      }
    }
  }

  private KafkaProducer<byte[], byte[]> producer(Map<String, Object> more) {
    var properties = new Properties();
    properties.put("bootstrap.servers", Platform.kafka().get("bootstrap.servers"));
    properties.putAll(more);
    return new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
  }
}
