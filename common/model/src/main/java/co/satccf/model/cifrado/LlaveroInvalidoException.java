package co.satccf.model.cifrado;

/** A ring that cannot be used. The message names a line or the id of a key, never a key. */
public final class LlaveroInvalidoException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  LlaveroInvalidoException(String mensaje) {
    super(mensaje);
  }
}
