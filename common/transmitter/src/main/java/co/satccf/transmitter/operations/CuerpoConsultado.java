package co.satccf.transmitter.operations;

import co.satccf.model.contrato.Campo;
import co.satccf.model.estado.EstadoReporte;
import co.satccf.transmitter.movimientos.ReporteTomado;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of a report: personal data, so nobody may keep the answer. */
@Schema(description = "El cuerpo de un reporte; trae datos personales")
record CuerpoConsultado(
    String servicio,
    String radicado,
    EstadoReporte estado,
    @Schema(description = "Versión del cuerpo; crece con cada corrección") int version,
    @Schema(description = "El JSON tal como se envía al SAT") String cuerpo,
    @Schema(description = "Los campos que se pueden corregir, en el orden del contrato")
        List<Valor> campos) {

  private static final String DEL_HECHO = "data.";

  /** A field and what it holds now. */
  @Schema(name = "ValorDeCampo", description = "Un campo del contrato y lo que vale ahora")
  record Valor(
      @Schema(description = "El nombre con que lo llaman las glosas y las correcciones")
          String nombre,
      @Schema(description = "Qué es, en español") String etiqueta,
      @Schema(description = "Nulo si el cuerpo se hizo con otros nombres de campos")
          @Nullable String valor,
      @Schema(description = "Caracteres que caben") int longitud) {

    @Override
    public String toString() {
      return "Valor[%s]".formatted(nombre);
    }
  }

  static CuerpoConsultado de(
      ReporteTomado reporte, String cuerpo, JsonNode json, List<Campo<?>> campos) {
    return new CuerpoConsultado(
        reporte.reporte().servicio().nombre(),
        reporte.reporte().radicado(),
        reporte.estado(),
        reporte.version(),
        cuerpo,
        campos.stream()
            .filter(campo -> campo.ruta().startsWith(DEL_HECHO))
            .map(campo -> valor(campo, json))
            .toList());
  }

  private static Valor valor(Campo<?> campo, JsonNode json) {
    JsonNode valor = json.get(campo.nombreEnCable());
    return new Valor(
        campo.nombre(), campo.etiqueta(), valor == null ? null : valor.asText(), campo.longitud());
  }

  @Override
  public String toString() {
    return "CuerpoConsultado[%s]".formatted(servicio);
  }
}
