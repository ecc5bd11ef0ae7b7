package co.satccf.token.http;

import static org.assertj.core.api.Assertions.assertThat;

import co.satccf.token.prueba.Configuraciones;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProxiesTest {

  private static final String CONSOLA = "10.1.2.3";

  @ParameterizedTest
  @CsvSource({
    // Who is connected is no proxy: what it says of an address counts for nothing.
    "198.51.100.7, 203.0.113.9, 198.51.100.7",
    "10.1.2.3, 203.0.113.9, 203.0.113.9",
    "10.1.2.3, '1.1.1.1, 203.0.113.9', 203.0.113.9",
    "10.1.2.3, '1.1.1.1, 203.0.113.9, 10.9.9.9', 203.0.113.9",
    "10.1.2.3, '10.9.9.9, 10.8.8.8', 10.9.9.9",
    "10.1.2.3, '', 10.1.2.3",
    "10.1.2.3, '203.0.113.9, unknown', 10.1.2.3",
    "10.1.2.3, '203.0.113.9, console.example', 10.1.2.3",
    "2001:db8::3, 2001:db8:1::1, 2001:db8:1:0:0:0:0:1",
    "2001:db9::5, 203.0.113.9, 2001:db9:0:0:0:0:0:5",
  })
  void readsFromTheRightAsFarAsProxiesAreTrusted(String conexion, String cabecera, String origen) {
    assertThat(proxies("10.0.0.0/8,2001:db8::/126").origen(conexion, List.of(cabecera)))
        .isEqualTo(origen);
  }

  @Test
  void readsSeveralHeadersAsOne() {
    assertThat(
            proxies(CONSOLA)
                .origen(CONSOLA, Arrays.asList("1.1.1.1", "203.0.113.9", "10.1.2.3 , 10.1.2.3")))
        .isEqualTo("203.0.113.9");
  }

  @Test
  void trustsNobodyByDefault() {
    assertThat(
            new Proxies(Configuraciones.leer(Configuraciones.valida()))
                .origen(CONSOLA, List.of("1.1.1.1")))
        .isEqualTo(CONSOLA);
  }

  private static Proxies proxies(String deConfianza) {
    Map<String, String> propiedades = Configuraciones.valida();
    propiedades.put("sat.proxies", deConfianza);
    return new Proxies(Configuraciones.leer(propiedades));
  }
}
