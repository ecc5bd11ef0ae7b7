package co.satccf.transmitter.operations;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One attempt as an operator sees it; the raw answer stays in the store. */
@Schema(description = "Un intento de envío; el número 0 es la validación propia")
record IntentoDetalle(
    int numero,
    @Schema(description = "Versión del cuerpo que se envió") int version,
    Instant instante,
    @Schema(description = "Milisegundos que tardó la llamada") @Nullable Integer duracion,
    @Schema(description = "Cómo se leyó la respuesta", examples = "GLOSADO") String veredicto,
    @Schema(description = "Estado HTTP; nulo si no hubo respuesta") @Nullable Integer http,
    @Nullable String codigo,
    @Nullable String mensaje,
    @Schema(description = "Incumplimientos del contrato, sin los valores")
        List<Incumplimiento> glosas,
    @Schema(description = "Si este intento decidió el estado del reporte") boolean aplicado) {

  /** One breach of the contract. */
  @Schema(description = "Un incumplimiento: campo, código y mensaje")
  record Incumplimiento(String campo, String codigo, String mensaje) {}

  static IntentoDetalle de(IntentoRow row, ObjectMapper json) {
    return new IntentoDetalle(
        row.numero,
        row.version,
        row.instante,
        row.duracion,
        row.veredicto,
        row.http,
        row.codigo,
        row.mensaje,
        incumplimientos(row, json),
        row.aplicado);
  }

  private static List<Incumplimiento> incumplimientos(IntentoRow row, ObjectMapper json) {
    String glosas = row.glosas;
    if (glosas == null) {
      return List.of();
    }
    List<Incumplimiento> incumplimientos = new ArrayList<>();
    try {
      for (JsonNode glosa : json.readTree(glosas)) {
        incumplimientos.add(
            new Incumplimiento(
                glosa.path("campo").asText(),
                glosa.path("codigo").asText(),
                glosa.path("mensaje").asText()));
      }
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(
          "glosas of report " + row.reporte + " are not JSON", impossible);
    }
    return incumplimientos;
  }
}
