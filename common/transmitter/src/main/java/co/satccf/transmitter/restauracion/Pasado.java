package co.satccf.transmitter.restauracion;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What topics hold from a place on, read once to their present end as a committed reader. */
@ApplicationScoped
class Pasado {
  private static final Duration SONDEO = Duration.ofMillis(200);

  private final Map<String, Object> kafka;

  Pasado(@Identifier("default-kafka-broker") Map<String, Object> kafka) {
    this.kafka = kafka;
  }

  /** What is done with the records of one poll. */
  @FunctionalInterface
  interface Lote<E extends Exception> {
    void tomar(List<ConsumerRecord<byte[], byte[]>> registros) throws E;
  }

  /**
   * First and next offset of each partition of some topics.
   *
   * @throws KafkaException when the broker does not answer
   */
  Map<TopicPartition, Extension> extension(Collection<String> topicos) {
    try (Consumer<byte[], byte[]> consumidor = consumidor()) {
      return extension(consumidor, topicos);
    }
  }

  /**
   * @param siguiente the offset after the last record that a committed reader sees
   */
  record Extension(long inicio, long siguiente) {

    boolean vacia() {
      return inicio == siguiente;
    }
  }

  private static Map<TopicPartition, Extension> extension(
      Consumer<byte[], byte[]> consumidor, Collection<String> topicos) {
    List<TopicPartition> particiones =
        topicos.stream()
            .flatMap(topico -> consumidor.partitionsFor(topico).stream())
            .map(p -> new TopicPartition(p.topic(), p.partition()))
            .toList();
    Map<TopicPartition, Long> inicios = consumidor.beginningOffsets(particiones);
    Map<TopicPartition, Extension> extension = new HashMap<>();
    consumidor
        .endOffsets(particiones)
        .forEach(
            (particion, fin) ->
                extension.put(particion, new Extension(inicios.getOrDefault(particion, 0L), fin)));
    return extension;
  }

  /**
   * Reads a topic from the given places to its present end.
   *
   * @param desde next offset by partition; a partition without one is read from its beginning
   * @return the first gap found before anything was read, or empty when all was read
   * @throws KafkaException when the broker does not answer
   */
  <E extends Exception> Optional<Brecha> leer(
      String topico, Map<Integer, Long> desde, Map<Integer, Long> leido, Lote<E> lote) throws E {
    try (Consumer<byte[], byte[]> consumidor = consumidor()) {
      Map<TopicPartition, Extension> extension = extension(consumidor, List.of(topico));
      consumidor.assign(extension.keySet());
      for (Map.Entry<TopicPartition, Extension> una : extension.entrySet()) {
        TopicPartition particion = una.getKey();
        long inicio = una.getValue().inicio();
        long lugar = desde.getOrDefault(particion.partition(), inicio);
        if (lugar < inicio) {
          return Optional.of(new Brecha(particion, lugar, inicio));
        }
        // Beyond the end: the topic was made anew, and what it has is all there is.
        consumidor.seek(particion, lugar > una.getValue().siguiente() ? inicio : lugar);
      }
      while (falta(consumidor, extension)) {
        ConsumerRecords<byte[], byte[]> registros = consumidor.poll(SONDEO);
        List<ConsumerRecord<byte[], byte[]>> lista = new ArrayList<>();
        registros.forEach(lista::add);
        lote.tomar(lista);
      }
      extension.keySet().forEach(p -> leido.put(p.partition(), consumidor.position(p)));
      return Optional.empty();
    }
  }

  private static boolean falta(
      Consumer<byte[], byte[]> consumidor, Map<TopicPartition, Extension> extension) {
    return extension.entrySet().stream()
        .anyMatch(una -> consumidor.position(una.getKey()) < una.getValue().siguiente());
  }

  private Consumer<byte[], byte[]> consumidor() {
    Map<String, Object> ajustes = new HashMap<>(kafka);
    ajustes.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    ajustes.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    // Never guess a place: what retention takes away while it is read is a gap, not a jump.
    ajustes.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
    ajustes.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    ajustes.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000);
    ajustes.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
    return new KafkaConsumer<>(ajustes, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }
}
