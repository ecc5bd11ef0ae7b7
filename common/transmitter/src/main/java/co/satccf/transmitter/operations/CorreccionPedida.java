package co.satccf.transmitter.operations;

import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A correction as it is asked for. */
@Schema(description = "Corrección de un reporte glosado")
record CorreccionPedida(
    @Schema(
            description =
                "Valores nuevos por nombre de campo, el mismo que traen las glosas; lo que no se nombra queda como está",
            required = true,
            examples = "{\"departamento\": \"05\"}")
        @Nullable Map<String, String> campos,
    @Schema(description = "Por qué; sin datos personales", required = true, maxLength = 500)
        @Nullable String motivo) {

  /** Personal data: only how many fields change. */
  @Override
  public String toString() {
    return "CorreccionPedida[%d campos]".formatted(campos == null ? 0 : campos.size());
  }
}
