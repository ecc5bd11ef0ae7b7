package co.satccf.transmitter.dispatch;

import java.time.Instant;

/**
 * What the fleet may do with one SAT service at this moment, read under the lock of its row.
 *
 * @param cupo reports in flight in the whole fleet
 * @param enPrueba a gate stands and its pause is over: one report may try
 * @param cerrado a gate stands and its pause is not over
 * @param ahora the database's time
 */
record Despacho(int cupo, boolean pausado, boolean enPrueba, boolean cerrado, Instant ahora) {

  int cupoEfectivo() {
    if (pausado || cerrado) {
      return 0;
    }
    return enPrueba ? Math.min(1, cupo) : cupo;
  }
}
