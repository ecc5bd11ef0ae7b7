package co.satccf.afiliacion.empleadores;

import co.satccf.transmitter.empleadores.EmpleadorEnSat;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the register says of an employer. */
@Schema(description = "Lo que dice el registro de un empleador, por departamento")
record EstadosDelEmpleador(
    @Schema(description = "Referencia del empleador, nunca su documento") String empleador,
    @Schema(description = "Vacío si nunca estuvo en SAT") List<EnDepartamento> estados) {

  /** One row of the register. */
  @Schema(description = "El estado en un departamento")
  record EnDepartamento(
      @Schema(examples = "05") String departamento,
      EmpleadorEnSat.Estado estado,
      @Schema(description = "Crece con cada cambio") long version,
      Instant desde) {

    static EnDepartamento de(EmpleadorEnSat fila) {
      return new EnDepartamento(fila.departamento(), fila.estado(), fila.version(), fila.desde());
    }
  }

  static EstadosDelEmpleador de(String empleador, List<EmpleadorEnSat> filas) {
    return new EstadosDelEmpleador(empleador, filas.stream().map(EnDepartamento::de).toList());
  }
}
