package co.satccf.reporting.conteos;

import static org.assertj.core.api.Assertions.assertThat;

import co.satccf.sandbox.azar.PeticionesAlAzar;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PeticionesAlAzarTest {

  @TestHTTPResource("/")
  URI servicio;

  // Not @TestHTTPResource(management = true): it does not know a port that a test resource chose.
  @ConfigProperty(name = "quarkus.management.test-port")
  int gestion;

  @Test
  void answersEveryRequestWithSenseOrWithAReason() throws Exception {
    // When
    var balance =
        new PeticionesAlAzar(
                servicio,
                gestion,
                Map.of(
                    "agrupar", List.of("semana,dia", "servicio,estado", "bloqueo,causa"),
                    "abiertos", List.of("true", "false"),
                    "limite", List.of("1", "500"),
                    "desde", List.of("2021-07-29", "2000-01-01"),
                    "hasta", List.of("2026-11-21", "2999-12-31")))
            .pedir(800, ruta -> true);
    // Then
    assertThat(balance.fallas()).isEmpty();
    assertThat(balance.estados()).containsKeys(200, 400);
  }
}
