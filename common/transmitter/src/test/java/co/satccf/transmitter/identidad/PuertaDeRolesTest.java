package co.satccf.transmitter.identidad;

import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PuertaDeRolesTest {

  @Test
  void letsNobodyThroughADoorThatNamesNoRole() {
    when()
        .get("/prueba/sin-rol")
        .then()
        .statusCode(500)
        .contentType("application/problem+json")
        .body(not(containsString("dentro")));
  }

  @Test
  void readingNeedsNoNameToday() {
    when().get("/servicios").then().statusCode(200);
  }
}
