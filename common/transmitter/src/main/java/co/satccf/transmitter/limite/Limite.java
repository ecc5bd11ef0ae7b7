package co.satccf.transmitter.limite;

import org.jspecify.annotations.Nullable;

/**
 * The limit of a SAT service as its row has it.
 *
 * @param cupo reports in flight at once in the whole fleet, as it was found; floor and ceiling may
 *     have moved since
 * @param ronda counts its changes
 * @param busqueda how it is being found, as JSON; null before the first sample
 */
public record Limite(int cupo, int ronda, Margen margen, @Nullable String busqueda) {

  static Limite de(Busqueda busqueda, Margen margen) {
    return new Limite(busqueda.cupo(), busqueda.ronda(), margen, BusquedaJson.escribir(busqueda));
  }

  /** The round of calls under a fixed limit: they tell nothing of the one that was found. */
  private static final int NINGUNA = -1;

  /** How many may be in flight now. */
  public int enVigor() {
    return margen.acotar(cupo);
  }

  /** Floor or ceiling have moved past it, and no round has begun since. */
  boolean desbordado() {
    return !margen.fijo() && enVigor() != cupo;
  }

  /** As calls are claimed under it when floor and ceiling leave nothing to find. */
  Limite sinRonda() {
    return new Limite(cupo, NINGUNA, margen, busqueda);
  }

  Busqueda leida() {
    return busqueda == null
        ? Busqueda.inicial(cupo, ronda)
        : BusquedaJson.leer(busqueda, cupo, ronda);
  }
}
