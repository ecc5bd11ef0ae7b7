package co.satccf.token.config;

import co.satccf.model.ServicioSat;
import java.util.Arrays;
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
   * @throws IllegalArgumentException for the first unknown name
   */
  static void check(Iterable<String> names) {
    for (String name : names) {
      READ.forEach(
          (group, known) -> {
            if (name.startsWith(group) && !known.contains(name.substring(group.length()))) {
              throw new IllegalArgumentException(
                  "%s: unknown; expected one of %s"
                      .formatted(name, known.stream().sorted().map(group::concat).toList()));
            }
          });
    }
  }
}
