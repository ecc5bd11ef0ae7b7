package co.satccf.transmitter.limite;

import org.jspecify.annotations.Nullable;

/**
 * The limit of a SAT service as its row has it.
 *
 * @param cupo reports in flight at once in the whole fleet, between floor and ceiling
 * @param ronda counts its changes
 * @param busqueda how it is being found, as JSON; null before the first sample
 */
public record Limite(int cupo, int ronda, Margen margen, @Nullable String busqueda) {

  static Limite de(Busqueda busqueda, Margen margen) {
    return new Limite(busqueda.cupo(), busqueda.ronda(), margen, BusquedaJson.escribir(busqueda));
  }

  Busqueda leida() {
    return busqueda == null
        ? Busqueda.inicial(cupo, ronda)
        : BusquedaJson.leer(busqueda, cupo, ronda);
  }
}
