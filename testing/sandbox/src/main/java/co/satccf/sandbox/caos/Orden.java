package co.satccf.sandbox.caos;

import co.satccf.model.ServicioSat;
import co.satccf.sandbox.ministerio.EntradaDelLibro;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whether the facts of each key reached the Ministry in the order in which they were published.
 *
 * <p>A report that a correction names is left out: it, or the one that takes its place, keeps a
 * place of its own (rule 12).
 */
final class Orden {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<Reporte, Integer> lugares = new HashMap<>();
  private final Set<Reporte> corregidos = new HashSet<>();

  private record Reporte(String servicio, String radicado) {}

  /**
   * @param lineas events in the order of publication; what cannot be read has no place
   */
  Orden(List<byte[]> lineas) {
    for (int i = 0; i < lineas.size(); i++) {
      JsonNode evento = leer(lineas.get(i));
      int lugar = i;
      ServicioSat.porTipoEvento(evento.path("type").asText(""))
          .ifPresent(servicio -> anotar(servicio.nombre(), evento, lugar));
    }
  }

  private void anotar(String servicio, JsonNode evento, int lugar) {
    Reporte reporte = new Reporte(servicio, evento.path("radicado").asText());
    lugares.putIfAbsent(reporte, lugar);
    String corrige = evento.path("corrige").asText("");
    if (!corrige.isEmpty()) {
      corregidos.add(reporte);
      corregidos.add(new Reporte(servicio, corrige));
    }
  }

  /** Reports that were sent for the first time after a later fact of their key; in Spanish. */
  List<String> adelantados(Stream<EntradaDelLibro> libro) {
    List<String> adelantados = new ArrayList<>();
    Map<String, Integer> ultimo = new HashMap<>();
    Set<Reporte> vistos = new HashSet<>();
    libro.forEach(
        entrada -> {
          Reporte reporte = new Reporte(entrada.servicio(), entrada.radicado());
          Integer lugar = lugares.get(reporte);
          if (lugar == null || corregidos.contains(reporte) || !vistos.add(reporte)) {
            return;
          }
          Integer antes =
              ultimo.merge(llave(entrada), lugar, (previo, nuevo) -> Math.max(previo, nuevo));
          if (antes > lugar) {
            adelantados.add(entrada.servicio() + " " + entrada.radicado());
          }
        });
    return adelantados;
  }

  private static String llave(EntradaDelLibro entrada) {
    JsonNode cuerpo = leer(entrada.cuerpo().getBytes(StandardCharsets.UTF_8));
    String empleador =
        texto(cuerpo, "tipoDocumentoEmpleador")
            + texto(cuerpo, "numeroDocumentoEmpleador")
            + "-"
            + texto(cuerpo, "serialSAT");
    return switch (ServicioSat.porNombre(entrada.servicio()).orElseThrow()) {
      case AFILIACION_PRIMERA_VEZ, AFILIACION_NO_PRIMERA_VEZ, DESAFILIACION ->
          "afiliacion " + empleador + " " + texto(cuerpo, "departamento");
      case PERDIDA_AFILIACION_CAUSA_GRAVE ->
          "causa grave " + empleador + " " + texto(cuerpo, "departamento");
      case INICIO_RELACION_LABORAL, TERMINACION_RELACION_LABORAL ->
          "relacion "
              + empleador
              + " "
              + texto(cuerpo, "tipoDocumentoTrabajador")
              + texto(cuerpo, "numeroDocumentoTrabajador");
      case ESTADO_PAGO_EMPLEADOR -> "pago " + empleador;
    };
  }

  private static String texto(JsonNode cuerpo, String campo) {
    return cuerpo.path(campo).asText();
  }

  private static JsonNode leer(byte[] json) {
    try {
      JsonNode leido = JSON.readTree(json);
      return leido == null ? JSON.missingNode() : leido;
    } catch (JsonProcessingException unreadable) {
      return JSON.missingNode();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
