package co.satccf.transmitter.restauracion;

import co.satccf.transmitter.familia.FamiliaDeServicios;
import co.satccf.transmitter.outbox.Resultado;
import co.satccf.transmitter.restauracion.RestauracionStatements.Dicho;
import co.satccf.transmitter.store.Database;
import co.satccf.transmitter.store.Topicos;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/**
 * Compares the store with what {@code sat.resultados} has of this service, from where it was last
 * found complete. An outcome is put on the topic after its report was committed: one that is newer
 * than its report, or has none, was lost with a part of the store.
 */
@ApplicationScoped
class Comparacion {

  private static final Logger LOG = Logger.getLogger(Comparacion.class);

  private final Database database;
  private final Pasado pasado;
  private final ObjectMapper json;
  private final String fuente;

  Comparacion(Database database, Pasado pasado, ObjectMapper json, FamiliaDeServicios familia) {
    this.database = database;
    this.pasado = pasado;
    this.json = json;
    this.fuente = Resultado.fuente(familia.familia());
  }

  /**
   * How the comparison ended.
   *
   * @param leido next offset by partition, to be noted once everything is learnt
   * @param porReaplicar outcomes that the store lacks
   */
  record Fin(Optional<Brecha> brecha, Map<Integer, Long> leido, long porReaplicar) {}

  /**
   * Sets aside what the store lacks, and takes care that no outcome gets a number again.
   *
   * @throws org.apache.kafka.common.KafkaException when the broker does not answer
   */
  Fin comparar() throws SQLException {
    Map<Integer, Long> leido = new HashMap<>();
    Optional<Brecha> brecha =
        pasado.leer(
            Topicos.RESULTADOS,
            database.transaction(RestauracionStatements::comprobado),
            leido,
            this::tomar);
    return new Fin(brecha, leido, database.transaction(RestauracionStatements::porReaplicar));
  }

  private void tomar(List<ConsumerRecord<byte[], byte[]>> registros) throws SQLException {
    List<Dicho> dichos = new ArrayList<>();
    long mayorSecuencia = 0;
    for (ConsumerRecord<byte[], byte[]> registro : registros) {
      JsonNode evento = leer(registro);
      if (!evento.path("source").asText().equals(fuente)) {
        continue;
      }
      JsonNode data = evento.path("data");
      mayorSecuencia = Math.max(mayorSecuencia, data.path("secuencia").asLong());
      if (data.hasNonNull("radicado")) {
        dicho(data, registro).ifPresent(dichos::add);
      }
    }
    guardar(dichos, mayorSecuencia);
  }

  private void guardar(List<Dicho> dichos, long mayorSecuencia) throws SQLException {
    if (mayorSecuencia == 0) {
      return;
    }
    database.transaction(
        connection -> {
          RestauracionStatements.apartar(connection, dichos);
          return RestauracionStatements.numerarDesde(connection, mayorSecuencia);
        });
  }

  /** Empty, and told, when it is none that this service could have made. */
  private static Optional<Dicho> dicho(JsonNode data, ConsumerRecord<byte[], byte[]> registro) {
    try {
      return Optional.of(
          new Dicho(
              data.required("servicio").asText(),
              data.required("radicado").asText(),
              Aprendido.de(data).revision(),
              data.toString()));
    } catch (IllegalArgumentException malformed) {
      ilegible(registro);
      return Optional.empty();
    }
  }

  private JsonNode leer(ConsumerRecord<byte[], byte[]> registro) {
    try {
      return registro.value() == null ? json.nullNode() : json.readTree(registro.value());
    } catch (IOException unreadable) {
      ilegible(registro);
      return json.nullNode();
    }
  }

  private static void ilegible(ConsumerRecord<byte[], byte[]> registro) {
    LOG.errorf(
        "event=outcome_unreadable partition=%d offset=%d", registro.partition(), registro.offset());
  }
}
