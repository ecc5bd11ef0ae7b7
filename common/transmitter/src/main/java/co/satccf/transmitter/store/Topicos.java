package co.satccf.transmitter.store;

/** Topics that the family services write. */
public final class Topicos {

  /** Outcomes, for the ERP and for reporting. */
  public static final String RESULTADOS = "sat.resultados";

  /** The compacted register of employers in SAT. */
  public static final String EMPLEADORES = "sat.empleadores";

  private Topicos() {}
}
