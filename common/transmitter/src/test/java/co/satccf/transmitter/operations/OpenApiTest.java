package co.satccf.transmitter.operations;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OpenApiTest {

  @Inject ObjectMapper json;

  @Test
  void describesEveryPathAndItsProblems() throws Exception {
    // When
    JsonNode api =
        json.readTree(
            given()
                .queryParam("format", "json")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .extract()
                .asString());
    // Then
    JsonNode paths = api.path("paths");
    assertThat(paths.fieldNames())
        .toIterable()
        .contains(
            "/reportes",
            "/reportes/{servicio}/{radicado}",
            "/conteos",
            "/consultas",
            "/eventos",
            "/validaciones",
            "/servicios",
            "/servicios/pausar",
            "/servicios/reanudar",
            "/servicios/{servicio}/pausar",
            "/servicios/{servicio}/reanudar",
            "/servicios/{servicio}/cupo",
            "/auditoria",
            "/auditoria/verificacion",
            "/cuarentena",
            "/cuarentena/{id}",
            "/cuarentena/{id}/consultas",
            "/cuarentena/{id}/reprocesar",
            "/cuarentena/{id}/descartar",
            "/cuarentena/reprocesos",
            "/reportes/{servicio}/{radicado}/constancia",
            "/reportes/{servicio}/{radicado}/consultas");
    assertThat(paths.at("/~1reportes/get/summary").asText())
        .isEqualTo("Lista reportes en orden de llegada");
    assertThat(paths.at("/~1reportes/get/parameters").findValuesAsText("name"))
        .containsExactlyInAnyOrder(
            "servicio",
            "estado",
            "bloqueo",
            "radicado",
            "codigo",
            "vencido",
            "porVencer",
            "eventoSource",
            "eventoId",
            "despues",
            "limite");
    assertThat(paths.at("/~1reportes/get/responses/400/content").has("application/problem+json"))
        .isTrue();
    assertThat(api.at("/components/schemas/Problema/properties").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("title", "status", "detail", "codigo", "glosas");
    assertThat(api.at("/components/schemas/DelServicio/properties").fieldNames())
        .toIterable()
        .contains("recibidos", "listos", "bloqueados");
  }
}
