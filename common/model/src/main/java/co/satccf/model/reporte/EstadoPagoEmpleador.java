package co.satccf.model.reporte;

import co.satccf.model.ServicioSat;
import org.jspecify.annotations.Nullable;

/** Whether an employer is up to date with its contribution. No date, period nor departamento. */
public record EstadoPagoEmpleador(
    String radicado, Documento documentoEmpleador, String serialSat, String estadoPago)
    implements Reporte {

  @Override
  public ServicioSat servicio() {
    return ServicioSat.ESTADO_PAGO_EMPLEADOR;
  }

  @Override
  public @Nullable String departamento() {
    return null;
  }

  @Override
  public @Nullable String fechaHecho() {
    return null;
  }

  /** Personal data: only the service is shown. */
  @Override
  public String toString() {
    return servicio().nombre() + "[…]";
  }
}
