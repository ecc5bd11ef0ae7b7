package co.satccf.sandbox.local;

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
 * The ERP's side of the loop: the last outcome of every report, as {@code sat.resultados} tells it.
 */
record Desenlaces(Map<Clave, Desenlace> reportes, Map<String, Integer> cuarentenaPorTopico) {

  static final String TOPICO = "sat.resultados";

  /** Identity of a report. */
  record Clave(String servicio, String radicado) {}

  /** What a report has become. */
  record Desenlace(String estado, int revision, String departamento, int tipoRezago) {

    boolean aceptado() {
      return estado.startsWith("ACEPTADO");
    }
  }

  /** Reads the whole topic, up to its present end. */
  static Desenlaces leer(String servidores) {
    Properties ajustes = new Properties();
    ajustes.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, servidores);
    ajustes.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    ajustes.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    Map<Clave, Desenlace> reportes = new HashMap<>();
    Map<String, Set<String>> cuarentena = new HashMap<>();
    try (KafkaConsumer<byte[], byte[]> consumidor =
        new KafkaConsumer<>(ajustes, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> particiones =
          consumidor.partitionsFor(TOPICO).stream()
              .map(p -> new TopicPartition(TOPICO, p.partition()))
              .toList();
      consumidor.assign(particiones);
      consumidor.seekToBeginning(particiones);
      Map<TopicPartition, Long> fines = consumidor.endOffsets(particiones);
      while (fines.entrySet().stream()
          .anyMatch(fin -> consumidor.position(fin.getKey()) < fin.getValue())) {
        for (ConsumerRecord<byte[], byte[]> record : consumidor.poll(Duration.ofMillis(200))) {
          tomar(record, reportes, cuarentena);
        }
      }
    }
    Map<String, Integer> cuenta = new HashMap<>();
    cuarentena.forEach((topico, posiciones) -> cuenta.put(topico, posiciones.size()));
    return new Desenlaces(reportes, cuenta);
  }

  private static void tomar(
      ConsumerRecord<byte[], byte[]> record,
      Map<Clave, Desenlace> reportes,
      Map<String, Set<String>> cuarentena) {
    try {
      JsonNode evento = Http.JSON.readTree(record.value());
      JsonNode data = evento.path("data");
      if (evento.path("type").asText().equals("co.satccf.resultado.cuarentena.v1")) {
        String posicion = data.path("particion").asText() + "@" + data.path("posicion").asText();
        cuarentena
            .computeIfAbsent(data.path("topico").asText(), t -> new HashSet<>())
            .add(posicion);
        return;
      }
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
    } catch (IOException e) {
      throw new UncheckedIOException("an outcome is not JSON", e);
    }
  }
}
