package co.satccf.token.auditoria;

/** What is told. */
public enum Hecho {
  /** User and password that the fleet had not used before. */
  CREDENCIAL_NUEVA,
  CREDENCIAL_RECHAZADA,
  /** A person asked for a trial; what came of it follows. */
  PRUEBA_PEDIDA,
  PRUEBA_TERMINADA,
  SERVICIO_AGREGADO,
  SERVICIO_CAMBIADO,
  SERVICIO_QUITADO,
  TERMINOS_PUBLICADOS,
  TERMINOS_ACEPTADOS,
  COMPARTIDO_GUARDADO,
  COMPARTIDO_QUITADO,
  /** Somebody looked whether its address answers over TLS. */
  COMPARTIDO_VERIFICADO
}
