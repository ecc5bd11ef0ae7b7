package co.satccf.transmitter.operations;

import static co.satccf.model.ServicioSat.DESAFILIACION;
import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import co.satccf.model.estado.EstadoReporte;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ServiciosTest {

  private static final String DESAFILIACIONES =
      "servicios.find { it.servicio == 'Desafiliacion' }.";

  @Inject Tablas tablas;

  @BeforeEach
  void hold() throws SQLException {
    tablas.hold();
  }

  @AfterEach
  void letGo() throws SQLException {
    tablas.letGo();
  }

  @Test
  void tellsWhatHoldsAService() throws SQLException {
    // Given
    tablas.reporte(DESAFILIACION, "R-1", EstadoReporte.EN_VUELO);
    tablas.execute(
        """
        update despacho set puerta = 'HTTP-403', puerta_motivo = 'Prohibido', puerta_desde = now(),
          puerta_hasta = now() + interval '1 hour', pausa_motivo = 'GE02'
        where servicio = 'Desafiliacion'
        """);
    // When, Then
    when()
        .get("/servicios")
        .then()
        .statusCode(200)
        .body("instante", notNullValue())
        .body(
            "servicios.servicio",
            contains(
                "AfiliacionPrimeraVez",
                "AfiliacionNoPrimeraVez",
                "Desafiliacion",
                "InicioRelacionLaboral",
                "TerminacionRelacionLaboral",
                "EstadoPagoEmpleador"))
        .body(DESAFILIACIONES + "puerta.codigo", equalTo("HTTP-403"))
        .body(DESAFILIACIONES + "puerta.motivo", equalTo("Prohibido"))
        .body(DESAFILIACIONES + "puerta.desde", notNullValue())
        .body(DESAFILIACIONES + "puerta.hasta", notNullValue())
        .body(DESAFILIACIONES + "pausa.motivo", equalTo("GE02"))
        .body(DESAFILIACIONES + "pausa.desde", notNullValue())
        .body(DESAFILIACIONES + "cupo", equalTo(8))
        .body(DESAFILIACIONES + "enVuelo", equalTo(1))
        .body(DESAFILIACIONES + "cronograma.configurado", equalTo(true))
        .body(DESAFILIACIONES + "cronograma.abierto", equalTo(true))
        .body(DESAFILIACIONES + "cronograma.desde", equalTo("2021-07-29T13:00:05Z"))
        .body(DESAFILIACIONES + "cronograma.hasta", nullValue())
        .body(DESAFILIACIONES + "cronograma.clasesAbiertas", contains(1, 2, 3, 4));
  }

  @Test
  void tellsThatNothingHoldsAService() throws SQLException {
    // Given
    tablas.execute("update despacho set pausado = false where servicio = 'Desafiliacion'");
    // When, Then
    when()
        .get("/servicios")
        .then()
        .body(DESAFILIACIONES + "puerta", nullValue())
        .body(DESAFILIACIONES + "pausa", nullValue())
        .body(DESAFILIACIONES + "enVuelo", equalTo(0));
  }

  @Test
  void liftsThePauseOnce() {
    // When
    given()
        .contentType(ContentType.JSON)
        .body("{\"motivo\": \"Catálogo corregido\"}")
        .post("/servicios/Desafiliacion/reanudar")
        .then()
        .statusCode(200)
        .body("servicio", equalTo("Desafiliacion"))
        .body("pausa", nullValue());
    // Then
    when()
        .get("/servicios")
        .then()
        .body(DESAFILIACIONES + "pausa", nullValue())
        .body("servicios.find { it.servicio == 'InicioRelacionLaboral' }.pausa", notNullValue());
    given()
        .contentType(ContentType.JSON)
        .body("{\"motivo\": \"Otra vez\"}")
        .post("/servicios/Desafiliacion/reanudar")
        .then()
        .statusCode(409)
        .contentType("application/problem+json")
        .body("detail", containsString("no está en pausa"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"motivo\": null}", "{\"motivo\": \"  \"}", "null", ""})
  void demandsAReasonToLiftThePause(String body) {
    // When
    given()
        .contentType(ContentType.JSON)
        .body(body)
        .post("/servicios/Desafiliacion/reanudar")
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("detail", containsString("motivo"));
    // Then
    when().get("/servicios").then().body(DESAFILIACIONES + "pausa", notNullValue());
  }

  @Test
  void refusesAReasonThatIsALetter() {
    given()
        .contentType(ContentType.JSON)
        .body("{\"motivo\": \"" + "x".repeat(501) + "\"}")
        .post("/servicios/Desafiliacion/reanudar")
        .then()
        .statusCode(400)
        .body("detail", containsString("500"));
  }

  @Test
  void doesNotLiftThePauseOfAServiceOfAnotherFamily() {
    given()
        .contentType(ContentType.JSON)
        .body("{\"motivo\": \"Catálogo corregido\"}")
        .post("/servicios/PerdidaAfiliacionCausaGrave/reanudar")
        .then()
        .statusCode(404)
        .body("detail", containsString("'PerdidaAfiliacionCausaGrave'"));
  }
}
