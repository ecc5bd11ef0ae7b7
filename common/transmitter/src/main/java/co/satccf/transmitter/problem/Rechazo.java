package co.satccf.transmitter.problem;

/** A request that is answered with an error; its message is for the caller and in Spanish. */
public final class Rechazo extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Falla falla;

  public Rechazo(Falla falla, String detalle) {
    super(detalle);
    this.falla = falla;
  }

  Problema problema() {
    return Problema.de(falla, String.valueOf(getMessage()));
  }
}
