package co.satccf.transmitter.operations;

import co.satccf.transmitter.decision.Movido;
import co.satccf.transmitter.terminos.Terminos;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A report after a move, and who got its turn. */
@Schema(description = "El reporte después del movimiento")
record ResultadoDelMovimiento(
    ReporteResumen reporte,
    @Schema(description = "El reporte que recibió el turno, si este terminó")
        @Nullable Siguiente siguiente) {

  @Schema(description = "El reporte que recibió el turno")
  record Siguiente(
      String servicio,
      String radicado,
      @Schema(description = "Si nada lo detiene") boolean listo) {}

  static ResultadoDelMovimiento de(ReporteRow reporte, Terminos terminos, Movido movido) {
    return new ResultadoDelMovimiento(
        ReporteResumen.de(reporte, terminos),
        movido
            .turno()
            .map(turno -> new Siguiente(turno.servicio().nombre(), turno.radicado(), turno.listo()))
            .orElse(null));
  }
}
