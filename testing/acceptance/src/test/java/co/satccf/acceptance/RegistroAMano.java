package co.satccf.acceptance;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One line of {@code registros-a-mano.json}: an event as the ERP publishes it and, when it is a
 * report, the body that must reach the Ministry, both typed by hand from the table of the wire
 * protocol.
 *
 * @param esperado empty for an opening balance, which is never reported
 */
record RegistroAMano(JsonNode evento, Optional<Esperado> esperado) {

  /** Twice the same key in a body is an error, never the last one wins. */
  static final ObjectMapper JSON =
      JsonMapper.builder().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION).build();

  /** What the ledger must hold. */
  record Esperado(String servicio, String radicado, JsonNode cuerpo) {

    /**
     * Every difference from the body that arrived: service, field, expected, actual. Empty when
     * there is none.
     */
    List<String> diferencias(String recibido) {
      JsonNode llegado = leer(recibido);
      List<String> diferencias = new ArrayList<>();
      List<String> orden = nombres(cuerpo);
      if (!nombres(llegado).equals(orden)) {
        diferencias.add(
            "%s %s: fields expected %s, actual %s"
                .formatted(servicio, radicado, orden, nombres(llegado)));
      }
      for (String campo : orden) {
        JsonNode actual = llegado.path(campo);
        if (!actual.equals(cuerpo.path(campo))) {
          diferencias.add(
              "%s %s: field %s expected %s, actual %s"
                  .formatted(
                      servicio,
                      radicado,
                      campo,
                      cuerpo.path(campo),
                      actual.isMissingNode() ? "absent" : actual));
        }
      }
      return diferencias;
    }
  }

  byte[] linea() {
    try {
      return JSON.writeValueAsBytes(evento);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** All of them, in the order of publication. */
  static List<RegistroAMano> todos() {
    try (InputStream archivo = RegistroAMano.class.getResourceAsStream("/registros-a-mano.json")) {
      List<RegistroAMano> registros = new ArrayList<>();
      JSON.readTree(Objects.requireNonNull(archivo)).forEach(nodo -> registros.add(de(nodo)));
      return registros;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static RegistroAMano de(JsonNode nodo) {
    JsonNode evento = nodo.path("evento");
    return new RegistroAMano(
        evento,
        nodo.has("cuerpo")
            ? Optional.of(
                new Esperado(
                    nodo.path("servicio").asText(),
                    evento.path("radicado").asText(),
                    nodo.path("cuerpo")))
            : Optional.empty());
  }

  static JsonNode leer(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> nombres(JsonNode objeto) {
    List<String> nombres = new ArrayList<>();
    objeto.fieldNames().forEachRemaining(nombres::add);
    return nombres;
  }
}
