package co.satccf.reporting.conteos;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import co.satccf.sandbox.identidad.IdentidadDePrueba;
import co.satccf.sandbox.identidad.PruebaDePuerta;
import co.satccf.sandbox.identidad.UsuarioDeArena;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.filter.Filter;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class PuertaTest {

  @TestHTTPResource("/conteos")
  URI puerta;

  @Test
  void opensToNoTokenThatIsTwisted() throws Exception {
    assertThat(
            PruebaDePuerta.fallas(
                puerta,
                "Bearer " + IdentidadDePrueba.administrador(),
                IdentidadDePrueba.torcidosDePersona("reporting-service")))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/conteos", "/conteos/posiciones", "/q/health", "/q/metrics", "/otra"})
  void isLockedWhateverIsAskedFor(String ruta) {
    given()
        .auth()
        .none()
        .noFiltersOfType(Filter.class)
        .get(ruta)
        .then()
        .statusCode(401)
        .contentType("application/problem+json")
        .body("codigo", equalTo("SIN_TOKEN"));
  }

  @ParameterizedTest
  @EnumSource
  void everyRoleMayCount(UsuarioDeArena rol) {
    given()
        .auth()
        .oauth2(IdentidadDePrueba.persona("ana", rol))
        .get("/conteos/posiciones")
        .then()
        .statusCode(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/conteos",
        "/conteos/posiciones",
        "/conteos/glosas",
        "/conteos/vencidos",
        "/informes"
      })
  void aServiceThatIsNotOnTheListMayNot(String ruta) {
    given()
        .auth()
        .oauth2(IdentidadDePrueba.servicio("token-service"))
        .get(ruta)
        .then()
        .statusCode(403)
        .contentType("application/problem+json")
        .body("codigo", equalTo("SIN_PERMISO"));
  }
}
