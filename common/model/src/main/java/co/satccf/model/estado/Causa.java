package co.satccf.model.estado;

/** Why a report moves. The text is what an operator reads. */
public enum Causa {
  RECLAMO("el despachador lo reclama"),
  REENVIO("se reenvía, con el mismo radicado y el mismo cuerpo"),
  ACEPTACION("código 200"),
  ALERTA("código AN"),
  GLOSA("glosa del Ministerio"),
  ILEGIBLE("respuesta que nadie puede leer"),
  YA_REPORTADO("ya reportado, tras un intento incierto"),
  CONFLICTO("ya reportado, sin intento incierto"),
  GLOSA_TRAS_INCIERTO("otra glosa GN, tras un intento incierto"),
  SIN_RESPUESTA("enviado y sin respuesta que lo resuelva"),
  ARRIENDO_VENCIDO("venció el arriendo"),
  RESPUESTA_APARTADA("respuesta que el almacén no admite"),
  NO_PROCESADO("con certeza no fue procesado"),
  PUERTA_CERRADA("se cerró la puerta del servicio"),
  RESPUESTA_TARDIA("respuesta tardía"),
  ACEPTADA_OTRA_VERSION("respuesta tardía que acepta una versión ya corregida"),
  CORRECCION("corrección que cumple el contrato"),
  CORRECCION_GLOSADA("corrección que incumple el contrato"),
  RADICADO_NUEVO("corrección con radicado nuevo"),
  ESTADO_PAGO_MAS_NUEVO("un estado de pago más nuevo"),
  REINTENTO_SIN_CAMBIO("reintento sin cambios"),
  REENVIO_PROGRAMADO("reenvío sin cambios, programado para su código"),
  DECISION_DEL_OPERADOR("decisión de un operador"),
  RETIRO("retiro por un operador");

  private final String descripcion;

  Causa(String descripcion) {
    this.descripcion = descripcion;
  }

  /** In Spanish, lower case, without a full stop. */
  public String descripcion() {
    return descripcion;
  }
}
