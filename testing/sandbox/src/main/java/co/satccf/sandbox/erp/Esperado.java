package co.satccf.sandbox.erp;

/** What becomes of a published line when the Ministry is healthy and the suite is right. */
public enum Esperado {
  /** Accepted, with or without an alert. */
  ACEPTADO,
  /** Accepted, or superseded by a newer EstadoPago that came before it was sent. */
  ACEPTADO_O_SUSTITUIDO,
  /** Breaks its contract: GLOSADO with origin LOCAL. */
  GLOSADO_LOCAL,
  /**
   * Waits for ever: its predecessor is glosado, its employer never reaches SAT, or it is a possible
   * duplicate.
   */
  EN_ESPERA,
  /**
   * Waits, in need of a correction that comes before or after it: then sent, or replaced by a
   * report under a new radicado.
   */
  CORREGIDO,
  /** Takes the place of another line's fact; a report of its own only under a new radicado. */
  CORRECCION,
  /** Cannot be placed: quarantine. */
  CUARENTENA,
  /** Byte for byte an earlier line: nothing more than a count. */
  REPETIDO,
  /** An opening balance: the employer is in SAT already and nothing is sent. */
  INCORPORADO
}
