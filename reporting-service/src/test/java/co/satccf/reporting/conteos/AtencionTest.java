package co.satccf.reporting.conteos;

import static co.satccf.reporting.Resultado.INICIO;
import static co.satccf.reporting.Resultado.PRIMERA_VEZ;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import co.satccf.model.calendario.DiasHabiles;
import co.satccf.model.calendario.Vencimientos;
import co.satccf.reporting.Resultado;
import co.satccf.reporting.Resultados;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class AtencionTest {

  @Inject Resultados resultados;

  @BeforeEach
  void empty() {
    resultados.leidos();
    resultados.vaciar();
  }

  @Test
  void tellsTheCommonestGlosasAndHowManyAreStillOpen() {
    // Given: GE25 three times over two reports, one of them mended; GE02 once
    resultados.publicar(
        glosado("A", 2, "GE25", "2021-08-03T15:00:00Z"),
        Resultado.de(INICIO, "A", 3, "PENDIENTE"),
        glosado("A", 4, "GE25", "2021-08-04T15:00:00Z"),
        Resultado.de(INICIO, "A", 5, "ACEPTADO"),
        glosado("B", 2, "GE25", "2021-08-04T15:00:00Z"),
        glosado("C", 2, "GE02", "2021-08-04T16:00:00Z"));
    resultados.leidos();
    // Then
    assertThat(glosas("")).containsExactly(glosa("GE25", 3, 1), glosa("GE02", 1, 1));
    assertThat(glosas("?limite=1")).containsExactly(glosa("GE25", 3, 1));
    assertThat(glosas("?hasta=2021-08-03")).containsExactly(glosa("GE25", 1, 0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "501", "muchas", "-1"})
  void refusesALimitOutOfRange(String limite) {
    given()
        .get("/conteos/glosas?limite=" + limite)
        .then()
        .statusCode(400)
        .body("detail", containsString("limite no puede ser \"" + limite + "\""));
  }

  @Test
  void tellsWhatIsOverdueByTheBusinessDaysOfTheService() {
    // Given: the last event in time, and the first one late; a finished one is late no more
    var limite =
        new Vencimientos(new DiasHabiles())
            .primeroNoVencido(Instant.now(), Vencimientos.POR_CONFIRMAR);
    resultados.publicar(
        Resultado.de(PRIMERA_VEZ, "A", 1, "PENDIENTE").hecho(limite.toString()),
        Resultado.de(PRIMERA_VEZ, "B", 1, "PENDIENTE").hecho(limite.minusSeconds(1).toString()),
        Resultado.de(PRIMERA_VEZ, "C", 2, "GLOSADO").hecho("2021-08-01T10:00:00Z"),
        Resultado.de(PRIMERA_VEZ, "D", 2, "ACEPTADO").hecho("2021-08-01T10:00:00Z"));
    resultados.leidos();
    // Then
    given()
        .get("/conteos/vencidos")
        .then()
        .statusCode(200)
        .body("servicios.size()", equalTo(7))
        .body("servicios[0].servicio", equalTo("AfiliacionPrimeraVez"))
        .body("servicios[0].diasHabiles", equalTo(1))
        .body("servicios[0].porConfirmar", equalTo(true))
        .body("servicios[0].sinTerminar", equalTo(3))
        .body("servicios[0].vencidos", equalTo(2))
        .body("servicios[1].sinTerminar", equalTo(0));
  }

  @Test
  void tellsHowLongItTakesFromEventToAcceptance() {
    // Given: 1 to 100 minutes
    for (var minuto = 1; minuto <= 100; minuto++) {
      resultados.publicar(
          Resultado.de(INICIO, "R" + minuto, 2, "ACEPTADO")
              .hecho("2021-08-03T10:00:00Z")
              .instantes(
                  "2021-08-03T10:00:00Z",
                  Instant.parse("2021-08-03T10:00:00Z").plusSeconds(60L * minuto).toString()));
    }
    resultados.publicar(Resultado.de(INICIO, "G", 2, "GLOSADO").hecho("2020-01-01T00:00:00Z"));
    resultados.leidos();
    // Then
    given()
        .get("/conteos/demoras?desde=2021-08-03&hasta=2021-08-03")
        .then()
        .statusCode(200)
        .body("servicios.size()", equalTo(1))
        .body("servicios[0].aceptados", equalTo(100))
        .body("servicios[0].medianaSegundos", equalTo(50 * 60))
        .body("servicios[0].p95Segundos", equalTo(95 * 60));
    given().get("/conteos/demoras?desde=2021-08-04").then().body("servicios.size()", equalTo(0));
  }

  private static Resultado glosado(String radicado, int revision, String codigo, String instante) {
    return Resultado.de(INICIO, radicado, revision, "GLOSADO")
        .glosa(codigo, "sexo")
        .instantes("2021-08-02T15:00:00Z", instante);
  }

  private static Map<String, Object> glosa(String codigo, int veces, int abiertas) {
    return Map.of(
        "codigo",
        codigo,
        "campo",
        "sexo",
        "servicio",
        INICIO,
        "veces",
        veces,
        "abiertas",
        abiertas);
  }

  private static List<Map<String, Object>> glosas(String query) {
    return given().get("/conteos/glosas" + query).then().statusCode(200).extract().path("glosas");
  }
}
