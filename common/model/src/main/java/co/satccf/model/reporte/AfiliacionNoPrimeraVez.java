package co.satccf.model.reporte;

import co.satccf.model.ServicioSat;

/** Affiliation of an employer that already was in a caja in the same departamento. */
public record AfiliacionNoPrimeraVez(
    String radicado,
    String numeroTransaccion,
    Empleador empleador,
    String fechaSolicitud,
    String perdidaAfiliacionCausaGrave,
    String fechaEfectivaAfiliacion,
    Ubicacion ubicacion,
    Contacto contacto,
    Representante representante,
    String codigoCajaAnterior,
    String pazYSalvo,
    String fechaPazYSalvo,
    Autorizaciones autorizaciones,
    String manifestacion)
    implements Afiliacion {

  @Override
  public ServicioSat servicio() {
    return ServicioSat.AFILIACION_NO_PRIMERA_VEZ;
  }

  /** Personal data: only the service is shown. */
  @Override
  public String toString() {
    return servicio().nombre() + "[…]";
  }
}
