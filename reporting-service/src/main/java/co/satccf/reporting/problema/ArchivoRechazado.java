package co.satccf.reporting.problema;

/** A file that cannot be taken in at all; the message is for whoever sent it, in Spanish. */
public final class ArchivoRechazado extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String detalle;
  private final boolean desmedido;

  public ArchivoRechazado(String detalle) {
    this(detalle, false);
  }

  private ArchivoRechazado(String detalle, boolean desmedido) {
    super(null, null, false, false);
    this.detalle = detalle;
    this.desmedido = desmedido;
  }

  /** Refused for its size alone. */
  public static ArchivoRechazado desmedido(String detalle) {
    return new ArchivoRechazado(detalle, true);
  }

  public String detalle() {
    return detalle;
  }

  boolean esDesmedido() {
    return desmedido;
  }
}
