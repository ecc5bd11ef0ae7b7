package co.satccf.model.evento;

import com.fasterxml.jackson.databind.JsonNode;

/** Reads texts out of a JSON tree; what is absent, null or not a value is "". */
final class Nodo {

  private Nodo() {}

  static String texto(JsonNode node, String... ruta) {
    JsonNode found = node;
    for (String paso : ruta) {
      found = found.path(paso);
    }
    return found.isValueNode() && !found.isNull() ? found.asText().strip() : "";
  }
}
