package co.satccf.transmitter.operations;

import static co.satccf.model.ServicioSat.DESAFILIACION;
import static co.satccf.model.ServicioSat.INICIO_RELACION_LABORAL;
import static co.satccf.model.estado.EstadoReporte.ACEPTADO;
import static co.satccf.model.estado.EstadoReporte.PENDIENTE;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import co.satccf.model.referencia.Referencias;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ConsultasTest {

  private static final String NIT = "900000001";
  private static final String CEDULA = "1000000001";

  @Inject Tablas tablas;
  @Inject Referencias referencias;

  @BeforeEach
  void threeReports() throws SQLException {
    tablas.hold();
    of(tablas.reporte(DESAFILIACION, "D-1", ACEPTADO), null);
    of(tablas.reporte(INICIO_RELACION_LABORAL, "I-1", PENDIENTE), CEDULA);
    of(tablas.reporte(INICIO_RELACION_LABORAL, "I-2", PENDIENTE), "1000000002");
    tablas.reporte(INICIO_RELACION_LABORAL, "OTRO", PENDIENTE);
  }

  private void of(long id, @Nullable String cedula) throws SQLException {
    tablas.execute(
        "update reporte set empleador = ?, trabajador = ? where id = ?",
        referencias.empleador("NI", NIT, "0"),
        cedula == null ? null : referencias.trabajador("CC", cedula),
        id);
  }

  @AfterEach
  void letGo() throws SQLException {
    tablas.letGo();
  }

  @Test
  void findsEverythingOfAnEmployerPageByPage() {
    ask(
            "?limite=2",
            "{\"empleador\":{\"tipo\":\"NI\",\"numero\":\"900000001\",\"serialSAT\":\"0\"}}")
        .statusCode(200)
        .body("reportes.radicado", contains("D-1", "I-1"));
    long despues =
        ask("?limite=2", "{\"empleador\":{\"tipo\":\"NI\",\"numero\":\"900000001\"}}")
            .extract()
            .jsonPath()
            .getLong("siguiente");
    ask(
            "?limite=2&despues=" + despues,
            "{\"empleador\":{\"tipo\":\"NI\",\"numero\":\"900000001\"}}")
        .body("reportes.radicado", contains("I-2"))
        .body("siguiente", nullValue());
  }

  @Test
  void findsAWorkerAloneOrWithTheEmployer() {
    ask("", "{\"trabajador\":{\"tipo\":\"CC\",\"numero\":\"1000000001\"}}")
        .body("reportes.radicado", contains("I-1"));
    ask(
            "",
            "{\"empleador\":{\"tipo\":\"NI\",\"numero\":\"900000001\"},"
                + "\"trabajador\":{\"tipo\":\"CC\",\"numero\":\"1000000002\"}}")
        .body("reportes.radicado", contains("I-2"));
    ask(
            "",
            "{\"empleador\":{\"tipo\":\"NI\",\"numero\":\"900000002\"},"
                + "\"trabajador\":{\"tipo\":\"CC\",\"numero\":\"1000000002\"}}")
        .statusCode(200)
        .body("reportes", empty());
  }

  @Test
  void forgetsAPersonThatACorrectionTookOutOfAReport() throws SQLException {
    // Given
    tablas.execute(
        "update reporte set trabajador = ? where radicado = 'I-1'",
        referencias.trabajador("CC", "1000000009"));
    // When, Then
    ask("", "{\"trabajador\":{\"tipo\":\"CC\",\"numero\":\"1000000001\"}}")
        .body("reportes", empty());
    ask("", "{\"trabajador\":{\"tipo\":\"CC\",\"numero\":\"1000000009\"}}")
        .body("reportes.radicado", contains("I-1"));
  }

  @Test
  void answersWithReferencesOnly() {
    String answer =
        ask(
                "",
                "{\"empleador\":{\"tipo\":\"NI\",\"numero\":\"900000001\"},"
                    + "\"trabajador\":{\"tipo\":\"CC\",\"numero\":\"1000000001\"}}")
            .extract()
            .asString();
    assertThat(answer).contains("I-1", "k1:").doesNotContain(NIT, CEDULA);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {} | falta 'empleador'
          '' | falta 'empleador'
          {"empleador":{"numero":"900000001"}} | 'empleador.tipo'
          {"empleador":{"tipo":"NI"}} | 'empleador.numero'
          {"trabajador":{"tipo":"CC","numero":" "}} | 'trabajador.numero'
          {"empleador":"900000001"} | JSON
          """)
  void namesWhatIsMissingAndNoValue(String body, String named) {
    String answer =
        ask("", body)
            .statusCode(400)
            .contentType("application/problem+json")
            .body("codigo", equalTo("SOLICITUD_INCORRECTA"))
            .body("detail", containsString(named))
            .extract()
            .asString();
    assertThat(answer).doesNotContain(NIT);
  }

  private static ValidatableResponse ask(String query, String body) {
    return given().contentType(ContentType.JSON).body(body).post("/consultas" + query).then();
  }
}
