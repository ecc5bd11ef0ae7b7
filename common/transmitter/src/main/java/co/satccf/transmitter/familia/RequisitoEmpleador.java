package co.satccf.transmitter.familia;

/**
 * What the register of employers in SAT must say before a report may go (rule 2, table of
 * precedence). The names stand in the column {@code despacho.requisito} and are read by the SQL
 * function {@code bloqueo_en_turno}.
 */
public enum RequisitoEmpleador {
  LIBRE,
  /** Incorporated in the departamento of the report. */
  DEPARTAMENTO,
  /** Incorporated in any departamento: the report names none. */
  ALGUN_DEPARTAMENTO,
  /**
   * In SAT now or earlier: ends of labour relations are reported after the employer has left, too.
   */
  ALGUNA_VEZ
}
