package co.satccf.transmitter.restauracion;

import co.satccf.model.estado.EstadoReporte;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

/** What an outcome on {@code sat.resultados} says that its report had become. */
record Aprendido(
    EstadoReporte estado,
    int revision,
    int version,
    int intento,
    @Nullable String origen,
    @Nullable String codigo,
    @Nullable String mensaje,
    String glosas) {

  static Aprendido de(String resultado, ObjectMapper json) {
    try {
      JsonNode data = json.readTree(resultado);
      return new Aprendido(
          EstadoReporte.valueOf(data.required("estado").asText()),
          data.required("revision").asInt(),
          data.required("version").asInt(),
          data.required("intento").asInt(),
          texto(data, "origen"),
          texto(data, "codigo"),
          texto(data, "mensaje"),
          data.path("glosas").toString());
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a stored outcome is not JSON", impossible);
    }
  }

  private static @Nullable String texto(JsonNode data, String campo) {
    return data.path(campo).isTextual() ? data.path(campo).asText() : null;
  }

  /** The same, but that the report stays in the state that the store has. */
  Aprendido enEstado(EstadoReporte otro) {
    return new Aprendido(otro, revision, version, intento, origen, codigo, mensaje, glosas);
  }

  /** Whether the Ministry answered a call. */
  boolean deSat() {
    return "SAT".equals(origen) && estado != EstadoReporte.PENDIENTE;
  }
}
