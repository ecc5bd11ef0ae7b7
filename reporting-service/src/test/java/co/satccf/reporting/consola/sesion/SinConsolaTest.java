package co.satccf.reporting.consola.sesion;

import static io.restassured.RestAssured.given;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.filter.Filter;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Off, the console is not there, and nobody asks for a provider. */
@QuarkusTest
@TestProfile(SinConsolaTest.Apagada.class)
class SinConsolaTest {

  /** With a provider that nobody could reach. */
  public static final class Apagada implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "sat.consola.activa", "false", "quarkus.oidc.auth-server-url", "http://127.0.0.1:1");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/consola", "/consola/reportes", "/estatico/consola.css"})
  void hasNoPage(String ruta) {
    given()
        .auth()
        .none()
        .noFiltersOfType(Filter.class)
        .redirects()
        .follow(false)
        .get(ruta)
        .then()
        .statusCode(404);
  }

  @Test
  void theApiIsAsItWas() {
    given().auth().none().noFiltersOfType(Filter.class).get("/").then().statusCode(401);
    given().get("/conteos/posiciones").then().statusCode(200);
  }
}
