package co.satccf.reporting.problema;

/** What is asked for cannot be done as things stand; the message is for the caller, in Spanish. */
public final class NoSePuede extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String detalle;

  public NoSePuede(String detalle) {
    this.detalle = detalle;
  }

  String detalle() {
    return detalle;
  }
}
