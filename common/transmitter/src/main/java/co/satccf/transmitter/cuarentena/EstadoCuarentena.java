package co.satccf.transmitter.cuarentena;

/** Where a quarantined record stands; the names are the column's. */
public enum EstadoCuarentena {
  /** Waits for somebody. */
  ABIERTA,
  /** Was taken in after all. */
  REPROCESADA,
  /** Somebody decided that there is nothing to report in it. */
  DESCARTADA
}
