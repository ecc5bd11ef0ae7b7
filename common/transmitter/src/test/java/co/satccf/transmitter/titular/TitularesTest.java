package co.satccf.transmitter.titular;

import static co.satccf.model.estado.EstadoReporte.ACEPTADO;
import static co.satccf.model.estado.EstadoReporte.GLOSADO;
import static co.satccf.transmitter.Escenario.hasta;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import co.satccf.transmitter.Escenario;
import co.satccf.transmitter.Hecho;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person is told of all that is held about him or her. */
@QuarkusTest
class TitularesTest {

  @Inject Escenario escenario;

  @BeforeEach
  void start() {
    escenario.empezar();
  }

  @AfterEach
  void end() {
    escenario.terminar();
  }

  @Test
  void exportsBodiesAnswersAndQuarantinedBytesOfThatPersonAlone() throws Exception {
    // Given an employer with two reports and unreadable bytes, and another one
    String nit = Hecho.nit();
    Hecho accepted = Hecho.primeraVez(nit);
    Hecho refused =
        Hecho.primeraVez(nit).cambiando("\"manifestacion\":\"SI\"", "\"manifestacion\":\"NO\"");
    Hecho other = Hecho.primeraVez();
    escenario.publicar(accepted);
    escenario.espera(accepted, ACEPTADO);
    escenario.publicar(refused, other);
    escenario.publicar(1, List.of(bytes("{\"numero\":\"" + nit), bytes("{\"1" + nit)));
    escenario.espera(refused, GLOSADO);
    escenario.espera(other, ACEPTADO);
    hasta(() -> assertThat(escenario.numero("select count(*) from cuarentena")).isEqualTo(2));
    // When
    String texto = ask(nit, "Petición 7").statusCode(200).extract().asString();
    // Then
    JsonNode all = new ObjectMapper().readTree(texto);
    assertThat(all.at("/completo").asBoolean()).isTrue();
    assertThat(all.path("reportes").findValuesAsText("radicado"))
        .containsExactlyInAnyOrder(accepted.radicado(), refused.radicado());
    assertThat(all.path("reportes").findValuesAsText("cuerpo"))
        .hasSize(2)
        .allMatch(cuerpo -> cuerpo.contains(nit));
    assertThat(all.path("reportes").findValuesAsText("respuesta")).hasSize(1);
    assertThat(all.path("cuarentena")).hasSize(1);
    assertThat(all.at("/cuarentena/0/id").asLong()).isPositive();
    assertThat(all.at("/cuarentena/0").has("contenido")).isFalse();
    assertThat(texto).doesNotContain(other.empleador());
  }

  @Test
  void givesNeitherOfTwoTheBodyThatACorrectionMadeTheOthers() throws Exception {
    // Given a report of one employer that a correction gave to another
    String uno = Hecho.nit();
    String otro = Hecho.nit();
    Hecho refused =
        Hecho.primeraVez(uno).cambiando("\"manifestacion\":\"SI\"", "\"manifestacion\":\"NO\"");
    escenario.publicar(refused);
    escenario.espera(refused, GLOSADO);
    String correccion =
        Hecho.primeraVez(otro)
            .conRadicado(refused.radicado())
            .json("correccion-" + refused.radicado())
            .replaceFirst("\\{", "{\"corrige\":\"" + refused.radicado() + "\",");
    escenario.publicar(1, List.of(bytes(correccion)));
    escenario.espera(refused, ACEPTADO);
    // When
    String deUno = ask(uno, "Petición 9").statusCode(200).extract().asString();
    String deOtro = ask(otro, "Petición 10").statusCode(200).extract().asString();
    // Then
    assertThat(deUno).contains(uno, refused.radicado(), "omitido").doesNotContain(otro);
    assertThat(deOtro).contains(otro, refused.radicado(), "omitido").doesNotContain(uno);
  }

