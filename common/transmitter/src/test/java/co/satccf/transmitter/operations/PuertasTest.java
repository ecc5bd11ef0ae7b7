package co.satccf.transmitter.operations;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import co.satccf.sandbox.identidad.IdentidadDePrueba;
import co.satccf.sandbox.identidad.PruebaDePuerta;
import co.satccf.sandbox.identidad.UsuarioDeArena;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.filter.Filter;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every door of the operations API is locked, and opens to whom it should. */
@QuarkusTest
class PuertasTest {

  private static final Set<String> METODOS = Set.of("get", "post", "put", "delete");

  @TestHTTPResource("/servicios")
  URI puerta;

  @Inject ObjectMapper json;
  @Inject Tablas tablas;

  @BeforeEach
  void hold() throws SQLException {
    tablas.hold();
    tablas.emptyAudit();
  }

  @AfterEach
  void letGo() throws SQLException {
    tablas.letGo();
  }

  /** One operation of the OpenAPI document. */
  private record Puerta(String metodo, String ruta) {

    /** As the table of the README has it. */
    UsuarioDeArena rol() {
      boolean lee = metodo.equals("get") || Set.of("/consultas", "/validaciones").contains(ruta);
      if (lee) {
        return UsuarioDeArena.CONSULTA;
      }
      return ruta.startsWith("/servicios") || ruta.startsWith("/titulares")
          ? UsuarioDeArena.ADMINISTRADOR
          : UsuarioDeArena.OPERADOR;
    }

    String conValores() {
      return ruta.replace("{servicio}", "Desafiliacion").replaceAll("\\{[^}]+}", "1");
    }
  }

  @Test
  void opensToNoTokenThatIsTwisted() throws Exception {
    // When
    Map<String, String> fallas =
        PruebaDePuerta.fallas(
            puerta,
            "Bearer " + IdentidadDePrueba.administrador(),
            IdentidadDePrueba.torcidosDePersona("transmitter-prueba"));

    // Then
    assertThat(fallas).isEmpty();
  }

  @Test
  void everyDoorIsLockedAndSoIsWhatIsNotThere() throws Exception {
    List<Puerta> todas = puertas();
    assertThat(todas).hasSizeGreaterThan(30);
    for (Puerta una :
        Stream.concat(
                todas.stream(),
                Stream.of("/", "/otra", "/q/health", "/q/metrics", "/q/openapi", "/prueba/sin-rol")
                    .map(ruta -> new Puerta("get", ruta)))
            .toList()) {
      // When nobody asks
      ValidatableResponse respuesta =
          given()
              .auth()
              .none()
              .noFiltersOfType(Filter.class)
              .contentType(ContentType.JSON)
              .body("{}")
              .request(una.metodo().toUpperCase(Locale.ROOT), una.conValores())
              .then();
      // Then
      assertThat(respuesta.extract().statusCode()).as(una.toString()).isEqualTo(401);
      respuesta
          .contentType("application/problem+json")
          .header("WWW-Authenticate", equalTo("Bearer"))
          .body("codigo", equalTo("SIN_TOKEN"));
    }
  }

  @Test
  void eachRoleOpensItsDoorsAndNoOthers() throws Exception {
    for (Puerta una : puertas()) {
      for (UsuarioDeArena rol : UsuarioDeArena.values()) {
        // When somebody of this role asks without saying why
        int estado =
            given()
                .auth()
                .oauth2(IdentidadDePrueba.persona("ana", rol))
                .contentType(ContentType.JSON)
                .body("{}")
                .request(una.metodo().toUpperCase(Locale.ROOT), una.conValores())
                .statusCode();
        // Then
        if (rol.compareTo(una.rol()) < 0) {
          assertThat(estado).as(una + " as " + rol).isEqualTo(403);
        } else {
          assertThat(estado).as(una + " as " + rol).isNotIn(401, 403, 500);
        }
      }
    }
  }

  @Test
  void tellsWhoMayNotThatTheyMayNot() {
    given()
        .auth()
        .oauth2(IdentidadDePrueba.persona("ana", UsuarioDeArena.OPERADOR))
        .contentType(ContentType.JSON)
        .body("{\"motivo\": \"x\"}")
        .post("/servicios/Desafiliacion/pausar")
        .then()
        .statusCode(403)
        .contentType("application/problem+json")
        .header("WWW-Authenticate", startsWith("Bearer error=\"insufficient_scope\""))
        .body("codigo", equalTo("SIN_PERMISO"))
        .body("title", equalTo("Sin permiso"));
  }

  @Test
  void theErpMayAskAndChangesNothing() {
    given().auth().oauth2(IdentidadDePrueba.erp()).get("/conteos").then().statusCode(200);
    given()
        .auth()
        .oauth2(IdentidadDePrueba.erp())
        .contentType(ContentType.JSON)
        .body("{\"motivo\": \"x\"}")
        .post("/servicios/pausar")
        .then()
        .statusCode(403);
    given()
        .auth()
        .oauth2(IdentidadDePrueba.servicio("token-service"))
        .get("/conteos")
        .then()
        .statusCode(403);
  }

  @Test
  void countsWhomItTurnsAwayByCause() {
    // Given
    String serie = "sat_identidad_negadas_total{causa=\"sin_token\"} ";
    double antes = contador(serie);
    // When
    given().auth().none().get("/servicios").then().statusCode(401);
    // Then: every series is there from the start, and none is made by what a caller sends
    assertThat(contador(serie)).isEqualTo(antes + 1);
    assertThat(
            when()
                .get("/q/metrics")
                .asString()
                .lines()
                .filter(linea -> linea.startsWith("sat_identidad_negadas_total{")))
        .hasSize(11);
  }

  @Test
  void healthMetricsAndTheDocumentOfTheApiAskForNoToken() {
    for (String ruta : List.of("/q/health/live", "/q/metrics", "/q/openapi")) {
      given().auth().none().get(ruta).then().statusCode(200);
    }
  }

  @Test
  void nobodySignsWithAnotherName() {
    // When a header says another name than the token
    given()
        .header("X-Sat-Operador", "Otra")
        .contentType(ContentType.JSON)
        .body("{\"motivo\": \"x\"}")
        .post("/servicios/Desafiliacion/reanudar")
        .then()
        .statusCode(200);
    // Then
    given().get("/auditoria").then().body("asientos.quien", contains(IdentidadDePrueba.QUIEN));
  }

  @Test
  void letsNobodyThroughADoorThatNamesNoRole() {
    when()
        .get("/prueba/sin-rol")
        .then()
        .statusCode(500)
        .contentType("application/problem+json")
        .body("codigo", equalTo("ERROR_INTERNO"));
  }

  private List<Puerta> puertas() throws Exception {
    JsonNode api = json.readTree(given().queryParam("format", "json").get("/q/openapi").asString());
    return api.path("paths").properties().stream()
        .filter(ruta -> !ruta.getKey().startsWith("/prueba/"))
        .flatMap(
            ruta ->
                ruta.getValue().properties().stream()
                    .map(Map.Entry::getKey)
                    .filter(METODOS::contains)
                    .map(metodo -> new Puerta(metodo, ruta.getKey())))
        .toList();
  }

  private static double contador(String serie) {
    return when()
        .get("/q/metrics")
        .asString()
        .lines()
        .filter(linea -> linea.startsWith(serie))
        .mapToDouble(linea -> Double.parseDouble(linea.substring(serie.length())))
        .sum();
  }
}
