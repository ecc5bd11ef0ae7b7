package co.satccf.token.flota;

/** The database does not answer: this replica knows what it remembers, and may claim nothing. */
public final class FlotaCaida extends Exception {

  private static final long serialVersionUID = 1L;

  FlotaCaida(String motivo) {
    super(motivo, null, false, false);
  }
}
