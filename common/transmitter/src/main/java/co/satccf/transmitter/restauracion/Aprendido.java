package co.satccf.transmitter.restauracion;

import co.satccf.model.estado.EstadoReporte;
import co.satccf.model.estado.Origen;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.format.DateTimeParseException;
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
    String glosas,
    Instant instante) {

  static Aprendido de(String resultado, ObjectMapper json) {
    try {
      return de(json.readTree(resultado));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a stored outcome is not JSON", impossible);
    }
  }

  /**
   * @throws IllegalArgumentException when it is not an outcome of a report
   */
  static Aprendido de(JsonNode data) {
    String origen = texto(data, "origen");
    return new Aprendido(
        EstadoReporte.valueOf(data.required("estado").asText()),
        entero(data, "revision"),
        entero(data, "version"),
        entero(data, "intento"),
        origen == null ? null : Origen.valueOf(origen).name(),
        texto(data, "codigo"),
        texto(data, "mensaje"),
        data.path("glosas").toString(),
        instante(data));
  }

  private static Instant instante(JsonNode data) {
    try {
      return Instant.parse(data.required("instante").asText());
    } catch (DateTimeParseException malformed) {
      throw new IllegalArgumentException("instante", malformed);
    }
  }

  private static int entero(JsonNode data, String campo) {
    if (!data.path(campo).isInt()) {
      throw new IllegalArgumentException(campo);
    }
    return data.path(campo).intValue();
  }

  private static @Nullable String texto(JsonNode data, String campo) {
    return data.path(campo).isTextual() ? data.path(campo).asText() : null;
  }

  /** The same, but that the report stays in the state that the store has. */
  Aprendido enEstado(EstadoReporte otro) {
    return new Aprendido(
        otro, revision, version, intento, origen, codigo, mensaje, glosas, instante);
  }

  /** Whether the Ministry answered a call. */
  boolean deSat() {
    return "SAT".equals(origen) && estado != EstadoReporte.PENDIENTE;
  }
}
