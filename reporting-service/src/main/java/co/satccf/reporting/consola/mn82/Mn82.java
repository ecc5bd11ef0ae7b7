package co.satccf.reporting.consola.mn82;

import co.satccf.reporting.consola.familias.Direccion;
import co.satccf.reporting.consola.familias.Suite;
import jakarta.inject.Singleton;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks token-service, in the name of whoever is signed in. */
@Singleton
class Mn82 {

  private final Suite suite;

  Mn82(Suite suite) {
    this.suite = suite;
  }

  <T> T leer(Class<T> tipo, String... pasos) {
    return suite.tokenService().get(Direccion.de(pasos), tipo);
  }

  <T> T pedir(Class<T> tipo, Direccion direccion, Object cuerpo) {
    return suite.tokenService().post(direccion, cuerpo, tipo);
  }

  /**
   * Changes something in place, if it still is as this person has seen it.
   *
   * @param version as the page had it; null for what is new
   * @param cuerpo null for none
   */
  void cambiar(String metodo, @Nullable Integer version, @Nullable Object cuerpo, String... pasos) {
    suite
        .tokenService()
        .pedir(
            metodo,
            Direccion.de(pasos),
            cuerpo,
            version == null ? Map.of() : Map.of("If-Match", "\"%d\"".formatted(version)));
  }
}
