package co.satccf.stream;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * What one transaction stores: records of one or more partitions, in offset order within each, and
 * how far each partition's position moves with them.
 *
 * <p>A batch may have positions and no records: a producer's transaction marker takes an offset
 * too.
 *
 * @param records every record of a partition stands before the next partition's first one
 * @param positions one range for each partition of {@code records}, and for partitions where only
 *     markers were read
 */
public record Batch(
    List<ConsumerRecord<byte[], byte[]>> records, Map<TopicPartition, Range> positions) {

  public Batch {
    records = List.copyOf(records);
    positions = Map.copyOf(positions);
  }

  /**
   * The two halves of this batch, to be stored one after the other.
   *
   * @throws IllegalStateException when there are fewer than two records
   */
  public Halves halves() {
    if (records.size() < 2) {
      throw new IllegalStateException("a batch of " + records.size() + " records has no halves");
    }
    var first = records.subList(0, records.size() / 2);
    var second = records.subList(records.size() / 2, records.size());
    var firstPositions = new HashMap<TopicPartition, Range>();
    var secondPositions = new HashMap<>(positions);
    for (var record : first) {
      var partition = partition(record);
      firstPositions.put(partition, positions.get(partition));
      secondPositions.remove(partition);
    }
    var border = second.getFirst();
    var cut = firstPositions.get(partition(border));
    if (cut != null) {
      firstPositions.put(partition(border), new Range(cut.esperado(), border.offset()));
      secondPositions.put(partition(border), new Range(border.offset(), cut.siguiente()));
    }
    return new Halves(new Batch(first, firstPositions), new Batch(second, secondPositions));
  }

  private static TopicPartition partition(ConsumerRecord<byte[], byte[]> record) {
    return new TopicPartition(record.topic(), record.partition());
  }

  /** Stored one after the other, they are the whole. */
  public record Halves(Batch first, Batch second) {}
}
