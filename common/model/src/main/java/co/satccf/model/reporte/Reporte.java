package co.satccf.model.reporte;

import co.satccf.model.ServicioSat;
import org.jspecify.annotations.Nullable;

/**
 * A fact to be told to one SAT service. Leaf values are text, {@code ""} when absent, and may break
 * the contract: {@link co.satccf.model.contrato.Contratos#validar} says how.
 */
public sealed interface Reporte
    permits Afiliacion,
        Desafiliacion,
        InicioRelacionLaboral,
        TerminacionRelacionLaboral,
        PerdidaAfiliacionCausaGrave,
        EstadoPagoEmpleador {

  ServicioSat servicio();

  /** The fund's own filing number: with the service, the identity of the report. */
  String radicado();

  Documento documentoEmpleador();

  /** The employer's territorial serial, "0" when there is only one. */
  String serialSat();

  /**
   * The worker's document; {@code null} when the service carries no worker, or when type or number
   * is missing.
   */
  default @Nullable Documento documentoTrabajador() {
    return null;
  }

  /**
   * DANE code of the departamento, always two digits; {@code null} when the service carries none or
   * the value is not two digits.
   */
  @Nullable String departamento();

  /**
   * Date of the fact, always a calendar date yyyy-MM-dd; {@code null} when the service carries none
   * or the value is not a date.
   */
  @Nullable String fechaHecho();
}
