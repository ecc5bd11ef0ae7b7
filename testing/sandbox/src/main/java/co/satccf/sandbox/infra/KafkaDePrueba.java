package co.satccf.sandbox.infra;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What a test says to the broker of {@link InfraDePrueba}, and what it finds there. */
public final class KafkaDePrueba {
  private KafkaDePrueba() {}

  /** One record of a topic. */
  public record Mensaje(String clave, String valor) {}

  /**
   * Returns once the broker has it.
   *
   * @throws IllegalStateException when the broker refuses it
   */
  public static void publicar(String topico, String clave, byte[] valor) {
    try (KafkaProducer<byte[], byte[]> productor =
        new KafkaProducer<>(
            Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, InfraDePrueba.servidoresKafka()),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      productor
          .send(new ProducerRecord<>(topico, clave.getBytes(StandardCharsets.UTF_8), valor))
          .get();
    } catch (ExecutionException refused) {
      throw new IllegalStateException("Kafka refused a record for " + topico, refused);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** Every committed record, partition by partition, each in its order. */
  public static List<Mensaje> todos(String topico) {
    Map<String, Object> ajustes =
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            InfraDePrueba.servidoresKafka(),
            ConsumerConfig.ISOLATION_LEVEL_CONFIG,
            "read_committed",
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
            false);
    try (KafkaConsumer<String, String> consumidor =
        new KafkaConsumer<>(ajustes, new StringDeserializer(), new StringDeserializer())) {
      List<TopicPartition> particiones =
          consumidor.partitionsFor(topico).stream()
              .map(p -> new TopicPartition(topico, p.partition()))
              .toList();
      consumidor.assign(particiones);
      consumidor.seekToBeginning(particiones);
      Map<TopicPartition, Long> fines = consumidor.endOffsets(particiones);
      List<Mensaje> mensajes = new ArrayList<>();
      while (fines.entrySet().stream()
          .anyMatch(fin -> consumidor.position(fin.getKey()) < fin.getValue())) {
        consumidor
            .poll(Duration.ofMillis(100))
            .forEach(record -> mensajes.add(new Mensaje(record.key(), record.value())));
      }
      return mensajes;
    }
  }
}
