package co.satccf.transmitter.decision;

/** What becomes of the report behind one that is withdrawn (rule 13). */
public enum Seguidor {
  /** It is held until an operator releases or withdraws it. */
  RETENER,
  /** It goes on as if the one before it had been accepted. */
  LIBERAR
}
