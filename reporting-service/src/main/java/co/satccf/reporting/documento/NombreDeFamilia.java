package co.satccf.reporting.documento;

import co.satccf.model.Familia;
import io.quarkus.qute.TemplateExtension;

/** What people call the services of a family. */
public final class NombreDeFamilia {

  private NombreDeFamilia() {}

  @TemplateExtension(matchName = "nombre")
  public static String de(Familia familia) {
    return switch (familia) {
      case AFILIACION -> "afiliación";
      case RELACION_LABORAL -> "relación laboral";
      case NOVEDADES -> "novedades";
    };
  }
}
