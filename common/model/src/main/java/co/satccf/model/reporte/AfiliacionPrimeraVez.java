package co.satccf.model.reporte;

import co.satccf.model.ServicioSat;

/** First affiliation of an employer to any caja in a departamento. */
public record AfiliacionPrimeraVez(
    String radicado,
    String numeroTransaccion,
    Empleador empleador,
    String fechaSolicitud,
    String perdidaAfiliacionCausaGrave,
    String fechaEfectivaAfiliacion,
    Ubicacion ubicacion,
    Contacto contacto,
    Representante representante,
    Autorizaciones autorizaciones,
    String manifestacion)
    implements Afiliacion {

  @Override
  public ServicioSat servicio() {
    return ServicioSat.AFILIACION_PRIMERA_VEZ;
  }

  /** Personal data: only the service is shown. */
  @Override
  public String toString() {
    return servicio().nombre() + "[…]";
  }
}
