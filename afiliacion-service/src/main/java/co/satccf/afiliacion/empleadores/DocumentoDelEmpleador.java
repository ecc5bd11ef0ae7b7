package co.satccf.afiliacion.empleadores;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A document never leaves the door: not in an answer, a log or a metric. */
@Schema(description = "Documento del empleador, como lo publica el ERP")
record DocumentoDelEmpleador(
    @Schema(examples = "NI", required = true) @Nullable String tipo,
    @Schema(description = "Sin dígito de verificación", required = true) @Nullable String numero) {

  @Override
  public String toString() {
    return "DocumentoDelEmpleador";
  }
}
