package co.satccf.model.reporte;

import co.satccf.model.ServicioSat;
import org.jspecify.annotations.Nullable;

/** Expulsion of an employer by the caja (Ley 21 de 1982, art. 45). */
public record PerdidaAfiliacionCausaGrave(
    String radicado,
    Empleador empleador,
    String fechaPerdidaAfiliacion,
    String causalRetiro,
    String departamentoInformado,
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
  public @Nullable String departamento() {
    return Hecho.departamento(departamentoInformado);
  }

  @Override
  public @Nullable String fechaHecho() {
    return Hecho.fecha(fechaPerdidaAfiliacion);
  }

  /** Personal data: only the service is shown. */
  @Override
  public String toString() {
    return servicio().nombre() + "[…]";
  }
}
