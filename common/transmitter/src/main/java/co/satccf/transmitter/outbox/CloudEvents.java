package co.satccf.transmitter.outbox;

import co.satccf.transmitter.familia.FamiliaDeServicios;
import co.satccf.transmitter.store.Topicos;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;

/**
 * Outbox rows as they stand on Kafka: outcomes as CloudEvents 1.0 in JSON, the register as plain
 * state.
 */
@ApplicationScoped
class CloudEvents {

  private final ObjectMapper json;
  private final String familia;
  private final String fuente;

  CloudEvents(ObjectMapper json, FamiliaDeServicios familia) {
    this.json = json;
    this.familia = Resultado.enMinusculas(familia.familia());
    this.fuente = Resultado.fuente(familia.familia());
  }

  byte[] key(OutboxStatements.Row row) {
    return row.llave().getBytes(StandardCharsets.UTF_8);
  }

  byte[] value(OutboxStatements.Row row) {
    if (row.topico().equals(Topicos.EMPLEADORES)) {
      return row.payload().getBytes(StandardCharsets.UTF_8);
    }
    try {
      ObjectNode data = (ObjectNode) json.readTree(row.payload());
      data.put("secuencia", row.id());
      data.put("instante", row.instante().toString());
      ObjectNode event = JsonNodeFactory.instance.objectNode();
      event.put("specversion", "1.0");
      event.put("id", familia + "-" + row.id());
      event.put("source", fuente);
      event.put("type", row.type());
      event.put("time", row.instante().toString());
      event.put("datacontenttype", "application/json");
      event.set("data", data);
      return json.writeValueAsBytes(event);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("outbox row " + row.id() + " is not JSON", impossible);
    }
  }
}
