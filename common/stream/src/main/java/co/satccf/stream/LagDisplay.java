package co.satccf.stream;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Tells Kafka how far a reader is, only for the lag that Kafka's own tools show: at most once a
 * second, and after a failure once more.
 */
final class LagDisplay {

  private static final Logger LOG = Logger.getLogger(LagDisplay.class);
  private static final Duration EVERY = Duration.ofSeconds(1);

  private final String reader;
  private Map<TopicPartition, Long> shown = Map.of();
  private long showAtNanos = System.nanoTime();

  LagDisplay(String reader) {
    this.reader = reader;
  }

  void showIfDue(Consumer<byte[], byte[]> consumer, Map<TopicPartition, Long> stored) {
    long now = System.nanoTime();
    if (now - showAtNanos < 0 || stored.equals(shown)) {
      return;
    }
    showAtNanos = now + EVERY.toNanos();
    Map<TopicPartition, Long> told = Map.copyOf(stored);
    consumer.commitAsync(
        told.entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey, position -> new OffsetAndMetadata(position.getValue()))),
        (committed, failure) -> {
          if (failure == null) {
            shown = told;
          } else {
            LOG.debugf("reader=%s offsets not shown in Kafka", reader);
          }
        });
  }
}
