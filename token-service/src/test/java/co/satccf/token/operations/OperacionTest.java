package co.satccf.token.operations;

import static co.satccf.model.ServicioSat.DESAFILIACION;
import static org.assertj.core.api.Assertions.assertThat;

import co.satccf.token.prueba.Llamada;
import co.satccf.token.prueba.MinisterioDePrueba.Contestacion;
import co.satccf.token.prueba.TokenServiceTest;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OperacionTest extends TokenServiceTest {

  @Test
  void countsRequestsAndTokensHandedOut() {
    // Given
    double concedidos = peticiones("concedido");
    double fallidas = peticiones("sin_respuesta");
    double entregados = medida("sat_token_entregados_total{servicio=\"Desafiliacion\"}");

    // When
    Llamada.token(DESAFILIACION);
    Llamada.token(DESAFILIACION);
    reloj.avanzar(Duration.ofDays(1));
    ministerio().contesta(f -> Contestacion.json(500, ""));
    Llamada.token(DESAFILIACION);

    // Then
    assertThat(peticiones("concedido")).isEqualTo(concedidos + 1);
    assertThat(peticiones("sin_respuesta")).isEqualTo(fallidas + 1);
    assertThat(medida("sat_token_entregados_total{servicio=\"Desafiliacion\"}"))
        .isEqualTo(entregados + 2);
  }

  @Test
  void tellsTheAgeOfTheLiveTokenAndNothingWithoutOne() {
    // Given
    String edad = "sat_token_edad_segundos{servicio=\"Desafiliacion\"}";
    double sinToken = medida(edad);

    // When
    Llamada.token(DESAFILIACION);
    reloj.avanzar(Duration.ofSeconds(90));

    // Then
    assertThat(sinToken).isNaN();
    assertThat(medida(edad)).isEqualTo(90);
    assertThat(medida("sat_credencial_rechazada")).isZero();
  }

  @Test
  void everySeriesIsThereBeforeTheFirstRequest() {
    // When
    String metricas = Llamada.get("/q/metrics").respuesta().body();

    // Then
    assertThat(metricas)
        .contains("sat_token_peticiones_total{")
        .contains("servicio=\"EstadoPagoEmpleador\"")
        .contains("resultado=\"credencial_rechazada\"")
        .contains("sat_token_edad_segundos{servicio=\"InicioRelacionLaboral\"}")
        .contains("sat_archivo_ilegible{archivo=\"llavero\"} 0.0")
        .contains("sat_archivo_ilegible{archivo=\"credencial\"} 0.0");
  }

  @Test
  void describesItsApi() {
    // When
    String openapi = Llamada.get("/q/openapi").respuesta().body();

    // Then
    assertThat(openapi)
        .contains("/tokens/{servicio}:")
        .contains("/tokens/{servicio}/rechazos:")
        .contains("application/problem+json")
        .contains("Retry-After")
        .contains("segundosRestantes")
        .contains("title: \"sat-ccf: tokens\"");
    assertThat(referidas(openapi, "#/components/responses/(\\w+)"))
        .hasSizeGreaterThan(3)
        .allSatisfy(
            nombre -> assertThat(openapi).contains("    %s:\n      description".formatted(nombre)));
  }

  private static Set<String> referidas(String openapi, String patron) {
    return Pattern.compile(patron)
        .matcher(openapi)
        .results()
        .map(hallada -> hallada.group(1))
        .collect(Collectors.toSet());
  }

  private static double peticiones(String resultado) {
    return medida(
        "sat_token_peticiones_total{resultado=\"%s\",servicio=\"Desafiliacion\"}"
            .formatted(resultado));
  }

  private static double medida(String serie) {
    String metricas = Llamada.get("/q/metrics").respuesta().body();
    Matcher linea =
        Pattern.compile("^" + Pattern.quote(serie) + " (\\S+)$", Pattern.MULTILINE)
            .matcher(metricas);
    assertThat(linea.find()).as("the series %s", serie).isTrue();
    return Double.parseDouble(linea.group(1));
  }
}
