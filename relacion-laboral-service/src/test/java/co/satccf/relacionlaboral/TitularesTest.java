package co.satccf.relacionlaboral;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import co.satccf.sandbox.erp.Empleador;
import co.satccf.sandbox.erp.Hechos;
import co.satccf.sandbox.erp.Hechos.Hecho;
import co.satccf.sandbox.erp.Persona;
import co.satccf.sandbox.infra.KafkaDePrueba;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a worker is told of a report that was somebody else's before, or is now. */
@QuarkusTest
class TitularesTest {

  private static final Duration SOON = Duration.ofSeconds(30);
  private static final Hechos HECHOS = Hechos.de(707);
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void neitherOfTwoWorkersGetsTheOthersVersionOfACorrectedReport() throws IOException {
    // Given a start that a correction gives to another worker; it is sent nowhere meanwhile
    Empleador empleador = HECHOS.empleador();
    Persona antes = HECHOS.trabajador();
    Persona despues = HECHOS.trabajador();
    Hecho inicio = HECHOS.inicio(empleador, antes);
    KafkaDePrueba.publicar(inicio.topico(), inicio.clave(), inicio.valor());
    await().atMost(SOON).until(() -> version(inicio) == 1);
    Hecho otro = HECHOS.inicio(empleador, despues);
    ObjectNode correccion = (ObjectNode) JSON.readTree(otro.valor());
    correccion.put("radicado", inicio.radicado()).put("corrige", inicio.radicado());
    KafkaDePrueba.publicar(otro.topico(), otro.clave(), JSON.writeValueAsBytes(correccion));
    await().atMost(SOON).until(() -> version(inicio) == 2);

    // When
    String deAntes = pedir(antes);
    String deDespues = pedir(despues);

    // Then
    assertThat(deAntes).contains(antes.numero()).doesNotContain(despues.numero());
    assertThat(deDespues).contains(despues.numero()).doesNotContain(antes.numero());
    assertThat(reporte(deAntes).path("como").asText()).isEqualTo("ANTES");
    assertThat(reporte(deAntes).findValuesAsText("version")).containsExactly("1");
    assertThat(reporte(deDespues).path("como").asText()).isEqualTo("TRABAJADOR");
    assertThat(reporte(deDespues).findValuesAsText("version")).containsExactly("2");
    assertThat(reporte(deAntes).has("omitido")).isTrue();
    assertThat(reporte(deDespues).has("omitido")).isTrue();
  }

  private static JsonNode reporte(String exportado) throws IOException {
    JsonNode reportes = JSON.readTree(exportado).path("reportes");
    assertThat(reportes).hasSize(1);
    return reportes.path(0);
  }

  private static int version(Hecho hecho) {
    var respuesta =
        given().get("/reportes/{servicio}/{radicado}", "InicioRelacionLaboral", hecho.radicado());
    return respuesta.statusCode() == 200 ? respuesta.jsonPath().getInt("version") : 0;
  }

  private static String pedir(Persona persona) {
    return given()
        .contentType(ContentType.JSON)
        .body(
            """
            {"documento":{"tipo":"%s","numero":"%s"},"motivo":"Petición 21"}"""
                .formatted(persona.tipo(), persona.numero()))
        .post("/titulares/consultas")
        .then()
        .statusCode(200)
        .extract()
        .asString();
  }
}
