package co.satccf.model.respuesta;

import java.util.Set;

/**
 * Codes with a meaning of their own. The Ministry's list is not public: configuration, por confirmar.
 *
 * @param yaReportado codes that say "this radicado was reported already"
 */
public record CodigosConocidos(Set<String> yaReportado) {

  public CodigosConocidos {
    yaReportado = Set.copyOf(yaReportado);
  }
}
