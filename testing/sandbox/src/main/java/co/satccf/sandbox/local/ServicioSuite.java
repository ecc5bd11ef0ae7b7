package co.satccf.sandbox.local;

import java.util.List;

/** The five services as they are packaged. */
public enum ServicioSuite {
  TOKEN("token-service", "token"),
  AFILIACION("afiliacion-service", "afiliacion"),
  RELACION_LABORAL("relacion-laboral-service", "relacion_laboral"),
  NOVEDADES("novedades-service", "novedades"),
  REPORTING("reporting-service", "reporting");

  /** The three that transmit to SAT. */
  public static final List<ServicioSuite> TRANSMISORES =
      List.of(AFILIACION, RELACION_LABORAL, NOVEDADES);

  private final String modulo;
  private final String base;

  ServicioSuite(String modulo, String base) {
    this.modulo = modulo;
    this.base = base;
  }

  /** Folder of the module, and name of the process. */
  public String modulo() {
    return modulo;
  }

  /** Its own database. */
  public String base() {
    return base;
  }

  public boolean transmite() {
    return TRANSMISORES.contains(this);
  }
}
