package co.satccf.model.reporte;

import co.satccf.model.ServicioSat;
import org.jspecify.annotations.Nullable;

/** The fund expels an employer (annex 3.2.7; 12 wire fields). */
public record PerdidaAfiliacionCausaGrave(
    String radicado,
    Empleador empleador,
    String fechaPerdidaAfiliacion,
    String causalRetiro,
    String departamento,
    String estadoReporte)
    implements Reporte {

  @Override
  public ServicioSat servicio() {
    return ServicioSat.PERDIDA_AFILIACION_CAUSA_GRAVE;
  }

  @Override
  public Documento documentoEmpleador() {
    return empleador.documento();
  }

  @Override
  public String serialSat() {
    return empleador.serialSat();
  }

  @Override
  public @Nullable Documento documentoTrabajador() {
    return null;
  }

  @Override
  public String fechaHecho() {
    return fechaPerdidaAfiliacion;
  }
}
