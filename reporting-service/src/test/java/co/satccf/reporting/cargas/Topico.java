package co.satccf.reporting.cargas;

import static java.nio.charset.StandardCharsets.UTF_8;

import co.satccf.sandbox.infra.InfraDePrueba;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What is written to an intake topic from now on. */
final class Topico implements AutoCloseable {

  private final KafkaConsumer<byte[], byte[]> consumer =
      new KafkaConsumer<>(
          Map.of("bootstrap.servers", InfraDePrueba.servidoresKafka()),
          new ByteArrayDeserializer(),
          new ByteArrayDeserializer());
  private final List<TopicPartition> particiones;

  /** One record. */
  record Registro(String llave, String valor) {}

  Topico(String nombre) {
    particiones =
        consumer.partitionsFor(nombre).stream()
            .map(p -> new TopicPartition(nombre, p.partition()))
            .toList();
    consumer.assign(particiones);
    consumer.seekToEnd(particiones);
    particiones.forEach(consumer::position);
  }

  /** Everything that has been written, partition by partition. */
  List<Registro> leer() {
    var registros = new ArrayList<Registro>();
    var finales = consumer.endOffsets(particiones);
    while (particiones.stream().anyMatch(p -> consumer.position(p) < finales.getOrDefault(p, 0L))) {
      for (var registro : consumer.poll(Duration.ofMillis(200))) {
        registros.add(
            new Registro(new String(registro.key(), UTF_8), new String(registro.value(), UTF_8)));
      }
    }
    return registros;
  }

  @Override
  public void close() {
    consumer.close();
  }
}
