package co.satccf.identidad;

/**
 * Whoever is behind a request, person or service.
 *
 * @param nombre the subject of the verified token, as the audit keeps it
 */
public record Operador(String nombre) {

  /** Signs in the audit what nobody asked for. */
  public static final String SISTEMA = "sistema";

  /** Signs in the audit what an event of the ERP asked for. */
  public static final String ERP = "erp";

  /** Whether a name is one under which nobody may ask, however it is written. */
  static boolean esReservado(String nombre) {
    return nombre.equalsIgnoreCase(SISTEMA) || nombre.equalsIgnoreCase(ERP);
  }
}
