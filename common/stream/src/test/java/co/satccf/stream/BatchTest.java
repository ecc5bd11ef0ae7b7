package co.satccf.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class BatchTest {

  @Test
  void cutsAPartitionAtTheFirstRecordOfTheSecondHalf() {
    // Given: offsets 10, 12, 13 with a marker at 11 and one at 14
    var a = new TopicPartition("t", 0);
    var batch =
        new Batch(
            List.of(record(a, 10), record(a, 12), record(a, 13)), Map.of(a, new Range(10, 15)));
    // When
    var halves = batch.halves();
    // Then
    assertThat(halves.first().positions()).containsExactly(Map.entry(a, new Range(10, 12)));
    assertThat(halves.second().positions()).containsExactly(Map.entry(a, new Range(12, 15)));
  }

  @Test
  void hasNoHalvesWhenItHasOneRecord() {
    var a = new TopicPartition("t", 0);
    var batch = new Batch(List.of(record(a, 1)), Map.of(a, new Range(0, 2)));
    assertThatThrownBy(batch::halves).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void movesEveryPositionExactlyOnceHoweverItIsCut() {
    var random = new Random(42);
    for (var run = 0; run < 500; run++) {
      // Given: up to four partitions with gaps, and one where only markers were read
      var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
      var expected = new HashMap<TopicPartition, Range>();
      for (var p = 0; p <= random.nextInt(4); p++) {
        var partition = new TopicPartition("t", p);
        var start = (long) random.nextInt(50);
        var offset = start;
        for (var i = 0; i < 1 + random.nextInt(20); i++) {
          offset += random.nextInt(3);
          records.add(record(partition, offset++));
        }
        expected.put(partition, new Range(start, offset + random.nextInt(2)));
      }
      expected.put(new TopicPartition("t", 9), new Range(3, 4));
      // When: cut down to single records, in order
      var at = new HashMap<TopicPartition, Long>();
      expected.forEach((partition, range) -> at.put(partition, range.esperado()));
      var todo = new ArrayDeque<>(List.of(new Batch(records, expected)));
      var seen = new ArrayList<ConsumerRecord<byte[], byte[]>>();
      while (!todo.isEmpty()) {
        var next = todo.pop();
        if (next.records().size() > 1) {
          var halves = next.halves();
          todo.push(halves.second());
          todo.push(halves.first());
          continue;
        }
        seen.addAll(next.records());
        next.positions()
            .forEach(
                (partition, range) ->
                    assertThat(at.put(partition, range.siguiente())).isEqualTo(range.esperado()));
      }
      // Then
      assertThat(seen).isEqualTo(records);
      expected.forEach(
          (partition, range) -> assertThat(at).containsEntry(partition, range.siguiente()));
    }
  }

  private static ConsumerRecord<byte[], byte[]> record(TopicPartition partition, long offset) {
    return new ConsumerRecord<>(
        partition.topic(), partition.partition(), offset, new byte[0], new byte[0]);
  }
}
