package co.satccf.model.reporte;

import co.satccf.model.ServicioSat;
import org.jspecify.annotations.Nullable;

/** End of the bond between a worker and an employer. It carries no departamento. */
public record TerminacionRelacionLaboral(
    String radicado,
    String numeroTransaccion,
    Documento documentoEmpleador,
    String serialSat,
    Trabajador trabajador,
    String tipoTerminacion,
    String fechaTerminacion,
    Autorizaciones autorizaciones)
    implements Reporte {

  @Override
  public ServicioSat servicio() {
    return ServicioSat.TERMINACION_RELACION_LABORAL;
  }

  @Override
  public @Nullable Documento documentoTrabajador() {
    return Hecho.trabajador(trabajador.documento());
  }

  @Override
  public @Nullable String departamento() {
    return null;
  }

  @Override
  public @Nullable String fechaHecho() {
    return Hecho.fecha(fechaTerminacion);
  }

  /** Personal data: only the service is shown. */
  @Override
  public String toString() {
    return servicio().nombre() + "[…]";
  }
}
