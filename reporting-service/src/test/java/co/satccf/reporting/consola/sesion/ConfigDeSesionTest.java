package co.satccf.reporting.consola.sesion;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.satccf.model.entorno.Entorno;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigDeSesionTest {

  private static final String SECRETO = "x".repeat(32);

  @Test
  void wantsAProviderEverywhere() {
    assertThatThrownBy(() -> check(Entorno.DESARROLLO, null, SECRETO, true))
        .hasMessageStartingWith("quarkus.oidc.auth-server-url");
    assertThatCode(() -> check(Entorno.DESARROLLO, "http://127.0.0.1:1", null, false))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "http://idp.example, true, auth-server-url",
    "https://idp.example, false, cookie-force-secure",
  })
  void wantsHttpsInProduction(String proveedor, boolean segura, String propiedad) {
    assertThatThrownBy(() -> check(Entorno.PRODUCCION, proveedor, SECRETO, segura))
        .hasMessageContaining(propiedad);
  }

  @Test
  void wantsASecretOfItsOwnInProductionAndTellsNoneOfIt() {
    assertThatThrownBy(
            () -> check(Entorno.PRODUCCION, "https://idp.example", "corto-y-secreto", true))
        .hasMessageContaining("encryption-secret")
        .hasMessageNotContaining("corto-y-secreto");
    assertThatCode(() -> check(Entorno.PRODUCCION, "https://idp.example", SECRETO, true))
        .doesNotThrowAnyException();
  }

  private static void check(
      Entorno entorno, @Nullable String proveedor, @Nullable String secreto, boolean segura) {
    ConfigDeSesion.check(
        entorno, Optional.ofNullable(proveedor), Optional.ofNullable(secreto), segura);
  }
}
