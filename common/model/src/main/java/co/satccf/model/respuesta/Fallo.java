package co.satccf.model.respuesta;

/** Why a call to the Ministry ended without an answer. */
public enum Fallo {
  DNS,
  CONEXION_RECHAZADA,
  TLS,
  /** No connection of our own was free. */
  POZO_AGOTADO,
  PLAZO_ANTES_DE_ESCRIBIR,
  /** The connection was cut once the request had begun to be written. */
  CORTE_TRAS_ESCRIBIR,
  PLAZO_TRAS_ESCRIBIR,
  /** The answer is larger than we read. */
  RESPUESTA_DESMEDIDA,
  RESPUESTA_TRUNCADA
}
