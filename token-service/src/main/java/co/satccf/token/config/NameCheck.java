package co.satccf.token.config;

import co.satccf.model.ServicioSat;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Refuses a name nobody reads, in the groups that belong to this service alone: it is a typo, and
 * the value it meant to set would silently keep its default.
 */
final class NameCheck {

  private static final Map<String, Set<String>> READ =
      Map.of(
          "sat.credencial.",
          Set.of("carpeta", "pausa-de-prueba"),
          "sat.limite.",
          Set.of("por-minuto"),
          "sat.compartir.",
          Set.of("internos", "plazo"),
          "sat.clientes.",
          Arrays.stream(ServicioSat.values())
              .map(ServicioSat::nombre)
              .collect(Collectors.toUnmodifiableSet()),
          "sat.renovacion.",
          Set.of(
              "margen",
              "anticipacion",
              "espera",
              "pausa-tras-rechazo",
              "pausa-cliente",
              "retroceso.inicial",
              "retroceso.maximo"));

  private NameCheck() {}

  /**
   * @param variables of the environment, which know no case: the name that comes of one is all
   *     small
   * @throws IllegalArgumentException for the first unknown name
   */
  static void check(Iterable<String> names, Set<String> variables) {
    for (String name : names) {
      boolean ofAVariable = variables.contains(variable(name));
      READ.forEach(
          (group, known) -> {
            if (name.startsWith(group)
                && !isKnown(name.substring(group.length()), known, ofAVariable)) {
              throw new IllegalArgumentException(
                  "%s: unknown; expected one of %s"
                      .formatted(name, known.stream().sorted().map(group::concat).toList()));
            }
          });
    }
  }

  private static boolean isKnown(String rest, Set<String> known, boolean ofAVariable) {
    return ofAVariable ? known.stream().anyMatch(rest::equalsIgnoreCase) : known.contains(rest);
  }

  /** As MicroProfile Config looks for it. */
  private static String variable(String name) {
    return name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
  }
}
