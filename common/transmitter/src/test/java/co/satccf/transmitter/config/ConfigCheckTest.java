package co.satccf.transmitter.config;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigCheckTest {

  @ParameterizedTest
  @CsvSource({
    "sat.plazo.Desafiliacion, -1, 0 to 60",
    "sat.plazo.Desafiliacion, 61, 0 to 60",
    "sat.cupo.piso, 0, expected 1 to 256",
    "sat.cupo.techo, 1001, expected 1 to 1000",
    "sat.cupo.piso, 257, expected 1 to 256",
    "sat.plazo.Inventado, 1, no such SAT service",
    "sat.por-vencer, PT0S, more than zero",
    "sat.retencion, P29D, expected PT720H to",
    "sat.retencion, P20000D, expected PT720H to",
    "sat.puerta-espera, PT0S, more than zero",
    "sat.espera.inicial, PT10M, at most sat.espera.maxima",
    "sat.por-vencer, PT721H, at most PT720H",
    "sat.ministerio.url, https://sat.example, sat.ministerio.hosts",
    "sat.ministerio.url, https://miseguridadsocial.gov.co:8062, sat.entorno = 'produccion'"
  })
  void stopsTheStartAndNamesTheProperty(String property, String value, String why) {
    assertThatThrownBy(() -> check(Map.of(property, value)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(property)
        .hasMessageContaining(why);
  }

  @Test
  void letsTermsWithinTheirRangeStart() {
    assertThatCode(
            () ->
                check(
                    Map.of(
                        "sat.plazo.Desafiliacion", "0",
                        "sat.plazo.EstadoPagoEmpleador", "60",
                        "sat.por-vencer", "P30D")))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "AN01, PT24H, 5, sat.codigos.reenviar.AN01, code of a refusal",
    "GN01, PT24H, 5, sat.codigos.reenviar.GN01, sat.codigos.ya-reportado",
    "GN02, PT59S, 5, sat.codigos.reenviar.GN02.espera = 'PT59S', PT1M to",
    "GN02, PT721H, 5, sat.codigos.reenviar.GN02.espera, PT1M to",
    "GN02, PT24H, 0, sat.codigos.reenviar.GN02.veces = '0', 1 to 100",
    "GN02, PT24H, 101, sat.codigos.reenviar.GN02.veces, 1 to 100"
  })
  void stopsTheStartAtAResendThatMakesNoSense(
      String codigo, String espera, String veces, String property, String why) {
    String prefijo = "sat.codigos.reenviar." + codigo;
    assertThatThrownBy(() -> check(Map.of(prefijo + ".espera", espera, prefijo + ".veces", veces)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(property)
        .hasMessageContaining(why);
  }

  @Test
  void letsAResendStartWhateverTheCaseOfItsCode() {
    assertThatCode(
            () ->
                check(
                    Map.of(
                        "sat.codigos.reenviar.gn02.espera", "PT1M",
                        "sat.codigos.reenviar.gn02.veces", "100")))
        .doesNotThrowAnyException();
  }

  private static void check(Map<String, String> more) {
    Map<String, String> values =
        new HashMap<>(
            Map.of(
                "sat.ministerio.url", "http://localhost:1",
                "sat.ministerio.hosts", "localhost,miseguridadsocial.gov.co",
                "sat.token.url", "http://localhost:1",
                "sat.token.archivo", "token",
                "sat.referencia.clave", "00".repeat(32)));
    values.putAll(more);
    SatConfig config =
        new SmallRyeConfigBuilder()
            .addDiscoveredConverters()
            .withMapping(SatConfig.class)
            .withDefaultValues(values)
            .build()
            .getConfigMapping(SatConfig.class);
    new ConfigCheck(config).check(new StartupEvent());
  }
}
