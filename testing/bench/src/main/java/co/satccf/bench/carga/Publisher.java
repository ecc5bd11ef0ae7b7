package co.satccf.bench.carga;

import co.satccf.sandbox.erp.Hechos.Hecho;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The ERP: publishes each event when it is due, whatever has become of those before. */
final class Publisher implements AutoCloseable {
  private final KafkaProducer<byte[], byte[]> producer;

  Publisher(String servers) {
    producer =
        new KafkaProducer<>(
            Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                servers,
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.LINGER_MS_CONFIG,
                5,
                ProducerConfig.BATCH_SIZE_CONFIG,
                256 * 1_024,
                ProducerConfig.BUFFER_MEMORY_CONFIG,
                128L * 1_024 * 1_024),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  /**
   * @return how long it took until the broker had all of them, from the start of the schedule
   */
  Duration publish(List<Hecho> events, Schedule schedule) {
    for (int i = 0; i < events.size(); i++) {
      awaitInstant(schedule.due(i));
      send(events.get(i));
    }
    producer.flush();
    return Duration.between(schedule.start(), Instant.now());
  }

  /** Publishes all at once and returns when the broker has them. */
  void publish(List<Hecho> events) {
    events.forEach(this::send);
    producer.flush();
  }

  private void send(Hecho event) {
    producer.send(
        new ProducerRecord<>(
            event.topico(), event.clave().getBytes(StandardCharsets.UTF_8), event.valor()));
  }

  private static void awaitInstant(Instant due) {
    long nanos = Duration.between(Instant.now(), due).toNanos();
    while (nanos > 0) {
      LockSupport.parkNanos(nanos);
      nanos = Duration.between(Instant.now(), due).toNanos();
    }
  }

  @Override
  public void close() {
    producer.close();
  }
}
