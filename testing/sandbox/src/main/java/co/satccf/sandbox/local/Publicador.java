package co.satccf.sandbox.local;

import co.satccf.sandbox.local.Publicado.Posicion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The ERP's producer: fast, idempotent, and it knows where each record went. */
final class Publicador {
  private static final int MAYOR_PEDIDO = 64 * 1_024 * 1_024;

  private final String servidores;
  private final AtomicInteger publicados = new AtomicInteger();

  Publicador(String servidores) {
    this.servidores = servidores;
  }

  /** Records the broker has taken so far. */
  int publicados() {
    return publicados.get();
  }

  /**
   * Publishes in order and returns when the broker has everything.
   *
   * @param enCuanto time over which the records are spread evenly; zero: as fast as the broker
   *     takes them
   * @throws IllegalStateException when the broker refuses a record
   */
  List<Publicado> publicar(List<EventoPublicable> eventos, Duration enCuanto) {
    long inicio = System.nanoTime();
    long entreDos = enCuanto.toNanos() / Math.max(1, eventos.size());
    List<Future<RecordMetadata>> envios = new ArrayList<>(eventos.size());
    try (KafkaProducer<byte[], byte[]> productor =
        new KafkaProducer<>(ajustes(), new ByteArraySerializer(), new ByteArraySerializer())) {
      for (EventoPublicable evento : eventos) {
        esperarHasta(inicio + entreDos * envios.size());
        envios.add(
            productor.send(
                new ProducerRecord<>(evento.topico(), evento.clave().orElse(null), evento.valor()),
                (metadata, refused) -> publicados.addAndGet(refused == null ? 1 : 0)));
      }
    }
    List<Publicado> hechos = new ArrayList<>(eventos.size());
    for (int i = 0; i < eventos.size(); i++) {
      hechos.add(new Publicado(eventos.get(i), posicion(i + 1, envios.get(i))));
    }
    return hechos;
  }

  private static void esperarHasta(long instante) {
    long falta = instante - System.nanoTime();
    if (falta > 0) {
      Pausa.de(Duration.ofNanos(falta));
    }
  }

  private static Posicion posicion(int linea, Future<RecordMetadata> envio) {
    try {
      RecordMetadata metadata = envio.get();
      return new Posicion(metadata.topic(), metadata.partition(), metadata.offset());
    } catch (ExecutionException e) {
      throw new IllegalStateException(
          "Kafka no recibió la línea " + linea + ": " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrumpido", e);
    }
  }

  private Properties ajustes() {
    Properties ajustes = new Properties();
    ajustes.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, servidores);
    ajustes.put(ProducerConfig.ACKS_CONFIG, "all");
    ajustes.put(ProducerConfig.LINGER_MS_CONFIG, 5);
    ajustes.put(ProducerConfig.BATCH_SIZE_CONFIG, 256 * 1_024);
    // Whether a line is too large is the broker's and the suite's to say, not this client's.
    ajustes.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, MAYOR_PEDIDO);
    ajustes.put(ProducerConfig.BUFFER_MEMORY_CONFIG, (long) 2 * MAYOR_PEDIDO);
    return ajustes;
  }
}
