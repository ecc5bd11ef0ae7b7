package co.satccf.model.reporte;

import co.satccf.model.ServicioSat;
import org.jspecify.annotations.Nullable;

/** An employer leaves the fund in a departamento (annex 3.2.5; 12 wire fields). */
public record Desafiliacion(
    String radicado,
    String numeroTransaccion,
    Documento documentoEmpleador,
    String serialSat,
    String fechaSolicitud,
    String fechaEfectivaDesafiliacion,
    String departamento,
    Autorizaciones autorizaciones,
    PazYSalvo pazYSalvo)
    implements Reporte {

  @Override
  public ServicioSat servicio() {
    return ServicioSat.DESAFILIACION;
  }

  @Override
  public @Nullable Documento documentoTrabajador() {
    return null;
  }

  @Override
  public String fechaHecho() {
    return fechaSolicitud;
  }
}
