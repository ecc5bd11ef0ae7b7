package co.satccf.sandbox.ministerio;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A report as the Ministry reads it: a flat JSON object whose keys are matched without regard to
 * case; null is empty, numbers and booleans are their text, unknown keys are ignored, the last of
 * two equal keys wins.
 */
final class Reporte {
  private static final JsonFactory FABRICA = new JsonFactory();

  private final Map<String, String> valores;

  private Reporte(Map<String, String> valores) {
    this.valores = valores;
  }

  /**
   * @throws IOException when the bytes are not UTF-8, not JSON, or not one flat object
   */
  static Reporte leer(byte[] cuerpo) throws IOException {
    String texto = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(cuerpo)).toString();
    Map<String, String> valores = new HashMap<>();
    try (JsonParser parser = FABRICA.createParser(texto)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new IOException("no es un objeto JSON");
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String nombre = parser.currentName().toLowerCase(Locale.ROOT);
        JsonToken valor = parser.nextToken();
        if (valor == null || !valor.isScalarValue()) {
          throw new IOException("el objeto no es plano");
        }
        valores.put(nombre, valor == JsonToken.VALUE_NULL ? "" : parser.getText());
      }
      if (parser.nextToken() != null) {
        throw new IOException("sobra texto tras el objeto");
      }
    }
    return new Reporte(valores);
  }

  /** Value of a field, by its lowerCamelCase name; "" when it is absent. */
  String valor(String campo) {
    return valores.getOrDefault(campo.toLowerCase(Locale.ROOT), "");
  }

  /** The filing number under either of its two names; "" when absent. */
  String radicado() {
    String largo = valor("numeroRadicadoSolicitud");
    return largo.isEmpty() ? valor("numeroRadicado") : largo;
  }
}
