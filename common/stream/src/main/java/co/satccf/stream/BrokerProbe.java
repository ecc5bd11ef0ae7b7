package co.satccf.stream;

import static co.satccf.stream.ReaderState.BROKER_AWAY;

import java.time.Duration;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;

/**
 * Asks the broker now and then, because a poll without records looks the same whether there are
 * none or nobody answers. The question also gives the lag.
 */
final class BrokerProbe {

  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(3);

  private final ReaderConfig config;
  private final StatusBoard board;
  private long lastNanos;
  private boolean asked;
  private boolean complete;
  private volatile long lag;

  BrokerProbe(ReaderConfig config, StatusBoard board) {
    this.config = config;
    this.board = board;
  }

  /** Records between the stored positions and the topics' ends, as of the last answer. */
  long lag() {
    return lag;
  }

  /** Whether every topic was there, and to be seen by this service, as of the last answer. */
  boolean complete() {
    return complete;
  }

  void askIfDue(Consumer<byte[], byte[]> consumer, Map<TopicPartition, Long> stored) {
    var now = System.nanoTime();
    if (asked && now - lastNanos < config.probeInterval().toNanos()) {
      return;
    }
    asked = true;
    lastNanos = now;
    try {
      ask(consumer, stored);
    } catch (WakeupException stopping) {
      throw stopping;
    } catch (KafkaException noAnswer) {
      if (BrokerRefusal.in(noAnswer) != null) {
        throw noAnswer;
      }
      board.raise(BROKER_AWAY, noAnswer.getClass().getSimpleName());
    }
  }

  private void ask(Consumer<byte[], byte[]> consumer, Map<TopicPartition, Long> stored) {
    var assigned = consumer.assignment();
    var withoutPartition = new TreeSet<>(config.topics());
    withoutPartition.removeAll(
        assigned.stream().map(TopicPartition::topic).collect(Collectors.toSet()));
    if (!withoutPartition.isEmpty()) {
      withoutPartition.removeAll(consumer.listTopics(ANSWER_WITHIN).keySet());
    }
    var ends = consumer.endOffsets(assigned, ANSWER_WITHIN);
    lag =
        ends.entrySet().stream()
            .mapToLong(
                end ->
                    Math.max(0, end.getValue() - stored.getOrDefault(end.getKey(), end.getValue())))
            .sum();
    complete = withoutPartition.isEmpty();
    if (complete) {
      board.clear(BROKER_AWAY);
    } else {
      board.raise(BROKER_AWAY, "no topic " + String.join(", ", withoutPartition));
    }
  }
}
