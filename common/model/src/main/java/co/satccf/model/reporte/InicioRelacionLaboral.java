package co.satccf.model.reporte;

import co.satccf.model.ServicioSat;
import org.jspecify.annotations.Nullable;

/** Start of the bond between a worker and an employer. */
public record InicioRelacionLaboral(
    String radicado,
    String numeroTransaccion,
    Documento documentoEmpleador,
    String serialSat,
    Trabajador trabajador,
    String tipoInicio,
    String fechaInicio,
    Ubicacion ubicacion,
    Contacto contacto,
    String salario,
    String tipoSalario,
    String horasTrabajo,
    Autorizaciones autorizaciones)
    implements Reporte {

  @Override
  public ServicioSat servicio() {
    return ServicioSat.INICIO_RELACION_LABORAL;
  }

  @Override
  public @Nullable Documento documentoTrabajador() {
    return Hecho.trabajador(trabajador.documento());
  }

  @Override
  public @Nullable String departamento() {
    return Hecho.departamento(ubicacion.departamento());
  }

  @Override
  public @Nullable String fechaHecho() {
    return Hecho.fecha(fechaInicio);
  }

  /** Personal data: only the service is shown. */
  @Override
  public String toString() {
    return servicio().nombre() + "[…]";
  }
}
