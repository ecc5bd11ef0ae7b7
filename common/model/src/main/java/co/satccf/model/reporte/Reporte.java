package co.satccf.model.reporte;

import co.satccf.model.ServicioSat;
import org.jspecify.annotations.Nullable;

/**
 * A fact to be reported to SAT. Leaf values are the event's texts, "" when absent: whether they are right is for the
 * contract to say.
 */
public sealed interface Reporte
    permits AfiliacionPrimeraVez,
        AfiliacionNoPrimeraVez,
        Desafiliacion,
        InicioRelacionLaboral,
        TerminacionRelacionLaboral,
        PerdidaAfiliacionCausaGrave,
        EstadoPagoEmpleador {

  ServicioSat servicio();

  /** The fund's own filing number. */
  String radicado();

  Documento documentoEmpleador();

  /** Tells apart territorial bodies that share one NIT; "0" for most. */
  String serialSat();

  /** Null for reports about an employer. */
  @Nullable Documento documentoTrabajador();

  /** DANE code, or null where the report carries none. */
  @Nullable String departamento();

  /** Date that tells two facts of one kind apart, or null where the report carries none. */
  @Nullable String fechaHecho();
}
