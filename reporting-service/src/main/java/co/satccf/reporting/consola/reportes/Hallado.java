package co.satccf.reporting.consola.reportes;

import co.satccf.model.estado.Bloqueo;
import co.satccf.model.estado.EstadoReporte;
import co.satccf.reporting.consola.familias.ReporteDeFamilia;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A report in a list; no personal data.
 *
 * @param desde since when it is in its state
 */
public record Hallado(
    String servicio,
    String radicado,
    EstadoReporte estado,
    @Nullable Bloqueo bloqueo,
    @Nullable String codigo,
    Instant recibido,
    Instant desde) {

  static Hallado de(ReporteDeFamilia reporte) {
    return new Hallado(
        reporte.servicio(),
        reporte.radicado(),
        reporte.estado(),
        reporte.bloqueo(),
        reporte.codigo(),
        reporte.recibido(),
        reporte.desde());
  }

  public String camino() {
    return Camino.de(servicio, radicado);
  }
}
