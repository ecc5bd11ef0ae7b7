package co.satccf.model.reporte;

import co.satccf.model.ServicioSat;

/** A worker starts with an employer (annex 3.2.8; 25 wire fields). */
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
  public Documento documentoTrabajador() {
    return trabajador.documento();
  }

  @Override
  public String departamento() {
    return ubicacion.departamento();
  }

  @Override
  public String fechaHecho() {
    return fechaInicio;
  }
}
