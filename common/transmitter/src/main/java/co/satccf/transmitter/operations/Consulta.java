package co.satccf.transmitter.operations;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Whose reports are asked for. Documents come in a body: addresses stand in access logs. */
@Schema(description = "De quién se piden los reportes: el empleador, el trabajador o ambos")
record Consulta(@Nullable Empleador empleador, @Nullable Trabajador trabajador) {

  /** A document never leaves the door: not in an answer, a log or a metric. */
  @Schema(description = "Documento del empleador, como lo publica el ERP")
  record Empleador(
      @Schema(examples = "NI", required = true) @Nullable String tipo,
      @Schema(description = "Sin dígito de verificación", required = true) @Nullable String numero,
      @Schema(description = "Por omisión, 0", examples = "0") @Nullable String serialSAT) {

    @Override
    public String toString() {
      return "Empleador";
    }
  }

  /** As {@link Empleador}. */
  @Schema(description = "Documento del trabajador, como lo publica el ERP")
  record Trabajador(
      @Schema(examples = "CC", required = true) @Nullable String tipo,
      @Schema(required = true) @Nullable String numero) {

    @Override
    public String toString() {
      return "Trabajador";
    }
  }
}
