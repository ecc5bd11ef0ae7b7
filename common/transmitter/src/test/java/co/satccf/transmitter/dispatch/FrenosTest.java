package co.satccf.transmitter.dispatch;

import static co.satccf.model.ServicioSat.DESAFILIACION;
import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;

import co.satccf.model.respuesta.Veredicto;
import co.satccf.transmitter.config.SatConfig;
import co.satccf.transmitter.store.Database;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The brakes of two replicas over one database. */
@QuarkusTest
class FrenosTest {

  @Inject SatConfig config;
  @Inject Database database;

  private int umbral;

  @BeforeEach
  @AfterEach
  void nothingIsPaused() throws SQLException {
    umbral = config.freno().umbral();
    database.transaction(
        connection ->
            connection
                .createStatement()
                .executeUpdate(
                    "update despacho set pausado = false, pausa_motivo = null, pausa_quien = null, pausa_desde = null"));
  }

  @Test
  void aResumptionFreesTheBrakesOfAllReplicas() {
    // Given two replicas, the second one glosa short of the threshold
    Frenos una = new Frenos(config, database);
    Frenos otra = new Frenos(config, database);
    see(otra, umbral - 1);
    // When the first pulls the brake
    see(una, umbral);
    // Then the service is paused, and the audit says by what
    JsonPath paused = desafiliacion();
    assertThat(paused.getString("pausa.motivo")).isEqualTo("FRENO_DE_GLOSAS GE19");
    assertThat(paused.getString("pausa.quien")).isEqualTo("sistema");
    assertThat(paused.getBoolean("freno.pauso")).isTrue();
    assertThat(una.ventana(DESAFILIACION).porCodigo()).containsEntry("GE19", umbral);
    // When somebody resumes it and the second gets its one glosa
    given()
        .contentType(ContentType.JSON)
        .body("{\"motivo\": \"Catálogo corregido\"}")
        .post("/servicios/Desafiliacion/reanudar")
        .then()
        .statusCode(200);
    see(otra, 1);
    // Then it counts from zero: what was answered before is forgotten, what comes now is not
    assertThat(desafiliacion().<Object>get("pausa")).isNull();
    see(otra, umbral);
    assertThat(desafiliacion().<Object>get("pausa")).isNotNull();
    assertThat(
            given()
                .queryParam("objeto", "servicio/Desafiliacion")
                .queryParam("limite", 500)
                .get("/auditoria")
                .jsonPath()
                .getList("asientos.accion", String.class))
        .endsWith("FRENO", "REANUDACION", "FRENO");
  }

  @Test
  void aReplicaThatStartsAfterAResumptionCountsItsFirstAnswers() {
    // Given a service that was resumed once
    see(new Frenos(config, database), umbral);
    given()
        .contentType(ContentType.JSON)
        .body("{\"motivo\": \"Catálogo corregido\"}")
        .post("/servicios/Desafiliacion/reanudar")
        .then()
        .statusCode(200);
    // When a new replica sees a full window of glosas
    see(new Frenos(config, database), umbral);
    // Then
    assertThat(desafiliacion().<Object>get("pausa")).isNotNull();
  }

  private static void see(Frenos frenos, int glosas) {
    for (int i = 0; i < glosas; i++) {
      frenos.seen(DESAFILIACION, new Veredicto.Glosado("GE19", "Falta"));
    }
  }

  private static JsonPath desafiliacion() {
    return when()
        .get("/servicios")
        .then()
        .extract()
        .jsonPath()
        .setRootPath("servicios.find { it.servicio == 'Desafiliacion' }");
  }
}
