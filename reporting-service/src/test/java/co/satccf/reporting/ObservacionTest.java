package co.satccf.reporting;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ObservacionTest {

  @Test
  void isReadyWhileItReads() {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                given()
                    .get("/q/health/ready")
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("UP"))
                    .body("checks.name", hasItem("lector de sat.resultados")));
    given()
        .get("/q/health/live")
        .then()
        .statusCode(200)
        .body("checks.name", hasItem("hilo del lector"));
  }

  @Test
  void publishesItsCountersAndItsLag() {
    given()
        .get("/q/metrics")
        .then()
        .statusCode(200)
        .body(containsString("sat_reporting_aplicados_total"))
        .body(containsString("sat_reporting_repetidos_total"))
        .body(containsString("sat_reporting_cuarentena_total"))
        .body(containsString("sat_reporting_ilegibles_total"))
        .body(containsString("sat_informes{estado=\"DESCUADRADO\""))
        .body(containsString("sat_informes_ultimo_seconds{tipo=\"CONTEO_SEMANAL\""))
        .body(containsString("sat_reporting_lag"))
        .body(containsString("sat_reporting_saltos"))
        .body(containsString("sat_lector_saltos_total{topico=\"sat.resultados\"}"));
  }

  @Test
  void describesItsInterface() {
    given()
        .accept("application/json")
        .get("/q/openapi")
        .then()
        .statusCode(200)
        .body("paths.'/conteos'.get.summary", equalTo("Cuenta los reportes"))
        .body("paths.'/conteos/posiciones'.get.responses", hasKey("200"));
  }
}
