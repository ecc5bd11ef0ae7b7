package co.satccf.transmitter.reception;

import co.satccf.model.ServicioSat;
import co.satccf.model.contrato.Campo;
import co.satccf.model.contrato.Contratos;
import co.satccf.transmitter.problem.Falla;
import co.satccf.transmitter.problem.Rechazo;
import co.satccf.transmitter.store.ReporteIdentificado;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The event that a stored body would have come from, with some fields changed: what a person mends
 * goes the way of what the ERP mends, through the same contract.
 */
@ApplicationScoped
public class EventoReconstruido {

  private static final String DATA = "data.";

  private final Contratos contratos;
  private final ObjectMapper json;

  EventoReconstruido(Contratos contratos, ObjectMapper json) {
    this.contratos = contratos;
    this.json = json;
  }

  /**
   * @param cambios new values by the field's own name, as glosas name it
   * @param corrige radicado to be corrected, or null for the fact as it stands
   * @return a CloudEvent in JSON
   * @throws Rechazo when a field does not belong to the service's contract, or is the radicado
   */
  public byte[] de(
      ReporteIdentificado reporte,
      byte[] cuerpo,
      Map<String, String> cambios,
      String source,
      String id,
      @Nullable String corrige) {
    ServicioSat servicio = reporte.servicio();
    ObjectNode evento = json.createObjectNode();
    evento.put("specversion", "1.0");
    evento.put("source", source);
    evento.put("id", id);
    evento.put("type", servicio.tipoEvento());
    evento.put("time", reporte.instanteEvento().toString());
    evento.put("radicado", reporte.radicado());
    evento.put("tiporezago", String.valueOf(reporte.tipoRezago()));
    if (corrige != null) {
      evento.put("corrige", corrige);
    }
    ObjectNode data = evento.putObject("data");
    Map<String, String> pendientes = new HashMap<>(cambios);
    JsonNode enCable = leer(cuerpo);
    for (Campo<?> campo : contratos.campos(servicio)) {
      if (campo.ruta().startsWith(DATA)) {
        String cambiado = pendientes.remove(campo.nombre());
        String valor = cambiado == null ? guardado(enCable, campo) : cambiado;
        poner(data, campo.ruta().substring(DATA.length()), valor);
      }
    }
    if (!pendientes.isEmpty()) {
      throw new Rechazo(
          Falla.SOLICITUD_INCORRECTA,
          "%s no tiene campos que se puedan cambiar llamados %s"
              .formatted(servicio.nombre(), String.join(", ", pendientes.keySet())));
    }
    return evento.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Wire names can change by configuration; a value under an old name must not be lost unseen. */
  private static String guardado(JsonNode enCable, Campo<?> campo) {
    JsonNode valor = enCable.get(campo.nombreEnCable());
    if (valor == null) {
      throw new Rechazo(
          Falla.CONFLICTO,
          "El cuerpo guardado no tiene %s: se hizo con otros nombres de campos; dé su valor"
              .formatted(campo.nombreEnCable()));
    }
    return valor.asText();
  }

  private JsonNode leer(byte[] cuerpo) {
    try {
      return json.readTree(cuerpo);
    } catch (IOException notOurs) {
      throw new UncheckedIOException("a stored body is not JSON", notOurs);
    }
  }

  private static void poner(ObjectNode data, String ruta, String valor) {
    List<String> pasos = List.of(ruta.split("\\.", -1));
    ObjectNode parte = data;
    for (String paso : pasos.subList(0, pasos.size() - 1)) {
      parte = parte.withObjectProperty(paso);
    }
    parte.put(pasos.getLast(), valor);
  }
}
