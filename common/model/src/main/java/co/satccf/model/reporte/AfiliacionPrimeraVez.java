package co.satccf.model.reporte;

import co.satccf.model.ServicioSat;
import org.jspecify.annotations.Nullable;

/** First affiliation of an employer to a fund in a departamento (annex 3.2.1; 30 wire fields). */
public record AfiliacionPrimeraVez(
    SolicitudAfiliacion solicitud, Autorizaciones autorizaciones, String manifestacion)
    implements Reporte {

  @Override
  public ServicioSat servicio() {
    return ServicioSat.AFILIACION_PRIMERA_VEZ;
  }

  @Override
  public String radicado() {
    return solicitud.radicado();
  }

  @Override
  public Documento documentoEmpleador() {
    return solicitud.empleador().documento();
  }

  @Override
  public String serialSat() {
    return solicitud.empleador().serialSat();
  }

  @Override
  public @Nullable Documento documentoTrabajador() {
    return null;
  }

  @Override
  public String departamento() {
    return solicitud.ubicacion().departamento();
  }

  @Override
  public String fechaHecho() {
    return solicitud.fechaSolicitud();
  }
}
