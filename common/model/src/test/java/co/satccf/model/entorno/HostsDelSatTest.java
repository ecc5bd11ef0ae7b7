package co.satccf.model.entorno;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostsDelSatTest {

  private static final HostsDelSat HOSTS =
      new HostsDelSat(Set.of(Entorno.HOST_DE_PRODUCCION, "127.0.0.1"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://miseguridadsocial.gov.co:8062",
        "https://MiSeguridadSocial.gov.co",
        "http://127.0.0.1:9000/x"
      })
  void letsTheListedHostsPass(URI direccion) {
    assertThat(HOSTS.exigir("sat.ministerio.url", direccion)).isEqualTo(direccion);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://miseguridadsocial.gov.co.example.com",
        "https://api.miseguridadsocial.gov.co",
        "https://miseguridadsocial.gov.co@example.com",
        "https://example.com/miseguridadsocial.gov.co",
        "http://127.0.0.10",
        "http://localhost"
      })
  void refusesEveryOther(URI direccion) {
    assertThatThrownBy(() -> HOSTS.exigir("sat.ministerio.url", direccion))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll(
            "sat.ministerio.url", direccion.toString(), "sat.ministerio.hosts");
  }
}
