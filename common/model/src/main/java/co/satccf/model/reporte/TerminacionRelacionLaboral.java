package co.satccf.model.reporte;

import co.satccf.model.ServicioSat;
import org.jspecify.annotations.Nullable;

/** A worker ends with an employer (annex 3.2.9; 13 wire fields). */
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
  public Documento documentoTrabajador() {
    return trabajador.documento();
  }

  @Override
  public @Nullable String departamento() {
    return null;
  }

  @Override
  public String fechaHecho() {
    return fechaTerminacion;
  }
}
