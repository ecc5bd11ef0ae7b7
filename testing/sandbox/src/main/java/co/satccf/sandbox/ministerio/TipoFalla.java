package co.satccf.sandbox.ministerio;

/** What can go wrong with one request. */
public enum TipoFalla {
  /** An HTTP status without a codigo: 500, 503, 429, 408, 404 ... ({@code estado}). */
  ESTADO_HTTP(false),
  /** 401 with {@code {"Message": ...}} although the token is good. */
  NO_AUTORIZADO(false),
  /**
   * The token used is revoked from now on, and answered 401. On the token endpoint: born revoked.
   */
  TOKEN_REVOCADO(false),
  /** Connection reset, the report not taken in. */
  REINICIO_ANTES(false),
  /** The report takes effect, then the connection is reset without an answer. */
  REINICIO_DESPUES(true),
  /** The true answer, {@code bytes} bytes every {@code pausa} ms. */
  GOTEO(true),
  /** Half of the true answer, then the connection closes. */
  TRUNCADA(true),
  /** Status 200 with a text that is no JSON. */
  NO_JSON(true),
  /** Status 200 with the HTML page of a maintenance window. */
  MANTENIMIENTO(false),
  /** Status 200 with a JSON answer of {@code bytes} bytes. */
  DESMEDIDA(true),
  /** The answer never comes; the connection stays open. */
  SIN_RESPUESTA(true),
  /** A codigo nobody knows ({@code ZZ99}). */
  CODIGO_DESCONOCIDO(false),
  /** Token endpoint only: 400 invalid_grant although user and password are right. */
  CREDENCIAL_RECHAZADA(false),
  /** Token endpoint only: 400 invalid_client although the ClientID is known. */
  CLIENTE_RECHAZADO(false);

  private final boolean procesaSiNoSeDice;

  TipoFalla(boolean procesaSiNoSeDice) {
    this.procesaSiNoSeDice = procesaSiNoSeDice;
  }

  /** Whether the report takes effect when the fault does not say. */
  boolean procesaSiNoSeDice() {
    return procesaSiNoSeDice;
  }
}
