package co.satccf.model.entorno;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntornoTest {

  private static final String PROPIEDAD = "sat.ministerio.url";

  @ParameterizedTest
  @CsvSource({
    "DESARROLLO, https://miseguridadsocial.gov.co:8062",
    "DESARROLLO, https://miseguridadsocial.gov.co",
    "DESARROLLO, http://miseguridadsocial.gov.co:80/x",
    "DESARROLLO, https://MiSeguridadSocial.GOV.co:8062",
    "DESARROLLO, https://miseguridadsocial.gov.co.:8062",
    "DESARROLLO, https://api.miseguridadsocial.gov.co:443",
    "PREPRODUCCION, https://miseguridadsocial.gov.co:8062"
  })
  void refusesTheProductionHostAnywhereButInProduction(Entorno entorno, URI ministerio) {
    assertThatThrownBy(() -> entorno.revisar(PROPIEDAD, ministerio))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll(
            PROPIEDAD, ministerio.toString(), "sat.entorno", "'" + entorno.valor() + "'");
  }

  @Test
  void letsProductionTalkToProductionWithoutAWord() {
    assertThat(
            Entorno.PRODUCCION.revisar(
                PROPIEDAD, URI.create("https://miseguridadsocial.gov.co:8062")))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:9000",
        "https://sisafitra.sispropreprod.gov.co:8062",
        "https://miseguridadsocial.gov.co.example.com",
        "https://otramiseguridadsocial.gov.co"
      })
  void warnsOfAProductionThatTalksToAnythingElse(URI ministerio) {
    assertThat(Entorno.PRODUCCION.revisar(PROPIEDAD, ministerio).orElseThrow())
        .contains("sat.entorno", PROPIEDAD, ministerio.toString());
    assertThat(Entorno.DESARROLLO.revisar(PROPIEDAD, ministerio)).isEmpty();
    assertThat(Entorno.PREPRODUCCION.revisar(PROPIEDAD, ministerio)).isEmpty();
  }

  @Test
  void refusesTheLocalPlatformsIssuersInProductionOnly() {
    String emisor = Entorno.EMISOR_DE_ARENA + "personas";
    assertThatThrownBy(() -> Entorno.PRODUCCION.revisarEmisor("sat.x", emisor))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("sat.x", emisor, "sat.entorno", "'produccion'");
    Entorno.PRODUCCION.revisarEmisor("sat.x", "https://kubernetes.default.svc");
    Entorno.DESARROLLO.revisarEmisor("sat.x", emisor);
  }
}
