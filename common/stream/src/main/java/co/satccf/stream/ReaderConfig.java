package co.satccf.stream;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * What a {@link TopicReader} reads, and its bounds.
 *
 * @param kafka connection properties ({@code bootstrap.servers}, TLS, SASL); what the reader itself
 *     relies on is set over them
 * @param group consumer group; its members share the partitions, and share one database
 * @param topics topics to read, whether they exist yet or not
 * @param maxRecords most records in one batch, 1-100,000
 * @param maxBytes most bytes that one broker is asked for at a time, 1,024-268,435,456; a single
 *     larger record still comes, alone
 * @param maxPollInterval how long storing one batch may take before the group gives the partitions
 *     to another member, 1 s to 1 h
 * @param probeInterval how often the broker is asked for the topics' ends, 100 ms to 10 min
 * @param firstRetry wait after a first failure, 1 ms to {@code lastRetry}
 * @param lastRetry longest wait between tries, at most a quarter of {@code maxPollInterval}
 */
public record ReaderConfig(
    Map<String, Object> kafka,
    String group,
    Set<String> topics,
    int maxRecords,
    int maxBytes,
    Duration maxPollInterval,
    Duration probeInterval,
    Duration firstRetry,
    Duration lastRetry) {

  /**
   * @throws IllegalArgumentException naming the component and its value when it is out of range
   */
  public ReaderConfig {
    kafka = Map.copyOf(kafka);
    topics = Set.copyOf(topics);
    require(
        kafka.containsKey(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG),
        "kafka",
        "no bootstrap.servers");
    require(!group.isBlank(), "group", group);
    require(!topics.isEmpty(), "topics", topics);
    require(maxRecords >= 1 && maxRecords <= 100_000, "maxRecords", maxRecords);
    require(maxBytes >= 1_024 && maxBytes <= 268_435_456, "maxBytes", maxBytes);
    require(
        within(maxPollInterval, Duration.ofSeconds(1), Duration.ofHours(1)),
        "maxPollInterval",
        maxPollInterval);
    require(
        within(probeInterval, Duration.ofMillis(100), Duration.ofMinutes(10)),
        "probeInterval",
        probeInterval);
    require(
        within(lastRetry, Duration.ofMillis(1), maxPollInterval.dividedBy(4)),
        "lastRetry",
        lastRetry);
    require(within(firstRetry, Duration.ofMillis(1), lastRetry), "firstRetry", firstRetry);
  }

  /**
   * The usual figures: 500 records, 8 MiB, 5 minutes, a probe every 5 s, retries from 200 ms to 10
   * s.
   *
   * @throws IllegalArgumentException as the constructor
   */
  public static ReaderConfig of(Map<String, Object> kafka, String group, Set<String> topics) {
    return new ReaderConfig(
        kafka,
        group,
        topics,
        500,
        8 * 1_024 * 1_024,
        Duration.ofMinutes(5),
        Duration.ofSeconds(5),
        Duration.ofMillis(200),
        Duration.ofSeconds(10));
  }

  /** The same with other batch bounds. */
  public ReaderConfig withBatch(int records, int bytes) {
    return new ReaderConfig(
        kafka,
        group,
        topics,
        records,
        bytes,
        maxPollInterval,
        probeInterval,
        firstRetry,
        lastRetry);
  }

  /** The same with other times. */
  public ReaderConfig withTimes(Duration poll, Duration probe, Duration first, Duration last) {
    return new ReaderConfig(kafka, group, topics, maxRecords, maxBytes, poll, probe, first, last);
  }

  Map<String, Object> consumerProperties() {
    var properties = new HashMap<>(kafka);
    properties.put(ConsumerConfig.GROUP_ID_CONFIG, group);
    properties.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    properties.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    // Never guess a place: an offset that the topic no longer has is told, then read from its
    // beginning.
    properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
    // Nothing is ever in flight when partitions move (callbacks run inside poll), so both protocols
    // are equally safe; with the cooperative one the partitions that stay go on without a new seek.
    properties.put(
        ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
        CooperativeStickyAssignor.class.getName());
    properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, maxRecords);
    properties.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, maxBytes);
    properties.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, Math.min(maxBytes, 1_048_576));
    // A batch costs one transaction, however small: the broker gathers for a moment first.
    properties.putIfAbsent(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, 65_536);
    properties.putIfAbsent(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 50);
    properties.put(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, (int) maxPollInterval.toMillis());
    // So long the partitions of a killed replica stand still; Kafka's 45 s are for the pauses of
    // large heaps. One thrown out too early does no harm: its position is refused. Who stops in
    // order leaves at once, so that static members, who are waited for, would gain nothing.
    properties.putIfAbsent(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 15_000);
    // A topic created after the start is seen within this time, not after the default 5 minutes.
    properties.putIfAbsent(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 15_000);
    properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    return properties;
  }

  private static boolean within(Duration value, Duration least, Duration most) {
    return value.compareTo(least) >= 0 && value.compareTo(most) <= 0;
  }

  private static void require(boolean holds, String component, Object value) {
    if (!holds) {
      throw new IllegalArgumentException("reader configuration: " + component + " = " + value);
    }
  }
}
