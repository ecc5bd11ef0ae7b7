package co.satccf.model.estado;

/** Where a report stands in its life; the legal moves are in {@link Movimientos}. */
public enum EstadoReporte {
  /** Waits for its turn, or for its next try. */
  PENDIENTE(false),
  /** Claimed by one process, for the length of a lease. */
  EN_VUELO(false),
  /** Sent, and no answer that could be read: SAT may have it or not. */
  INCIERTO(false),
  /** Refused by SAT, or in breach of the contract: waits for a correction or an operator. */
  GLOSADO(false),
  /** Answered in a way that only a person can judge. */
  POR_CONFIRMAR(false),
  ACEPTADO(true),
  ACEPTADO_CON_ALERTA(true),
  /** Taken out by an operator, with a reason. */
  RETIRADO(true),
  /** Overtaken by a newer report. */
  SUSTITUIDO(true);

  private final boolean esFinal;

  EstadoReporte(boolean esFinal) {
    this.esFinal = esFinal;
  }

  /** A final state is never left, and gives the turn to the next report of the key. */
  public boolean esFinal() {
    return esFinal;
  }
}
