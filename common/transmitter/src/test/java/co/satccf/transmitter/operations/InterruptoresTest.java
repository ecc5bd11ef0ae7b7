package co.satccf.transmitter.operations;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import co.satccf.transmitter.dispatch.Dispatch;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class InterruptoresTest {

  private static final String DESAFILIACIONES =
      "servicios.find { it.servicio == 'Desafiliacion' }.";

  @Inject Tablas tablas;
  @Inject Dispatch dispatch;

  @BeforeEach
  void hold() throws SQLException {
    tablas.hold();
    tablas.emptyAudit();
  }

  @AfterEach
  void letGo() throws SQLException {
    tablas.execute(
        "update despacho set cupo_piso = null, cupo_techo = null, cupo_motivo = null, cupo_quien = null, cupo_desde = null");
    tablas.letGo();
  }

  @Test
  void pausesAServiceAndSaysWhoAndWhy() throws SQLException {
    // Given
    tablas.execute("update despacho set pausado = false");
    // When
    pedir("{\"motivo\": \"Mantenimiento del SAT\"}")
        .post("/servicios/Desafiliacion/pausar")
        .then()
        .statusCode(200)
        .body("pausa.motivo", equalTo("Mantenimiento del SAT"))
        .body("pausa.quien", equalTo("Ana Ruiz"))
        .body("pausa.desde", notNullValue())
        .body("freno.pauso", equalTo(false));
    // Then
    when()
        .get("/servicios")
        .then()
        .body("servicios.findAll { it.pausa != null }.servicio", contains("Desafiliacion"));
    asientos("Desafiliacion")
        .body("asientos.accion", contains("PAUSA"))
        .body("asientos[0].quien", equalTo("Ana Ruiz"))
        .body("asientos[0].motivo", equalTo("Mantenimiento del SAT"))
        .body("asientos[0].detalle.antes.pausado", equalTo(false))
        .body("asientos[0].detalle.despues.pausado", equalTo(true));
  }

  @Test
  void doesNotPauseTwice() throws SQLException {
    pedir("{\"motivo\": \"Otra vez\"}")
        .post("/servicios/Desafiliacion/pausar")
        .then()
        .statusCode(409)
        .contentType("application/problem+json")
        .body("detail", containsString("ya está en pausa"));
    asientos("Desafiliacion").body("asientos", empty());
  }

  @Test
  void resumesAndKeepsInTheAuditWhatThePauseWas() {
    // When
    pedir("{\"motivo\": \"Catálogo corregido\"}")
        .post("/servicios/Desafiliacion/reanudar")
        .then()
        .statusCode(200)
        .body("pausa", nullValue());
    // Then
    asientos("Desafiliacion")
        .body("asientos.accion", contains("REANUDACION"))
        .body("asientos[0].detalle.antes.motivo", equalTo("prueba"))
        .body("asientos[0].detalle.antes.quien", equalTo("sistema"))
        .body("asientos[0].detalle.despues.pausado", equalTo(false));
  }

  @Test
  void pausesAndResumesTheWholeFamilyAndAuditsOnlyWhatChanged() throws SQLException {
    // Given all but one running
    tablas.execute("update despacho set pausado = false where servicio <> 'Desafiliacion'");
    // When, Then
    pedir("{\"motivo\": \"Cierre de mes\"}")
        .post("/servicios/pausar")
        .then()
        .statusCode(200)
        .body("servicios.pausa", everyItem(notNullValue()))
        .body(DESAFILIACIONES + "pausa.motivo", equalTo("prueba"));
    asientos("Desafiliacion").body("asientos", empty());
    asientos("InicioRelacionLaboral").body("asientos.accion", contains("PAUSA"));
    pedir("{\"motivo\": \"Mes cerrado\"}")
        .post("/servicios/reanudar")
        .then()
        .statusCode(200)
        .body("servicios.pausa", everyItem(nullValue()));
    asientos("Desafiliacion").body("asientos.accion", contains("REANUDACION"));
  }

  @Test
  void keepsTheCupoBetweenFloorAndCeilingAlsoAfterARestart() throws SQLException {
    // Given a configured cupo of 8, when a ceiling is set
    pedir("{\"techo\": 3, \"motivo\": \"El SAT va lento\"}")
        .put("/servicios/Desafiliacion/cupo")
        .then()
        .statusCode(200)
        .body("cupo", equalTo(3))
        .body("cupoConfigurado.piso", equalTo(8))
        .body("cupoConfigurado.techo", equalTo(8))
        .body("cupoFijado.techo", equalTo(3))
        .body("cupoFijado.piso", nullValue())
        .body("cupoFijado.quien", equalTo("Ana Ruiz"));
    // Then what a starting replica writes leaves it
    dispatch.register();
    when().get("/servicios").then().body(DESAFILIACIONES + "cupo", equalTo(3));
    // And a floor lifts it, and giving it back leaves configuration's
    pedir("{\"piso\": 20, \"techo\": 30, \"motivo\": \"Rezago\"}")
        .put("/servicios/Desafiliacion/cupo")
        .then()
        .body("cupo", equalTo(20));
    pedir("{\"motivo\": \"Ya no hace falta\"}")
        .delete("/servicios/Desafiliacion/cupo")
        .then()
        .statusCode(200)
        .body("cupo", equalTo(8))
        .body("cupoFijado", nullValue());
    asientos("Desafiliacion")
        .body("asientos.accion", contains("CUPO_FIJADO", "CUPO_FIJADO", "CUPO_DEVUELTO"))
        .body("asientos[0].detalle.antes.efectivo", equalTo(8))
        .body("asientos[0].detalle.despues.efectivo", equalTo(3))
        .body("asientos[2].detalle.despues.techo", nullValue());
  }

  @Test
  void givesBackOnlyWhatWasSet() {
    pedir("{\"motivo\": \"Por si acaso\"}")
        .delete("/servicios/Desafiliacion/cupo")
        .then()
        .statusCode(409)
        .body("detail", containsString("configuración"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"motivo\": \"x\"} | piso",
        "{\"piso\": 0, \"motivo\": \"x\"} | 1 a 1000",
        "{\"techo\": 1001, \"motivo\": \"x\"} | 1 a 1000",
        "{\"piso\": 9, \"techo\": 8, \"motivo\": \"x\"} | mayor",
        "{\"piso\": 9} | motivo",
        "null | piso"
      })
  void refusesLimitsThatMakeNoSense(String body, String detail) {
    pedir(body)
        .put("/servicios/Desafiliacion/cupo")
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("detail", containsString(detail));
    when().get("/servicios").then().body(DESAFILIACIONES + "cupoFijado", nullValue());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/servicios/pausar",
        "/servicios/reanudar",
        "/servicios/Desafiliacion/pausar",
        "/servicios/Desafiliacion/reanudar"
      })
  void demandsToKnowWhy(String path) {
    pedir("{}").post(path).then().statusCode(400).body("detail", containsString("motivo"));
  }

  @Test
  void tellsWhetherTheBrakePausedAndThatAGateIsOnTrial() throws SQLException {
    // Given
    tablas.execute(
        """
        update despacho set pausa_motivo = 'FRENO_DE_GLOSAS GE19', puerta = 'HTTP-403',
          puerta_desde = now() - interval '2 minutes', puerta_hasta = now() - interval '1 minute'
        where servicio = 'Desafiliacion'
        """);
    // When, Then
    when()
        .get("/servicios")
        .then()
        .body(DESAFILIACIONES + "freno.pauso", equalTo(true))
        .body(DESAFILIACIONES + "freno.ventana", equalTo(200))
        .body(DESAFILIACIONES + "freno.umbral", equalTo(150))
        .body(DESAFILIACIONES + "pausa.quien", equalTo("sistema"))
        .body(DESAFILIACIONES + "puerta.enPrueba", equalTo(true));
  }

  @Test
  void aPersonsPauseIsNotTheBrakesWhateverItsReasonSays() throws SQLException {
    // Given
    tablas.execute("update despacho set pausado = false where servicio = 'Desafiliacion'");
    // When, Then
    pedir("{\"motivo\": \"FRENO_DE_GLOSAS GE19\"}")
        .post("/servicios/Desafiliacion/pausar")
        .then()
        .statusCode(200)
        .body("pausa.quien", equalTo("Ana Ruiz"))
        .body("freno.pauso", equalTo(false));
  }

  private static RequestSpecification pedir(String body) {
    return given().contentType(ContentType.JSON).body(body);
  }

  private static ValidatableResponse asientos(String servicio) {
    return given()
        .queryParam("objeto", "servicio/" + servicio)
        .get("/auditoria")
        .then()
        .statusCode(200)
        .body("asientos.objeto", everyItem(allOf(containsString(servicio))));
  }
}
