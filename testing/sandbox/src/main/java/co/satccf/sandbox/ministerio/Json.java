package co.satccf.sandbox.ministerio;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** JSON of the control interface. A misspelt field is an error, never ignored. */
final class Json {
  static final ObjectMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private Json() {}

  static String escribir(Object valor) {
    try {
      return MAPPER.writeValueAsString(valor);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("not writable as JSON: " + valor.getClass(), e);
    }
  }
}
