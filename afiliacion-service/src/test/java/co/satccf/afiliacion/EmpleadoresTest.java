package co.satccf.afiliacion;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import co.satccf.model.referencia.Referencias;
import co.satccf.sandbox.erp.Empleador;
import co.satccf.sandbox.erp.Hechos;
import co.satccf.sandbox.erp.Hechos.Hecho;
import co.satccf.sandbox.identidad.IdentidadDePrueba;
import co.satccf.sandbox.infra.InfraDePrueba;
import co.satccf.sandbox.infra.KafkaDePrueba;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person declares of an employer, by its document. */
@QuarkusTest
class EmpleadoresTest {

  private static final Duration SOON = Duration.ofSeconds(30);
  private static final Hechos HECHOS = Hechos.de(202);

  @Inject Referencias referencias;

  @BeforeEach
  void onlyOurOwnRulesHold() {
    InfraDePrueba.ministerio()
        .modo(Map.of("exigeEmpleador", false, "proporcionAlertas", 0, "proporcionGlosas", 0));
  }

  @Test
  void aDeclarationLetsWhoWaitsGoAndIsInTheAuditByReferenceOnly() {
    // Given a Desafiliacion that waits for its employer
    Empleador empleador = HECHOS.empleador();
    Hecho sale = HECHOS.desafiliacion(empleador);
    KafkaDePrueba.publicar(sale.topico(), sale.clave(), sale.valor());
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> assertThat(campo(sale, "bloqueo")).isEqualTo("EMPLEADOR_NO_INCORPORADO"));
    // When
    declarar("incorporaciones", empleador)
        .statusCode(200)
        .body("empleador", equalTo(referencia(empleador)))
        .body("estado", equalTo("INCORPORADO"))
        .body("version", equalTo(1))
        .body("cambio", equalTo(true))
        .body(not(containsString(empleador.numero())));
    // Then
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(campo(sale, "estado")).isEqualTo("ACEPTADO"));
    String asiento =
        given()
            .queryParam("objeto", "empleador/" + referencia(empleador))
            .get("/auditoria")
            .then()
            .statusCode(200)
            .body("asientos.size()", equalTo(1))
            .body("asientos[0].accion", equalTo("INCORPORACION"))
            .body("asientos[0].quien", equalTo(IdentidadDePrueba.QUIEN))
            .body("asientos[0].motivo", equalTo("radicado 77 en PISIS"))
            .extract()
            .asString();
    assertThat(asiento).doesNotContain(empleador.numero());
    assertThat(
            KafkaDePrueba.todos("sat.empleadores").stream()
                .filter(m -> m.clave().startsWith(referencia(empleador) + "|"))
                .map(m -> m.valor().contains("INCORPORADO") || m.valor().contains("DESAFILIADO")))
        .hasSize(2)
        .containsOnly(true);
  }

  @Test
  void repeatingADeclarationChangesNothing() {
    // Given
    Empleador empleador = HECHOS.empleador();
    declarar("incorporaciones", empleador).statusCode(200);
    // When, Then
    declarar("incorporaciones", empleador)
        .statusCode(200)
        .body("version", equalTo(1))
        .body("cambio", equalTo(false));
    given()
        .queryParam("objeto", "empleador/" + referencia(empleador))
        .get("/auditoria")
        .then()
        .body("asientos.size()", equalTo(1));
  }

  @Test
  void takingItBackBlocksWhatWouldGo() {
    // Given
    Empleador empleador = HECHOS.empleador();
    declarar("incorporaciones", empleador).statusCode(200);
    // When
    declarar("desincorporaciones", empleador)
        .statusCode(200)
        .body("estado", equalTo("DESAFILIADO"))
        .body("version", equalTo(2));
    Hecho sale = HECHOS.desafiliacion(empleador);
    KafkaDePrueba.publicar(sale.topico(), sale.clave(), sale.valor());
    // Then
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> assertThat(campo(sale, "bloqueo")).isEqualTo("EMPLEADOR_NO_INCORPORADO"));
  }

  @Test
  void nobodyIsTakenOutWhoNeverWasIn() {
    declarar("desincorporaciones", HECHOS.empleador())
        .statusCode(404)
        .contentType("application/problem+json")
        .body("codigo", equalTo("NO_ENCONTRADO"));
  }

  @Test
  void tellsTheStatesByDocumentAndByReference() {
    // Given
    Empleador empleador = HECHOS.empleador();
    declarar("incorporaciones", empleador).statusCode(200);
    declarar("incorporaciones", HECHOS.enOtroDepartamento(empleador)).statusCode(200);
    // When
    String porDocumento =
        given()
            .contentType(ContentType.JSON)
            .body(
                """
                {"documento": {"tipo": "%s", "numero": "%s"}, "serialSAT": "%s"}
                """
                    .formatted(empleador.tipo(), empleador.numero(), empleador.serial()))
            .post("/empleadores/consultas")
            .then()
            .statusCode(200)
            .body("estados.size()", equalTo(2))
            .body("estados.estado.unique()", equalTo(List.of("INCORPORADO")))
            .extract()
            .asString();
    // Then
    assertThat(porDocumento).doesNotContain(empleador.numero());
    assertThat(
            given()
                .get("/empleadores/{referencia}", referencia(empleador))
                .then()
                .statusCode(200)
                .extract()
                .asString())
        .isEqualTo(porDocumento);
    given().get("/empleadores/{referencia}", "k1:nadie").then().statusCode(404);
  }

  @ParameterizedTest
  @CsvSource({
    "XX, 900123456, 05, por PISIS, tipo",
    "NI, 90O123456, 05, por PISIS, número",
    "NI, 900123456, 00, por PISIS, departamento",
    "NI, 900123456, '', por PISIS, departamento",
    "NI, '', 05, por PISIS, documento.numero",
    "NI, 900123456, 05, '', motivo"
  })
  void namesWhatIsWrongNeverItsValue(
      String tipo, String numero, String departamento, String motivo, String dicho) {
    String respuesta =
        given()
            .contentType(ContentType.JSON)
            .body(cuerpo(tipo, numero, departamento, motivo))
            .post("/empleadores/incorporaciones")
            .then()
            .statusCode(400)
            .contentType("application/problem+json")
            .body("detail", containsString(dicho))
            .extract()
            .asString();
    if (!numero.isEmpty()) {
      assertThat(respuesta).doesNotContain(numero);
    }
  }

  @Test
  void describesItselfInSpanish() {
    given()
        .queryParam("format", "json")
        .get("/q/openapi")
        .then()
        .statusCode(200)
        .body(
            "paths.'/empleadores/incorporaciones'.post.summary",
            equalTo("Declara que un empleador ya está en SAT en un departamento"))
        .body("paths.keySet()", hasItems("/empleadores/desincorporaciones"));
  }

  private static ValidatableResponse declarar(String puerta, Empleador empleador) {
    return given()
        .contentType(ContentType.JSON)
        .body(
            """
            {"documento": {"tipo": "%s", "numero": "%s"}, "serialSAT": "%s", "departamento": "%s",
             "motivo": "radicado 77 en PISIS"}
            """
                .formatted(
                    empleador.tipo(),
                    empleador.numero(),
                    empleador.serial(),
                    empleador.sede().departamento()))
        .post("/empleadores/" + puerta)
        .then();
  }

  private static String cuerpo(String tipo, String numero, String departamento, String motivo) {
    return """
    {"documento": {"tipo": "%s", "numero": "%s"}, "departamento": "%s", "motivo": "%s"}
    """
        .formatted(tipo, numero, departamento, motivo);
  }

  private String referencia(Empleador empleador) {
    return referencias.empleador(empleador.tipo(), empleador.numero(), empleador.serial());
  }

  private static String campo(Hecho hecho, String campo) {
    var respuesta = given().get("/reportes/Desafiliacion/{radicado}", hecho.radicado());
    return respuesta.statusCode() == 200
        ? Objects.toString(respuesta.path(campo), "")
        : "status " + respuesta.statusCode();
  }
}
