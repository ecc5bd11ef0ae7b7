package co.satccf.sandbox.infra;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;

import co.satccf.sandbox.erp.Hechos.Hecho;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every family service must do as it is packaged, jar or native: the same test for both. Its
 * subclasses are {@code @QuarkusIntegrationTest}s.
 */
public abstract class TransmisorEmpaquetado {

  private static final Duration SOON = Duration.ofSeconds(60);

  /** A fact that the service takes in. */
  protected abstract Hecho hecho();

  /** Name of the SAT service that it is reported to. */
  protected abstract String servicio();

  /** Whether it is sent, or waits. */
  protected abstract String estado();

  @BeforeEach
  void askWithAToken() {
    ConToken.preparar();
  }

  @Test
  void isAliveAndReady() {
    given().get("/q/health/live").then().statusCode(200).body("status", equalTo("UP"));
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                given()
                    .get("/q/health/ready")
                    .then()
                    .statusCode(200)
                    .body("checks.status", everyItem(equalTo("UP"))));
  }

  @Test
  void takesAFactInFromKafkaAndTellsWhatBecameOfIt() {
    Hecho hecho = hecho();
    KafkaDePrueba.publicar(hecho.topico(), hecho.clave(), hecho.valor());
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                given()
                    .get("/reportes/{servicio}/{radicado}", servicio(), hecho.radicado())
                    .then()
                    .statusCode(200)
                    .body("estado", equalTo(estado())));
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
