package co.satccf.bench;

import co.satccf.bench.carga.Profile;
import co.satccf.sandbox.local.OpcionesDePlataforma;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How much is measured.
 *
 * @param corto the five-minute form
 * @param opciones of the platform, before a scenario adds its own
 * @param perfil folder of the profiles, if they are asked for
 */
record Extent(boolean corto, OpcionesDePlataforma opciones, Optional<Path> perfil) {

  Optional<Profile> profile(Scenario scenario) {
    return perfil.map(folder -> new Profile(folder, scenario.nombre()));
  }

  /** One of two values, by the form of the run. */
  int of(int completo, int breve) {
    return corto ? breve : completo;
  }
}
