package co.satccf.token.flota;

/**
 * The database does not answer, or refuses a statement: this replica knows what it remembers, and
 * may claim nothing.
 */
public final class FlotaCaida extends Exception {

  private static final long serialVersionUID = 1L;

  private final boolean ausente;

  FlotaCaida(String motivo, boolean ausente) {
    super(motivo, null, false, false);
    this.ausente = ausente;
  }

  /** Whether it did not answer, so that waiting helps. */
  public boolean ausente() {
    return ausente;
  }
}
