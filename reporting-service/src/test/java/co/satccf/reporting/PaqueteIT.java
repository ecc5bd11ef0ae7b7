package co.satccf.reporting;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;

import co.satccf.sandbox.infra.ConToken;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The packaged service, jar or native. */
@QuarkusIntegrationTest
class PaqueteIT {

  @BeforeEach
  void askWithAToken() {
    ConToken.preparar();
  }

  @Test
  void isAliveAndReady() {
    given().get("/q/health/live").then().statusCode(200).body("status", equalTo("UP"));
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () ->
                given()
                    .get("/q/health/ready")
                    .then()
                    .statusCode(200)
                    .body("checks.status", everyItem(equalTo("UP"))));
  }

  @Test
  void counts() {
    given().get("/conteos").then().statusCode(200).body("grupos.reportes", equalTo(List.of(0)));
  }

  @Test
  void letsNobodyInWithoutAToken() {
    given()
        .auth()
        .none()
        .get("/conteos")
        .then()
        .statusCode(401)
        .contentType("application/problem+json");
  }
}
