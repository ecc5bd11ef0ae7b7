package co.satccf.token.ministerio;

/** The Ministry gave no token. */
public final class SolicitudFallida extends Exception {

  private static final long serialVersionUID = 1L;

  private final Causa causa;

  /** Why: it decides who has to wait, and for how long. */
  public enum Causa {
    /** User or password refused: concerns all seven services, and must not be tried again. */
    CREDENCIAL_RECHAZADA,
    /** The ClientID is not known or not allowed. */
    CLIENTE_RECHAZADO,
    /** No answer, or one that is no token. */
    NO_DISPONIBLE
  }

  public SolicitudFallida(Causa causa) {
    super(causa.name(), null, false, false);
    this.causa = causa;
  }

  public Causa causa() {
    return causa;
  }
}
