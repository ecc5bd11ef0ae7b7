package co.satccf.reporting.consola.mn82;

import io.quarkus.qute.TemplateExtension;

/** How the pages of MN82 name what they show. */
@TemplateExtension
final class Rotulos {

  private Rotulos() {}

  static String rolDeAcreditacion(String rol) {
    return switch (rol) {
      case "REPRESENTANTE_LEGAL" -> "Representante legal";
      case "DELEGADO" -> "Delegado";
      case "AUTORIZADO" -> "Autorizado";
      default -> rol;
    };
  }
}
