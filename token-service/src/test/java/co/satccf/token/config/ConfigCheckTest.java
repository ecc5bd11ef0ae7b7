package co.satccf.token.config;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.satccf.token.prueba.Configuraciones;
import io.smallrye.config.ConfigValidationException;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigCheckTest {

  private final Map<String, String> propiedades = Configuraciones.valida();

  @Test
  void acceptsTheDefaults() {
    assertThatCode(this::arrancar).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "sat.ministerio.url, http://miseguridadsocial.gov.co:8062",
    "sat.ministerio.url, ftp://miseguridadsocial.gov.co",
    "sat.ministerio.url, miseguridadsocial.gov.co",
    "sat.ministerio.url, https:///token",
    "sat.ministerio.url, http://127.0.0.1.example.com",
    "sat.ministerio.plazo, 0S",
    "sat.ministerio.plazo, 21S",
    "sat.credencial.pausa-de-prueba, 0S",
    "sat.renovacion.margen, 0S",
    "sat.renovacion.margen, -1S",
    "sat.renovacion.anticipacion, 0S",
    "sat.renovacion.anticipacion, 1H",
    "sat.renovacion.espera, 0S",
    "sat.renovacion.pausa-tras-rechazo, 0S",
    "sat.renovacion.pausa-cliente, 25H",
    "sat.renovacion.retroceso.inicial, 0S",
    "sat.renovacion.retroceso.maximo, 100MS",
    "sat.limite.por-minuto, 0",
    "sat.limite.por-minuto, 100001",
    "sat.compartir.plazo, 0S",
    "sat.compartir.plazo, 31S",
    "sat.compartir.internos, https://interno",
    "sat.compartir.internos, Interno",
    "sat.proxies, consola",
    "sat.proxies, 10.0.0.0/33",
    "sat.proxies, 10.0.0.0/x",
    "sat.clientes.Desafiliacion, con espacio",
    "sat.clientes.Desafiliacion, cliente-de-AfiliacionPrimeraVez",
  })
  void refusesAWrongValueNamingPropertyAndValue(String propiedad, String valor) {
    // Given
    propiedades.put(propiedad, valor);

    // Then
    assertThatThrownBy(this::arrancar)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(propiedad)
        .message()
        .matches(mensaje -> mensaje.contains(valor) || mensaje.contains("PT"));
  }

  @ParameterizedTest
  @CsvSource({"sat.renovacion.margen, pronto", "sat.ministerio.url, https://a b"})
  void refusesAValueOfAnotherKindNamingPropertyAndValue(String propiedad, String valor) {
    // Given
    propiedades.put(propiedad, valor);

    // Then
    assertThatThrownBy(this::arrancar)
        .isInstanceOf(ConfigValidationException.class)
        .hasMessageContaining(propiedad)
        .hasMessageContaining(valor);
  }

  @Test
  void refusesAMissingOrEmptyValueNamingTheProperty() {
    // Given
    propiedades.remove("sat.ministerio.url");

    // Then
    assertThatThrownBy(this::arrancar).hasMessageContaining("sat.ministerio.url");
    propiedades.put("sat.ministerio.url", "");
    assertThatThrownBy(this::arrancar).hasMessageContaining("sat.ministerio.url");
  }

  @Test
  void aServiceMayHaveNoClientIdButOneMustHaveIt() {
    // Given
    propiedades.remove("sat.clientes.AfiliacionPrimeraVez");
    propiedades.put("sat.clientes.Desafiliacion", "");

    // Then
    assertThatCode(this::arrancar).doesNotThrowAnyException();
    propiedades.keySet().removeIf(propiedad -> propiedad.startsWith("sat.clientes."));
    assertThatThrownBy(this::arrancar).hasMessageContaining("sat.clientes");
  }

  @Test
  void neverQuotesAPasswordThatStandsInTheAddress() {
    // Given
    propiedades.put("sat.ministerio.url", "https://alguien:escondida@ministerio.example");

    // Then
    assertThatThrownBy(this::arrancar)
        .hasMessageContaining("sat.ministerio.url")
        .message()
        .doesNotContain("escondida");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://localhost:9", "http://127.0.0.1:9", "http://[::1]:9"})
  void acceptsPlainHttpToThisMachine(String url) {
    // Given
    propiedades.put("sat.ministerio.url", url);

    // Then
    assertThatCode(this::arrancar).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sat.clientes.Afiliacion",
        "sat.renovacion.marjen",
        "sat.credencial.clave",
        "sat.compartir.externos"
      })
  void refusesANameNobodyReads(String nombre) {
    assertThatThrownBy(() -> NameCheck.check(Set.of(nombre), Set.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(nombre);
  }

  @Test
  void leavesTheNamesOfOtherServicesAlone() {
    assertThatCode(
            () ->
                NameCheck.check(
                    Set.of("sat.cupo.techo", "sat.ministerio.conexiones", "sata"), Set.of()))
        .doesNotThrowAnyException();
  }

  private void arrancar() {
    ConfigCheck.check(Configuraciones.leer(propiedades));
    NameCheck.check(propiedades.keySet(), Set.of());
  }

  /** As a Deployment hands over ClientIDs: a variable knows no case. */
  @Test
  void takesTheNameOfAVariableInAnyCaseAndOfAFileAsItIs() {
    Set<String> nombre = Set.of("sat.clientes.desafiliacion");
    NameCheck.check(nombre, Set.of("SAT_CLIENTES_DESAFILIACION"));
    assertThatThrownBy(() -> NameCheck.check(nombre, Set.of()))
        .hasMessageContaining("sat.clientes.desafiliacion: unknown");
    assertThatThrownBy(
            () ->
                NameCheck.check(
                    Set.of("sat.clientes.desafiliacon"), Set.of("SAT_CLIENTES_DESAFILIACON")))
        .hasMessageContaining("sat.clientes.desafiliacon: unknown");
  }
}
