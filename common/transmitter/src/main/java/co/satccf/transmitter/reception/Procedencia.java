package co.satccf.transmitter.reception;

import co.satccf.transmitter.trazas.Traceparent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where a record stood, and the record itself as it came. */
public record Procedencia(
    String topico, int particion, long posicion, byte[] contenido, Map<String, byte[]> cabeceras) {

  /** Stands for the topic of what a person made, not the ERP. */
  public static final String OPERACIONES = "operaciones";

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Header values may be any bytes: they stand in base64. */
  public String cabecerasComoJson() {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    cabeceras.forEach((nombre, valor) -> node.put(nombre.replace("\u0000", ""), valor));
    return node.toString();
  }

  /** The opposite of {@link #cabecerasComoJson()}. */
  public static Map<String, byte[]> cabeceras(String json) {
    try {
      Map<String, byte[]> cabeceras = new HashMap<>();
      for (Map.Entry<String, JsonNode> cabecera : JSON.readTree(json).properties()) {
        cabeceras.put(cabecera.getKey(), cabecera.getValue().binaryValue());
      }
      return cabeceras;
    } catch (IOException broken) {
      throw new UncheckedIOException("stored headers are not what was written", broken);
    }
  }

  /** Where it stands in its sender's trace, if it says so. */
  public @Nullable String traceparent() {
    return Traceparent.leer(cabeceras.get(Traceparent.CABECERA));
  }

  @Override
  public String toString() {
    return topico + "-" + particion + "@" + posicion;
  }
}
