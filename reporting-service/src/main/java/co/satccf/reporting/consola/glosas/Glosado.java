package co.satccf.reporting.consola.glosas;

import co.satccf.reporting.consola.reportes.Camino;
import java.time.Instant;
import java.util.List;

/**
 * A report that waits for its correction.
 *
 * @param glosas each as it is read: field, code and what it is about
 * @param desde since when
 */
public record Glosado(String servicio, String radicado, List<String> glosas, Instant desde) {

  public String camino() {
    return Camino.de(servicio, radicado);
  }
}
