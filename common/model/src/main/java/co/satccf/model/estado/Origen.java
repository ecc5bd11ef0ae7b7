package co.satccf.model.estado;

/** Who brought a report into its state. */
public enum Origen {
  SAT,
  /** Our own check against the contract, at intake. */
  LOCAL,
  OPERADOR
}
