package co.satccf.model.estado;

/** Why a pending report may not be sent yet, in order of rank: the first that applies is shown. */
public enum Bloqueo {
  /** An earlier report of the same ordering key is unsettled. */
  REPORTE_ANTERIOR,
  /** An operator withdrew the report before it and has not said what becomes of this one. */
  ANTERIOR_RETIRADO,
  /** Another radicado tells the same fact: an operator decides. */
  POSIBLE_DUPLICADO,
  /** The employer is not in SAT in that departamento. */
  EMPLEADOR_NO_INCORPORADO
}
