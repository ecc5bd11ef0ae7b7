package co.satccf.reporting.problema;

/** What is asked for does not exist; the message is for the caller and in Spanish. */
public final class NoHay extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String detalle;

  public NoHay(String detalle) {
    this.detalle = detalle;
  }

  String detalle() {
    return detalle;
  }
}