  @Test
  void givesALegalRepresentativeItsOwnFieldsAlsoOfBeforeACorrection() throws Exception {
    // Given a report whose representative a correction changed, and one of another employer
    String cedula = Hecho.nit();
    String sucesor = Hecho.nit();
    Hecho refused =
        Hecho.primeraVez()
            .representadoPor(cedula)
            .cambiando("\"manifestacion\":\"SI\"", "\"manifestacion\":\"NO\"");
    Hecho second = Hecho.primeraVez().representadoPor(cedula);
    escenario.publicar(refused, second);
    escenario.espera(refused, GLOSADO);
    String correccion =
        Hecho.primeraVez(refused.empleador())
            .representadoPor(sucesor)
            .conRadicado(refused.radicado())
            .json("correccion-" + refused.radicado())
            .replaceFirst("\\{", "{\"corrige\":\"" + refused.radicado() + "\",");
    escenario.publicar(1, List.of(bytes(correccion)));
    escenario.espera(refused, ACEPTADO);
    escenario.espera(second, ACEPTADO);
    // When
    String texto = ask("CC", cedula, "Petición 11").statusCode(200).extract().asString();
    String delSucesor = ask("CC", sucesor, "Petición 12").statusCode(200).extract().asString();
    // Then
    JsonNode all = new ObjectMapper().readTree(texto);
    assertThat(all.path("reportes").findValuesAsText("radicado"))
        .containsExactlyInAnyOrder(refused.radicado(), second.radicado());
    assertThat(all.path("reportes").findValuesAsText("como")).containsOnly("REPRESENTANTE");
    assertThat(all.path("reportes").findValuesAsText("cuerpo"))
        .hasSize(2)
        .allMatch(cuerpo -> cuerpo.contains("\"numeroDocumentoRepresentante\":\"" + cedula));
    assertThat(all.findParents("respuestas")).isEmpty();
    assertThat(texto).doesNotContain(refused.empleador(), second.empleador(), sucesor);
    assertThat(delSucesor)
        .contains(refused.radicado(), sucesor)
        .doesNotContain(cedula, refused.empleador());
  }

  @Test
  void theAuditKnowsWhoAskedAndNeverTheNumber() {
    // Given
    String nit = Hecho.nit();
    // When
    ask(nit, "Petición 8").statusCode(200);
    // Then
    assertThat(
            escenario.filas(
                "select motivo, (a.*)::text from auditoria a where accion = 'CONSULTA_TITULAR'",
                row -> row.getString(2)))
        .anyMatch(row -> row.contains("Petición 8") && row.contains("titular/k1:"))
        .noneMatch(row -> row.contains(nit));
  }

  @Test
  void refusesAReasonThatTellsTheNumber() {
    String nit = Hecho.nit();
    ask(nit, "Lo pide " + nit)
        .statusCode(400)
        .body("detail", containsString("no debe traer el documento"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"documento\":{\"tipo\":\"CC\"},\"motivo\":\"x\"}",
        "{\"documento\":{\"tipo\":\"CC\",\"numero\":\"10203\"}}",
        "{\"documento\":{\"tipo\":\"CC\",\"numero\":\"1\"},\"motivo\":\"x\"}",
        "{\"documento\":{\"tipo\":\"CC\",\"numero\":\"empleador\"},\"motivo\":\"x\"}",
        "{\"documento\":{\"tipo\":\"CC\",\"numero\":\"10203\"},\"motivo\":\"x\",\"serialesSAT\":[null]}"
      })
  void refusesWhatIsIncomplete(String body) {
    given()
        .contentType(ContentType.JSON)
        .body(body)
        .post("/titulares/consultas")
        .then()
        .statusCode(400)
        .body("codigo", equalTo("SOLICITUD_INCORRECTA"));
  }

  private static ValidatableResponse ask(String nit, String motivo) {
    return ask("NI", nit, motivo);
  }

  private static ValidatableResponse ask(String tipo, String numero, String motivo) {
    return given()
        .contentType(ContentType.JSON)
        .body(
            "{\"documento\":{\"tipo\":\"%s\",\"numero\":\"%s\"},\"motivo\":\"%s\"}"
                .formatted(tipo, numero, motivo))
        .post("/titulares/consultas")
        .then();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
