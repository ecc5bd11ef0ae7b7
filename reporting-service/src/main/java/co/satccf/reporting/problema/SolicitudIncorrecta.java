package co.satccf.reporting.problema;

/** A parameter that cannot be used; the message is for the caller and in Spanish. */
public final class SolicitudIncorrecta extends RuntimeException {

  private static final long serialVersionUID = 1L;
  private static final int MAXIMO = 60;

  private final String detalle;

  /**
   * @param valor as it came; it is shown cut to 60 characters
   * @param explicacion what is wrong or what was expected
   */
  public SolicitudIncorrecta(String parametro, String valor, String explicacion) {
    detalle =
        "El parámetro %s no puede ser \"%s\": %s".formatted(parametro, corto(valor), explicacion);
  }

  private SolicitudIncorrecta(String detalle) {
    this.detalle = detalle;
  }

  /** What a body says is never repeated: it may be somebody's. */
  public static SolicitudIncorrecta delCuerpo(String campo, String explicacion) {
    return new SolicitudIncorrecta("El campo %s no sirve: %s".formatted(campo, explicacion));
  }

  String detalle() {
    return detalle;
  }

  private static String corto(String valor) {
    return valor.length() <= MAXIMO ? valor : valor.substring(0, MAXIMO) + "…";
  }
}
