package co.satccf.reporting.consola.mn82;

import io.quarkus.qute.TemplateGlobal;
import java.util.List;

/** What the forms of MN82 offer; what they take, token-service says. */
@TemplateGlobal
final class Opciones {

  static final List<String> OPERACIONES = List.of("POST", "GET", "PUT", "PATCH", "DELETE");
  static final List<String> TIPOS_DE_DOCUMENTO = List.of("CC", "CE", "CD", "PE", "PT");
  static final List<String> ROLES_DE_ACREDITACION =
      List.of("REPRESENTANTE_LEGAL", "DELEGADO", "AUTORIZADO");

  private Opciones() {}
}
