package co.satccf.transmitter.movimientos;

import co.satccf.model.estado.Bloqueo;
import co.satccf.model.estado.EstadoReporte;
import co.satccf.transmitter.store.ReporteIdentificado;
import org.jspecify.annotations.Nullable;

/**
 * A report whose key and row are locked: nobody else moves it before the transaction ends.
 *
 * @param revision grows by 1 with each outcome
 * @param retencion what an operator must lift before it may go, or null
 */
public record ReporteTomado(
    ReporteIdentificado reporte,
    EstadoReporte estado,
    @Nullable Bloqueo bloqueo,
    int version,
    int revision,
    int intento,
    @Nullable String retencion) {

  public long id() {
    return reporte.id();
  }

  /** Whether it holds the turn of its key: unfinished, and behind nobody. */
  public boolean enTurno() {
    return !estado.esFinal() && bloqueo != Bloqueo.REPORTE_ANTERIOR;
  }

  /** As the audit names it. */
  public String objeto() {
    return objeto(reporte);
  }

  static String objeto(ReporteIdentificado reporte) {
    return "reporte/" + reporte.servicio().nombre() + "/" + reporte.radicado();
  }
}
