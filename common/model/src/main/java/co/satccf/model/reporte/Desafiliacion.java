package co.satccf.model.reporte;

import co.satccf.model.ServicioSat;
import org.jspecify.annotations.Nullable;

/** Retirement of an employer from the caja in a departamento. */
public record Desafiliacion(
    String radicado,
    String numeroTransaccion,
    Documento documentoEmpleador,
    String serialSat,
    String fechaSolicitud,
    String fechaEfectivaDesafiliacion,
    String departamentoInformado,
    Autorizaciones autorizaciones,
    String pazYSalvo,
    String fechaPazYSalvo)
    implements Reporte {

  @Override
  public ServicioSat servicio() {
    return ServicioSat.DESAFILIACION;
  }

  @Override
  public @Nullable String departamento() {
    return Hecho.departamento(departamentoInformado);
  }

  @Override
  public @Nullable String fechaHecho() {
    return Hecho.fecha(fechaEfectivaDesafiliacion);
  }

  /** Personal data: only the service is shown. */
  @Override
  public String toString() {
    return servicio().nombre() + "[…]";
  }
}
