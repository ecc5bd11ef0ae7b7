package co.satccf.afiliacion.empleadores;

import co.satccf.transmitter.empleadores.EmpleadorEnSat;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The register after a declaration. */
@Schema(description = "El empleador en su departamento, como quedó")
record Declarado(
    @Schema(description = "Referencia del empleador, nunca su documento") String empleador,
    @Schema(examples = "05") String departamento,
    EmpleadorEnSat.Estado estado,
    long version,
    Instant desde,
    @Schema(description = "Falso si ya estaba así: entonces no hay asiento de auditoría")
        boolean cambio) {

  static Declarado de(EmpleadorEnSat fila, boolean cambio) {
    return new Declarado(
        fila.empleador(), fila.departamento(), fila.estado(), fila.version(), fila.desde(), cambio);
  }
}
