package co.satccf.model.respuesta;

/** How a call ended without a whole answer. */
public enum Fallo {
  DNS(false),
  CONEXION_RECHAZADA(false),
  TLS(false),
  POZO_AGOTADO(false),
  PLAZO_ANTES_DE_ESCRIBIR(false),
  CORTE_TRAS_ESCRIBIR(true),
  PLAZO_TRAS_ESCRIBIR(true),
  RESPUESTA_DESMEDIDA(true),
  RESPUESTA_TRUNCADA(true);

  private final boolean quizaProcesado;

  Fallo(boolean quizaProcesado) {
    this.quizaProcesado = quizaProcesado;
  }

  /** Whether a byte of the request may have reached SAT. */
  public boolean quizaProcesado() {
    return quizaProcesado;
  }
}
