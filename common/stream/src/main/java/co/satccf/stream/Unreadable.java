package co.satccf.stream;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Partitions whose next records Kafka's client brought and cannot read: damaged on the broker's
 * disk, or compressed with what this process has no library for. The broker is well, and the other
 * partitions are read on.
 */
final class Unreadable {

  private static final Logger LOG = Logger.getLogger(Unreadable.class);
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(3);
  private static final Duration LEAVE_WITHIN = Duration.ofSeconds(1);

  private final ReaderConfig config;
  private final Backoff backoff;

  /** First offset that could not be read, in the order in which they are asked for. */
  private final SequencedMap<TopicPartition, Long> offsets = new LinkedHashMap<>();

  private long askAtNanos;

  Unreadable(ReaderConfig config) {
    this.config = config;
    this.backoff = new Backoff(config.firstRetry(), config.lastRetry());
  }

  /** The one that a failed poll is about, which the client tells in its words only. */
  static @Nullable TopicPartition in(KafkaException failure, Set<TopicPartition> assigned) {
    var words = String.valueOf(failure.getMessage());
    return assigned.stream()
        .filter(
            partition ->
                words.contains("next record from %s. ".formatted(partition))
                    || words.endsWith("for topic-partition " + partition))
        .findFirst()
        .orElse(null);
  }

  /** Type of what made it so, e.g. {@code UnsatisfiedLinkError}: a message may quote data. */
  static String cause(Throwable failure) {
    var cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause.getClass().getSimpleName();
  }

  void add(TopicPartition partition, long offset) {
    offsets.put(partition, offset);
    askLater();
  }

  /**
   * Whether each has been read by now, or is another reader's.
   *
   * @param stored positions of the partitions that are placed
   * @param assigned all that this reader has
   */
  boolean isOver(Map<TopicPartition, Long> stored, Set<TopicPartition> assigned) {
    offsets
        .entrySet()
        .removeIf(
            one ->
                !assigned.contains(one.getKey())
                    || stored.getOrDefault(one.getKey(), 0L) > one.getValue());
    if (offsets.isEmpty()) {
      backoff.reset();
    }
    return offsets.isEmpty();
  }

  /**
   * Asks now and then for the one that has waited longest; true once, when it is to be read with a
   * new consumer. It takes a consumer of its own: one that could not read a record keeps it, and
   * will not ask for it again.
   */
  boolean readableIfDue() {
    if (offsets.isEmpty() || System.nanoTime() < askAtNanos) {
      return false;
    }
    askLater();
    var oldest = offsets.pollFirstEntry();
    return oldest != null && isReadable(oldest.getKey(), oldest.getValue());
  }

  /** What is not goes behind the others, whose turns come first. */
  private boolean isReadable(TopicPartition partition, long offset) {
    var properties = config.consumerProperties();
    properties.remove(ConsumerConfig.GROUP_ID_CONFIG);
    var consumer = new KafkaConsumer<byte[], byte[]>(properties);
    try {
      consumer.assign(List.of(partition));
      consumer.seek(partition, offset);
      consumer.poll(ANSWER_WITHIN);
      if (consumer.position(partition) > offset) {
        return true;
      }
    } catch (OffsetOutOfRangeException deleted) {
      // Who reads on is told, and tells, that records are gone.
      return true;
    } catch (KafkaException notYet) {
      LOG.debugf("%s at %d: %s", partition, offset, cause(notYet));
    } finally {
      consumer.close(CloseOptions.timeout(LEAVE_WITHIN));
    }
    offsets.put(partition, offset);
    return false;
  }

  private void askLater() {
    askAtNanos = System.nanoTime() + backoff.next().toNanos();
  }
}
