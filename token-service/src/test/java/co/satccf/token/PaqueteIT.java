package co.satccf.token;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;

import co.satccf.sandbox.identidad.IdentidadDePrueba;
import co.satccf.sandbox.infra.ConToken;
import co.satccf.token.prueba.MinisterioResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.restassured.http.ContentType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The packaged service, jar or native. */
@QuarkusIntegrationTest
@WithTestResource(MinisterioResource.class)
class PaqueteIT {

  @BeforeEach
  void askWithAToken() {
    ConToken.preparar();
  }

  @Test
  void isAliveAndReady() {
    given().get("/q/health/live").then().statusCode(200).body("status", equalTo("UP"));
    given()
        .get("/q/health/ready")
        .then()
        .statusCode(200)
        .body("checks.status", everyItem(equalTo("UP")));
  }

  @Test
  void handsOutATokenOnceTheTermsAreAccepted() {
    given()
        .contentType(ContentType.JSON)
        .body("{\"version\":1}")
        .post("/terminos/aceptacion")
        .then()
        .statusCode(200);
    given()
        .auth()
        .oauth2(IdentidadDePrueba.servicio("afiliacion-service"))
        .get("/tokens/Desafiliacion")
        .then()
        .statusCode(200)
        .header("Cache-Control", equalTo("no-store"))
        .body("servicio", equalTo("Desafiliacion"));
  }

  @Test
  void letsNobodyInWithoutAToken() {
    given()
        .auth()
        .none()
        .get("/tokens/Desafiliacion")
        .then()
        .statusCode(401)
        .contentType("application/problem+json");
  }
}
