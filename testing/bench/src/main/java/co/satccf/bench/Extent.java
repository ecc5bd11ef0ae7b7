package co.satccf.bench;

import co.satccf.bench.carga.Profile;
import co.satccf.sandbox.local.OpcionesDePlataforma;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How much is measured.
 *
 * @param corto the five-minute form
 * @param latencia of the Ministry, in milliseconds, when no other is to be measured
 * @param opciones of the platform, before a scenario adds its own
 * @param perfil folder of the profiles, if they are asked for
 */
record Extent(
    boolean corto,
    Optional<Integer> latencia,
    OpcionesDePlataforma opciones,
    Optional<Path> perfil) {

  Optional<Profile> profile(Scenario scenario) {
    return perfil.map(folder -> new Profile(folder, scenario.nombre()));
  }

  /** One of two values, by the form of the run. */
  int of(int completo, int breve) {
    return corto ? breve : completo;
  }
}
