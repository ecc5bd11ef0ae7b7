package co.satccf.sandbox.local;

import java.util.List;
import java.util.Optional;

/** The five services as they are packaged. */
public enum ServicioSuite {
  TOKEN("token-service", Optional.empty()),
  AFILIACION("afiliacion-service", Optional.of("afiliacion")),
  RELACION_LABORAL("relacion-laboral-service", Optional.of("relacion_laboral")),
  NOVEDADES("novedades-service", Optional.of("novedades")),
  REPORTING("reporting-service", Optional.of("reporting"));

  /** The three that transmit to SAT. */
  public static final List<ServicioSuite> TRANSMISORES =
      List.of(AFILIACION, RELACION_LABORAL, NOVEDADES);

  private final String modulo;
  private final Optional<String> base;

  ServicioSuite(String modulo, Optional<String> base) {
    this.modulo = modulo;
    this.base = base;
  }

  /** Folder of the module, and name of the process. */
  public String modulo() {
    return modulo;
  }

  /** Its own database, when it has one. */
  public Optional<String> base() {
    return base;
  }

  public boolean transmite() {
    return TRANSMISORES.contains(this);
  }
}
