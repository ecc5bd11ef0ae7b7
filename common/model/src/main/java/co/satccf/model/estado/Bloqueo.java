package co.satccf.model.estado;

/** Why a report is not ready, in the order in which one reason outranks the next. */
public enum Bloqueo {
  /** An earlier report of the same key is not finished. */
  REPORTE_ANTERIOR,
  /** Another radicado states the same fact: an operator decides. */
  POSIBLE_DUPLICADO,
  /** The employer is not in SAT as far as this report needs it. */
  EMPLEADOR_NO_INCORPORADO
}
