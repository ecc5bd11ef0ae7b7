package co.satccf.sandbox.local;

import co.satccf.sandbox.infra.Topicos;
import co.satccf.sandbox.local.EventoPublicable.Identidad;
import co.satccf.sandbox.local.Publicado.Posicion;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * The ERP's side of the loop: what {@code sat.resultados} has told of its events.
 *
 * @param reportes the last state of every report, by revision
 * @param eventos events that some outcome of a report names
 * @param cuarentena places of the records that were quarantined
 */
record Desenlaces(
    Map<Clave, Desenlace> reportes, Set<Identidad> eventos, Set<Posicion> cuarentena) {

  private static final String CUARENTENA = "co.satccf.resultado.cuarentena.v1";

  /** Identity of a report. */
  record Clave(String servicio, String radicado) {}

  /** What a report has become. */
  record Desenlace(String estado, int revision, String departamento, int tipoRezago) {

    boolean aceptado() {
      return estado.startsWith("ACEPTADO");
    }
  }

  Desenlaces() {
    this(new HashMap<>(), new HashSet<>(), new HashSet<>());
  }

  /** Reads the whole topic, up to its present end, as a committed reader. */
  static Desenlaces leer(String servidores) {
    Properties ajustes = new Properties();
    ajustes.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, servidores);
    ajustes.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    ajustes.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    Desenlaces desenlaces = new Desenlaces();
    try (KafkaConsumer<byte[], byte[]> consumidor =
        new KafkaConsumer<>(ajustes, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> particiones =
          consumidor.partitionsFor(Topicos.RESULTADOS).stream()
              .map(p -> new TopicPartition(p.topic(), p.partition()))
              .toList();
      consumidor.assign(particiones);
      consumidor.seekToBeginning(particiones);
      Map<TopicPartition, Long> fines = consumidor.endOffsets(particiones);
      while (fines.entrySet().stream()
          .anyMatch(fin -> consumidor.position(fin.getKey()) < fin.getValue())) {
        for (ConsumerRecord<byte[], byte[]> record : consumidor.poll(Duration.ofMillis(200))) {
          desenlaces.tomar(record.value());
        }
      }
    }
    return desenlaces;
  }

  /** Takes one outcome; one that is not newer than the last of its report changes nothing. */
  void tomar(byte[] evento) {
    JsonNode sobre = leer(evento);
    JsonNode data = sobre.path("data");
    if (sobre.path("type").asText().equals(CUARENTENA)) {
      cuarentena.add(
          new Posicion(
              data.path("topico").asText(),
              data.path("particion").asInt(),
              data.path("posicion").asLong()));
      return;
    }
    eventos.add(new Identidad(data.path("eventoSource").asText(), data.path("eventoId").asText()));
    Desenlace nuevo =
        new Desenlace(
            data.path("estado").asText(),
            data.path("revision").asInt(),
            data.path("departamento").isNull() ? "" : data.path("departamento").asText(""),
            data.path("tipoRezago").asInt());
    reportes.merge(
        new Clave(data.path("servicio").asText(), data.path("radicado").asText()),
        nuevo,
        (antes, ahora) -> ahora.revision() > antes.revision() ? ahora : antes);
  }

  private static JsonNode leer(byte[] evento) {
    try {
      return Http.JSON.readTree(evento);
    } catch (IOException e) {
      throw new UncheckedIOException("an outcome is not JSON", e);
    }
  }
}
