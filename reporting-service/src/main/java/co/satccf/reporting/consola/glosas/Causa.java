package co.satccf.reporting.consola.glosas;

import co.satccf.reporting.consola.familias.Direccion;
import java.time.Instant;

/**
 * Why reports of a service are refused, and how many wait for it.
 *
 * @param codigo "" when the answer had none
 * @param campos what the contract says that code is about
 * @param desde since when the oldest waits
 */
public record Causa(String servicio, String codigo, String campos, long cuantos, Instant desde) {

  public String camino() {
    return Direccion.de("consola", "glosas", "causas", servicio, codigo.isEmpty() ? "-" : codigo)
        .valor();
  }
}
