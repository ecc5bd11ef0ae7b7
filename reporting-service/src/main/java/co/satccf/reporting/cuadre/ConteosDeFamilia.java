package co.satccf.reporting.cuadre;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a family service answers of a cut-off.
 *
 * @param servicios by SAT service
 * @param salidaPendiente outcomes from before the cut-off that are not on Kafka yet
 */
record ConteosDeFamilia(
    Map<String, ConteosAlCorte> servicios, long cuarentena, long salidaPendiente) {

  /**
   * @throws IllegalArgumentException when it is not such an answer
   */
  static ConteosDeFamilia de(JsonNode respuesta) {
    var servicios = new LinkedHashMap<String, ConteosAlCorte>();
    respuesta
        .path("servicios")
        .properties()
        .forEach(uno -> servicios.put(uno.getKey(), delServicio(uno.getValue())));
    return new ConteosDeFamilia(
        servicios, numero(respuesta, "cuarentena"), numero(respuesta, "salidaPendiente"));
  }

  private static ConteosAlCorte delServicio(JsonNode servicio) {
    return new ConteosAlCorte(
        numero(servicio, "recibidos"),
        numero(servicio, "aceptados"),
        numero(servicio, "aceptadosConAlerta"),
        numero(servicio, "retirados"),
        numero(servicio, "sustituidos"),
        numero(servicio, "enCamino"),
        numero(servicio, "glosados"),
        numero(servicio, "porConfirmar"),
        numero(servicio, "cambiados"));
  }

  private static long numero(JsonNode objeto, String campo) {
    var numero = objeto.path(campo);
    if (!numero.isIntegralNumber()) {
      throw new IllegalArgumentException("falta " + campo);
    }
    return numero.longValue();
  }
}
