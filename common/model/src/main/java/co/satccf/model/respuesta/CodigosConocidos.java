package co.satccf.model.respuesta;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The codes whose meaning the fund has learnt and configured. The Ministry's list is not public.
 *
 * @param yaReportado codes that say the radicado was reported before, upper case
 */
public record CodigosConocidos(Set<String> yaReportado) {

  /**
   * @throws IllegalArgumentException naming a code that is blank or that already means acceptance
   */
  public CodigosConocidos {
    yaReportado =
        yaReportado.stream()
            .map(codigo -> codigo.strip().toUpperCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
    for (var codigo : yaReportado) {
      if (codigo.isEmpty() || codigo.equals("200") || codigo.startsWith("AN")) {
        throw new IllegalArgumentException(
            "Not a code that can mean \"already reported\": '" + codigo + "'");
      }
    }
  }

  public static CodigosConocidos ninguno() {
    return new CodigosConocidos(Set.of());
  }

  public static CodigosConocidos yaReportado(Collection<String> codigos) {
    return new CodigosConocidos(Set.copyOf(codigos));
  }
}
