package co.satccf.model.estado;

/** Who brought about a report's state. */
public enum Origen {
  /** The Ministry's answer. */
  SAT,
  /** This system: the contract broken at intake, a newer event. */
  LOCAL,
  /** A person. */
  OPERADOR
}
