package co.satccf.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * The last outcome of every report, as the ERP reads it from {@code sat.resultados}; by service and
 * radicado.
 */
record Resultados(Map<String, JsonNode> ultimos) {

  private static final String TOPICO = "sat.resultados";

  static String clave(String servicio, String radicado) {
    return servicio + " " + radicado;
  }

  /** Which the report was told to have. */
  int rezago(String clave) {
    return ultimos
        .getOrDefault(clave, RegistroAMano.JSON.getNodeFactory().missingNode())
        .path("tipoRezago")
        .asInt();
  }

  /** Whether another report took its place. */
  boolean sustituido(String clave) {
    return ultimos
        .getOrDefault(clave, RegistroAMano.JSON.getNodeFactory().missingNode())
        .path("estado")
        .asText()
        .equals("SUSTITUIDO");
  }

  /** Rejected by the suite's own contract: never to be sent. */
  Set<String> glosadosPorContrato() {
    return ultimos.entrySet().stream()
        .filter(e -> e.getValue().path("estado").asText().equals("GLOSADO"))
        .filter(e -> e.getValue().path("origen").asText().equals("LOCAL"))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /** Reads up to the present end. */
  static Resultados leer(String servidores) {
    Properties ajustes = new Properties();
    ajustes.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, servidores);
    ajustes.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    ajustes.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    Map<String, JsonNode> ultimos = new HashMap<>();
    try (KafkaConsumer<byte[], String> consumidor =
        new KafkaConsumer<>(ajustes, new ByteArrayDeserializer(), new StringDeserializer())) {
      List<TopicPartition> particiones =
          consumidor.partitionsFor(TOPICO).stream()
              .map(p -> new TopicPartition(TOPICO, p.partition()))
              .toList();
      consumidor.assign(particiones);
      consumidor.seekToBeginning(particiones);
      Map<TopicPartition, Long> fines = consumidor.endOffsets(particiones);
      while (fines.entrySet().stream()
          .anyMatch(fin -> consumidor.position(fin.getKey()) < fin.getValue())) {
        for (ConsumerRecord<byte[], String> record : consumidor.poll(Duration.ofMillis(200))) {
          tomar(RegistroAMano.leer(record.value()).path("data"), ultimos);
        }
      }
    }
    return new Resultados(Map.copyOf(ultimos));
  }

  private static void tomar(JsonNode data, Map<String, JsonNode> ultimos) {
    if (data.has("radicado")) {
      ultimos.merge(
          clave(data.path("servicio").asText(), data.path("radicado").asText()),
          data,
          (antes, ahora) ->
              ahora.path("revision").asInt() > antes.path("revision").asInt() ? ahora : antes);
    }
  }
}
