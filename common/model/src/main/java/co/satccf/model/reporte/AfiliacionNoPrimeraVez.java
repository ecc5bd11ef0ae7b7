package co.satccf.model.reporte;

import co.satccf.model.ServicioSat;
import org.jspecify.annotations.Nullable;

/** Affiliation in a departamento where the employer was affiliated before (annex 3.2.2; 33 wire fields). */
public record AfiliacionNoPrimeraVez(
    SolicitudAfiliacion solicitud,
    String codigoCajaAnterior,
    PazYSalvo pazYSalvo,
    Autorizaciones autorizaciones,
    String manifestacion)
    implements Reporte {

  @Override
  public ServicioSat servicio() {
    return ServicioSat.AFILIACION_NO_PRIMERA_VEZ;
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
