package co.satccf.sandbox.erp;

import co.satccf.model.ServicioSat;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * A CloudEvent before it becomes bytes; whoever holds it may still bend it.
 *
 * @param sobre the whole event, its data included
 */
record Evento(String topic, String key, ObjectNode sobre, @Nullable ServicioSat servicio) {
  private static final ObjectMapper JSON = new ObjectMapper();

  static ObjectNode objeto() {
    return JSON.createObjectNode();
  }

  ObjectNode data() {
    return (ObjectNode) sobre.get("data");
  }

  Evento copia() {
    return new Evento(topic, key, sobre.deepCopy(), servicio);
  }

  byte[] bytes() {
    try {
      return JSON.writeValueAsBytes(sobre);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  FeedLine linea(Esperado esperado, String caso) {
    return new FeedLine(topic, key, bytes(), servicio, esperado, caso);
  }
}
