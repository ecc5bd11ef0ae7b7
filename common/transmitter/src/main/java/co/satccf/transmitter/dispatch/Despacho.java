package co.satccf.transmitter.dispatch;

import co.satccf.transmitter.limite.Limite;
import java.time.Instant;

/**
 * What the fleet may do with one SAT service at this moment, read under the lock of its row.
 *
 * @param limite calls out in the whole fleet
 * @param enPrueba a gate stands and its pause is over: one report may try
 * @param cerrado a gate stands and its pause is not over
 * @param ahora the database's time
 */
record Despacho(Limite limite, boolean pausado, boolean enPrueba, boolean cerrado, Instant ahora) {

  Despacho con(Limite otro) {
    return new Despacho(otro, pausado, enPrueba, cerrado, ahora);
  }

  int cupoEfectivo() {
    if (pausado || cerrado) {
      return 0;
    }
    return enPrueba ? 1 : limite.enVigor();
  }
}
