package co.satccf.model.estado;

/** Where a report stands. The legal moves between these are in {@link Movimientos}. */
public enum EstadoReporte {
  /** Stored; ready to be sent, or blocked by a {@link Bloqueo}. */
  PENDIENTE(false),
  /** Claimed by a transmitter, perhaps on the wire. */
  EN_VUELO(false),
  /** Perhaps processed: sent, and no answer that tells. */
  INCIERTO(false),
  /** Refused, by the Ministry or by its contract at intake; waits for a correction. */
  GLOSADO(false),
  /** Answered in a way only a person can judge. */
  POR_CONFIRMAR(false),
  ACEPTADO(true),
  /** Accepted with an alert (code {@code AN…}). */
  ACEPTADO_CON_ALERTA(true),
  /** Discarded by an operator, with a reason. Local: SAT knows no annulment. */
  RETIRADO(true),
  /** Overtaken by a newer payment state, or by a correction under a new radicado. */
  SUSTITUIDO(true);

  private final boolean esFinal;

  EstadoReporte(boolean esFinal) {
    this.esFinal = esFinal;
  }

  /** Whether the report never moves again. */
  public boolean esFinal() {
    return esFinal;
  }
}
