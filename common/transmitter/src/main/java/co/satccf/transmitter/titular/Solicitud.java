package co.satccf.transmitter.titular;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who asks for what is held about whom, and why; its text form tells nothing. */
@Schema(description = "De quién se pide todo lo guardado, y por qué")
record Solicitud(
    @Nullable Documento documento,
    @Schema(
            description = "Seriales SAT con que la persona es empleador; por omisión, 0",
            maxItems = 100)
        @Nullable List<String> serialesSAT,
    @Schema(description = "Id del último reporte de la exportación anterior", defaultValue = "0")
        @Nullable Long despues,
    @Schema(description = "Obligatorio, sin datos personales", required = true, maxLength = 500)
        @Nullable String motivo) {

  /** A document never leaves the door: not in an answer, a log or the audit. */
  @Schema(name = "DocumentoDelTitular")
  record Documento(
      @Schema(examples = "CC", required = true) @Nullable String tipo,
      @Schema(required = true) @Nullable String numero) {

    @Override
    public String toString() {
      return "Documento";
    }
  }

  @Override
  public String toString() {
    return "Solicitud";
  }
}
