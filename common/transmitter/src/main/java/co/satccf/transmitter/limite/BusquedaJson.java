package co.satccf.transmitter.limite;

import co.satccf.transmitter.limite.Busqueda.Fase;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** A {@link Busqueda} in the column of its name; limit and round have columns of their own. */
final class BusquedaJson {

  private static final ObjectMapper JSON = new ObjectMapper();

  private BusquedaJson() {}

  static String escribir(Busqueda busqueda) {
    ObjectNode node = JSON.createObjectNode();
    node.put("fase", busqueda.fase().name());
    node.put("bueno", busqueda.bueno());
    node.put("malo", busqueda.malo());
    node.put("paso", busqueda.paso());
    node.put("deuda", busqueda.deuda());
    node.put("calma", busqueda.calma());
    node.put("noAntes", busqueda.noAntes());
    node.put("base", busqueda.base());
    node.put("cargada", busqueda.cargada());
    node.put("vigente", busqueda.vigente());
    node.put("glosas", busqueda.vista().glosas());
    node.put("rechazos", busqueda.vista().rechazos());
    node.put("lleno", busqueda.vista().lleno());
    ArrayNode latencias = node.putArray("latencias");
    busqueda.vista().latencias().cuentas().forEach(latencias::add);
    return node.toString();
  }

  static Busqueda leer(String json, int cupo, int ronda) {
    JsonNode node = arbol(json);
    List<Integer> latencias = new ArrayList<>();
    node.path("latencias").forEach(cuenta -> latencias.add(cuenta.asInt()));
    return new Busqueda(
        cupo,
        Fase.valueOf(node.path("fase").asText()),
        node.path("bueno").asInt(),
        node.path("malo").asInt(),
        node.path("paso").asInt(),
        node.path("deuda").asInt(),
        node.path("calma").asInt(),
        node.path("noAntes").asLong(),
        node.path("base").asDouble(),
        node.path("cargada").asDouble(),
        node.path("vigente").asInt(),
        new Muestra(
            ronda,
            Latencias.de(latencias),
            node.path("glosas").asInt(),
            node.path("rechazos").asInt(),
            node.path("lleno").asBoolean()));
  }

  private static JsonNode arbol(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("despacho.busqueda is no JSON", e);
    }
  }
}
