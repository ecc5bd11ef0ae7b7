package co.satccf.token.secretos;

/** The mounted file is missing or malformed; the message holds nothing of its content. */
public final class CredencialIlegible extends Exception {

  private static final long serialVersionUID = 1L;

  CredencialIlegible(String mensaje) {
    super(mensaje, null, false, false);
  }
}
