package co.satccf.transmitter.identidad;

/** What a person may do; each role includes the ones before it. */
public enum Rol {
  /** Reads; personal data only where a door says so, and audited. */
  CONSULTA,
  /** Moves reports, with a reason. */
  OPERADOR,
  /** Moves what concerns a whole service: pauses, limits, the register of employers. */
  ADMINISTRADOR
}
