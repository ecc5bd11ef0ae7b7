package co.satccf.sandbox.local;

import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The ERP's producer: fast, idempotent, and it knows when a record was not taken. */
final class Publicador {

  private Publicador() {}

  /**
   * Publishes in order and returns when the broker has everything.
   *
   * @throws IllegalStateException when the broker refuses a record
   */
  static void publicar(String servidores, List<EventoPublicable> eventos) {
    Properties ajustes = new Properties();
    ajustes.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, servidores);
    ajustes.put(ProducerConfig.ACKS_CONFIG, "all");
    ajustes.put(ProducerConfig.LINGER_MS_CONFIG, 5);
    ajustes.put(ProducerConfig.BATCH_SIZE_CONFIG, 256 * 1_024);
    AtomicReference<Exception> fallo = new AtomicReference<>();
    try (KafkaProducer<byte[], byte[]> productor =
        new KafkaProducer<>(ajustes, new ByteArraySerializer(), new ByteArraySerializer())) {
      for (EventoPublicable evento : eventos) {
        productor.send(
            new ProducerRecord<>(evento.topico(), evento.clave().orElse(null), evento.valor()),
            (metadata, refused) -> {
              if (refused != null) {
                fallo.compareAndSet(null, refused);
              }
            });
      }
      productor.flush();
    }
    if (fallo.get() != null) {
      throw new IllegalStateException("Kafka no recibió un evento", fallo.get());
    }
  }
}
