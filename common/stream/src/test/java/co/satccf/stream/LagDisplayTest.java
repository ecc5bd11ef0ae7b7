package co.satccf.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetCommitCallback;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

/** Offsets that Kafka's own tools show. */
class LagDisplayTest {

  private static final TopicPartition PARTITION = new TopicPartition("sat.prueba", 0);
  private static final Map<TopicPartition, Long> STORED = Map.of(PARTITION, 7L);

  private final List<Long> told = new ArrayList<>();
  private boolean failing;

  private final MockConsumer<byte[], byte[]> consumer =
      new MockConsumer<>("earliest") {
        @Override
        public synchronized void commitAsync(
            Map<TopicPartition, OffsetAndMetadata> offsets, OffsetCommitCallback callback) {
          offsets.values().forEach(position -> told.add(position.offset()));
          callback.onComplete(offsets, failing ? new TimeoutException() : null);
        }
      };

  private final LagDisplay display = new LagDisplay("prueba");

  @Test
  void areToldAgainWhenTheBrokerDidNotTakeThem() {
    // Given
    failing = true;
    display.showIfDue(consumer, STORED);
    // When
    failing = false;
    // Then, although nothing new was stored
    await()
        .atMost(Duration.ofSeconds(5))
        .until(
            () -> {
              display.showIfDue(consumer, STORED);
              return told.size() == 2;
            });
    assertThat(told).containsExactly(7L, 7L);
  }

  @Test
  void areToldOnceWhenItDid() {
    // Given
    display.showIfDue(consumer, STORED);
    // When, then
    await()
        .during(Duration.ofMillis(1_500))
        .atMost(Duration.ofSeconds(3))
        .until(
            () -> {
              display.showIfDue(consumer, STORED);
              return told.size() == 1;
            });
  }
}
