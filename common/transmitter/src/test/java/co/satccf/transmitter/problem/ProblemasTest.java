package co.satccf.transmitter.problem;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.emptyOrNullString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ProblemasTest {

  private static final String REANUDAR = "/servicios/Desafiliacion/reanudar";

  @ParameterizedTest
  @ValueSource(strings = {"/nada", "/reportes/solo-uno", "/servicios/Desafiliacion", "/prueba"})
  void tellsThatAPathDoesNotExist(String path) {
    assertProblem(when().get(path).then(), 404, "NO_ENCONTRADO", "No encontrado");
  }

  @Test
  void tellsThatAMethodIsNotAllowed() {
    assertProblem(
        when().delete("/conteos").then(), 405, "METODO_NO_PERMITIDO", "Método no permitido");
  }

  @Test
  void tellsThatAMediaTypeIsNotSupported() {
    assertProblem(
        given().contentType(ContentType.TEXT).body("hola").post(REANUDAR).then(),
        415,
        "FORMATO_NO_ADMITIDO",
        "Formato no admitido");
  }

  @Test
  void tellsThatOnlyJsonIsAnswered() {
    assertProblem(
        given().accept("image/png").get("/conteos").then(),
        406,
        "RESPUESTA_NO_DISPONIBLE",
        "Formato de respuesta no disponible");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "{\"motivo\": }", "[1, 2]", "\"texto\"", "{\"motivo\": {\"a\": 1}}"})
  void tellsThatTheBodyIsNotTheJsonExpected(String body) {
    assertProblem(
        given().contentType(ContentType.JSON).body(body).post(REANUDAR).then(),
        400,
        "SOLICITUD_INCORRECTA",
        "Solicitud incorrecta");
  }

  @Test
  void tellsNothingOfTheInsideOfAnUnexpectedFailure() {
    // When
    ValidatableResponse response = when().get("/prueba/fallas/inesperada").then();
    // Then
    assertProblem(response, 500, "ERROR_INTERNO", "Error interno");
    assertThat(response.extract().asString())
        .doesNotContain(FallasDePruebaResource.SECRETO)
        .doesNotContain("Exception");
  }

  @Test
  void tellsThatTheDatabaseIsAwayAndWhenToComeBack() {
    // When
    ValidatableResponse response = when().get("/prueba/fallas/base-de-datos").then();
    // Then
    assertProblem(response, 503, "BASE_DE_DATOS_NO_DISPONIBLE", "Servicio no disponible");
    response.header("Retry-After", equalTo("5"));
  }

  @Test
  void tellsThatAQueryTookTooLong() {
    assertProblem(
        when().get("/prueba/fallas/lenta").then(), 503, "CONSULTA_LENTA", "Servicio no disponible");
  }

  @Test
  void doesNotBlameTheDatabaseForAWrongStatement() {
    assertProblem(
        when().get("/prueba/fallas/sentencia").then(), 500, "ERROR_INTERNO", "Error interno");
  }

  private static void assertProblem(
      ValidatableResponse response, int status, String codigo, String title) {
    response
        .statusCode(status)
        .contentType("application/problem+json")
        .body("status", equalTo(status))
        .body("codigo", equalTo(codigo))
        .body("title", equalTo(title))
        .body("detail", not(emptyOrNullString()));
  }
}
