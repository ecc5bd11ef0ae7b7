package co.satccf.model.cifrado;

/** A stored value that cannot be read: it tells the id of the key and never a byte of either. */
public final class NoDescifrableException extends Exception {

  private static final long serialVersionUID = 1L;

  /** What stands in the way. */
  public enum Motivo {
    /** The ring has no key of that id. */
    CLAVE_DESCONOCIDA,
    /** Changed, cut, of another place, or under another key of the same id. */
    ALTERADO
  }

  private final Motivo motivo;
  private final String clave;

  NoDescifrableException(Motivo motivo, String clave) {
    super(motivo + ": key " + clave, null, false, false);
    this.motivo = motivo;
    this.clave = clave;
  }

  public Motivo motivo() {
    return motivo;
  }

  /** Id of the key that the value is under. */
  public String clave() {
    return clave;
  }
}
