package co.satccf.token.ministerio;

/** The Ministry answered, and not with a token. */
final class Negativa extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Respuesta respuesta;

  Negativa(Respuesta respuesta) {
    super(respuesta.getClass().getSimpleName(), null, false, false);
    this.respuesta = respuesta;
  }

  Respuesta respuesta() {
    return respuesta;
  }
}
