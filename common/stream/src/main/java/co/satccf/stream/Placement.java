package co.satccf.stream;

import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/**
 * Keeps the consumer's place in each assigned partition equal to the database's. A partition whose
 * place is unknown (just assigned, or its batch was dropped) is paused until the database has told
 * it, so one path serves the start, a rebalance, a lost fence and a database that was away.
 */
final class Placement implements ConsumerRebalanceListener {

  private final Consumer<byte[], byte[]> consumer;
  private final DataSource database;

  /** Stored positions of the placed partitions; other threads read it for display. */
  private final Map<TopicPartition, Long> stored;

  private final Set<TopicPartition> unplaced = new HashSet<>();

  Placement(
      Consumer<byte[], byte[]> consumer, DataSource database, Map<TopicPartition, Long> stored) {
    this.consumer = consumer;
    this.database = database;
    this.stored = stored;
  }

  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
    forget(partitions);
  }

  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
    unplaced.removeAll(partitions);
    stored.keySet().removeAll(partitions);
  }

  void forgetAll() {
    forget(consumer.assignment());
  }

  boolean complete() {
    return unplaced.isEmpty();
  }

  /**
   * Seeks every partition of unknown place to its stored position.
   *
   * @throws SQLException when the database fails; nothing has changed then
   */
  void place() throws SQLException {
    var positions = new HashMap<TopicPartition, Long>();
    try (var connection = database.getConnection()) {
      for (var partition : unplaced) {
        positions.put(partition, Positions.siguiente(connection, partition));
      }
    }
    // Also 0 is looked for by its number: a topic that does not begin with it any more is a gap.
    positions.forEach(consumer::seek);
    consumer.resume(positions.keySet());
    stored.putAll(positions);
    unplaced.clear();
  }

  /** What the poll brought, with the positions that it moves. */
  Batch batch(ConsumerRecords<byte[], byte[]> polled) {
    var positions = new HashMap<TopicPartition, Range>();
    polled
        .nextOffsets()
        .forEach(
            (partition, next) -> {
              var from = stored.getOrDefault(partition, 0L);
              // Markers alone never move a position backwards; see Range.
              if (next.offset() > from || !polled.records(partition).isEmpty()) {
                positions.put(partition, new Range(from, next.offset()));
              }
            });
    var records =
        polled.partitions().stream()
            .<ConsumerRecord<byte[], byte[]>>mapMulti(
                (partition, sink) -> polled.records(partition).forEach(sink))
            .toList();
    return new Batch(records, positions);
  }

  void moved(Batch batch) {
    batch.positions().forEach((partition, range) -> stored.put(partition, range.siguiente()));
  }

  private void forget(Collection<TopicPartition> partitions) {
    consumer.pause(partitions);
    for (var partition : partitions) {
      // Any place will do while paused; without one the consumer would ask Kafka's own offsets.
      consumer.seek(partition, 0);
    }
    unplaced.addAll(partitions);
    stored.keySet().removeAll(partitions);
  }
}
