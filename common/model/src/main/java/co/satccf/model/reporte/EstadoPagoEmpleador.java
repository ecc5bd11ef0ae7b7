package co.satccf.model.reporte;

import co.satccf.model.ServicioSat;
import org.jspecify.annotations.Nullable;

/** Whether an employer is up to date with its aportes (5 wire fields, no date). */
public record EstadoPagoEmpleador(
    String radicado, Documento documentoEmpleador, String serialSat, String estadoPago)
    implements Reporte {

  @Override
  public ServicioSat servicio() {
    return ServicioSat.ESTADO_PAGO_EMPLEADOR;
  }

  @Override
  public @Nullable Documento documentoTrabajador() {
    return null;
  }

  @Override
  public @Nullable String departamento() {
    return null;
  }

  @Override
  public @Nullable String fechaHecho() {
    return null;
  }
}
