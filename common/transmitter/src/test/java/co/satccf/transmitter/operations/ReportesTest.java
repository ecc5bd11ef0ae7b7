package co.satccf.transmitter.operations;

import static co.satccf.model.ServicioSat.AFILIACION_PRIMERA_VEZ;
import static co.satccf.model.ServicioSat.DESAFILIACION;
import static co.satccf.model.ServicioSat.INICIO_RELACION_LABORAL;
import static co.satccf.model.estado.Bloqueo.EMPLEADOR_NO_INCORPORADO;
import static co.satccf.model.estado.EstadoReporte.ACEPTADO;
import static co.satccf.model.estado.EstadoReporte.GLOSADO;
import static co.satccf.model.estado.EstadoReporte.PENDIENTE;
import static co.satccf.model.estado.EstadoReporte.POR_CONFIRMAR;
import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ReportesTest {

  private static final String PROBLEMA = "application/problem+json";

  @Inject Tablas tablas;

  @BeforeEach
  void hold() throws SQLException {
    tablas.hold();
  }

  @AfterEach
  void letGo() throws SQLException {
    tablas.letGo();
  }

  @Test
  void pagesThroughReportsInTheOrderOfArrival() throws SQLException {
    // Given
    for (int i = 1; i <= 5; i++) {
      tablas.reporte(AFILIACION_PRIMERA_VEZ, "R-" + i, PENDIENTE);
    }
    // When
    List<String> radicados = new ArrayList<>();
    List<Integer> sizes = new ArrayList<>();
    Long despues = 0L;
    while (despues != null) {
      JsonPath page =
          given()
              .queryParam("limite", 2)
              .queryParam("despues", despues)
              .get("/reportes")
              .then()
              .statusCode(200)
              .extract()
              .jsonPath();
      radicados.addAll(page.getList("reportes.radicado", String.class));
      sizes.add(page.getList("reportes").size());
      despues = page.get("siguiente") == null ? null : page.getLong("siguiente");
    }
    // Then
    assertThat(radicados).containsExactly("R-1", "R-2", "R-3", "R-4", "R-5");
    assertThat(sizes).containsExactly(2, 2, 1);
  }

  @Test
  void endsWithoutAnEmptyPageWhenTheLastOneIsFull() throws SQLException {
    // Given
    tablas.reporte(AFILIACION_PRIMERA_VEZ, "R-1", PENDIENTE);
    tablas.reporte(AFILIACION_PRIMERA_VEZ, "R-2", PENDIENTE);
    // When, Then
    given()
        .get("/reportes?limite=2")
        .then()
        .statusCode(200)
        .body("reportes.radicado", contains("R-1", "R-2"))
        .body("siguiente", nullValue());
  }

  @ParameterizedTest
  @CsvSource({
    "servicio=Desafiliacion, D-1",
    "estado=GLOSADO, G-1",
    "bloqueo=EMPLEADOR_NO_INCORPORADO, I-1",
    "radicado=A-1, A-1",
    "codigo=GE02, G-1",
    "servicio=AfiliacionPrimeraVez&estado=ACEPTADO, A-1"
  })
  void filters(String query, String radicado) throws SQLException {
    // Given
    tablas.reporte(AFILIACION_PRIMERA_VEZ, "A-1", ACEPTADO);
    tablas.reporte(AFILIACION_PRIMERA_VEZ, "G-1", GLOSADO, null, "GE02");
    tablas.reporte(DESAFILIACION, "D-1", PENDIENTE);
    tablas.reporte(INICIO_RELACION_LABORAL, "I-1", PENDIENTE, EMPLEADOR_NO_INCORPORADO, null);
    // When, Then
    given()
        .get("/reportes?" + query)
        .then()
        .statusCode(200)
        .body("reportes.radicado", contains(radicado));
  }

  @Test
  void takesABlankFilterForNone() throws SQLException {
    // Given
    tablas.reporte(AFILIACION_PRIMERA_VEZ, "R-1", PENDIENTE);
    // When, Then
    given()
        .get("/reportes?servicio=&estado=&bloqueo=&radicado=&codigo=&despues=&limite=")
        .then()
        .statusCode(200)
        .body("reportes.radicado", contains("R-1"));
  }

  @ParameterizedTest
  @CsvSource({
    "estado, INVENTADO, SUSTITUIDO",
    "bloqueo, PORQUESI, POSIBLE_DUPLICADO",
    "servicio, Desconocido, Desafiliacion",
    "servicio, PerdidaAfiliacionCausaGrave, Desafiliacion",
    "limite, 0, 1 a 500",
    "limite, 501, 1 a 500",
    "limite, muchos, 1 a 500",
    "despues, -1, 0 a"
  })
  void namesTheValueThatItCannotRead(String parametro, String valor, String valid) {
    given()
        .queryParam(parametro, valor)
        .get("/reportes")
        .then()
        .statusCode(400)
        .contentType(PROBLEMA)
        .body("status", equalTo(400))
        .body("codigo", equalTo("SOLICITUD_INCORRECTA"))
        .body("detail", allOf(containsString("'" + valor + "'"), containsString(valid)));
  }

  @Test
  void listsTheOverdueByDueDatePageByPage() throws SQLException {
    // Given three that are overdue, one of them since earlier, and others that are not
    for (String radicado : List.of("V-1", "V-2", "V-3", "SIN", "MAS", "HECHO")) {
      tablas.reporte(
          AFILIACION_PRIMERA_VEZ, radicado, radicado.equals("HECHO") ? ACEPTADO : GLOSADO);
    }
    vence("V-1", "-1 hour");
    vence("V-2", "-1 hour");
    vence("V-3", "-2 days");
    vence("MAS", "1 hour");
    vence("HECHO", "-1 hour");
    // When
    List<String> radicados = new ArrayList<>();
    Long despues = 0L;
    while (despues != null) {
      JsonPath page =
          given()
              .get("/reportes?vencido=true&estado=GLOSADO&limite=1&despues=" + despues)
              .then()
              .statusCode(200)
              .extract()
              .jsonPath();
      radicados.addAll(page.getList("reportes.radicado", String.class));
      despues = page.get("siguiente") == null ? null : page.getLong("siguiente");
    }
    // Then
    assertThat(radicados).containsExactly("V-3", "V-1", "V-2");
  }

  @Test
  void listsWhatIsSoonDueAndNotWhatIsOverdueAlready() throws SQLException {
    // Given
    for (String radicado : List.of("AYER", "YA", "LUEGO", "SIN")) {
      tablas.reporte(AFILIACION_PRIMERA_VEZ, radicado, PENDIENTE);
    }
    vence("AYER", "-1 day");
    vence("YA", "3 hours");
    vence("LUEGO", "5 hours");
    // When, Then
    given().get("/reportes?porVencer=PT4H").then().body("reportes.radicado", contains("YA"));
    given().get("/reportes?porVencer=true").then().body("reportes.radicado", contains("YA"));
    given()
        .get("/reportes?porVencer=P30D")
        .then()
        .body("reportes.radicado", contains("YA", "LUEGO"));
  }

  @Test
  void saysWhenAReportIsDueAndThatTheTermIsToBeConfirmed() throws SQLException {
    // Given
    tablas.reporte(AFILIACION_PRIMERA_VEZ, "R-1", PENDIENTE);
    tablas.execute("update reporte set vence = '2026-10-08T00:00-05'");
    tablas.reporte(AFILIACION_PRIMERA_VEZ, "R-2", PENDIENTE);
    // When, Then
    given()
        .get("/reportes")
        .then()
        .body("reportes.vence", contains("2026-10-08T05:00:00Z", null))
        .body("reportes.terminoPorConfirmar", contains(true, true));
  }

  private void vence(String radicado, String plazo) throws SQLException {
    tablas.execute(
        "update reporte set vence = now() + ?::interval where radicado = ?", plazo, radicado);
  }

  @Test
  void findsTheReportsOfAnEvent() throws SQLException {
    // Given a report whose second version came from another event
    tablas.reporte(AFILIACION_PRIMERA_VEZ, "R-1", PENDIENTE);
    long id = tablas.reporte(AFILIACION_PRIMERA_VEZ, "R-2", PENDIENTE);
    tablas.execute(
        "insert into cuerpo (reporte, version, huella, evento_source, evento_id)"
            + " values (?, 2, '', 'prueba', 'corrige-2')",
        id);
    // When, Then
    for (String evento : List.of("R-2", "corrige-2")) {
      given()
          .get("/reportes?eventoSource=prueba&eventoId=" + evento)
          .then()
          .statusCode(200)
          .body("reportes.radicado", contains("R-2"));
    }
    given()
        .get("/reportes?eventoSource=otro&eventoId=R-2")
        .then()
        .statusCode(200)
        .body("reportes", empty());
  }

  @ParameterizedTest
  @CsvSource({
    "vencido=false, solo vale true",
    "porVencer=pronto, PT4H",
    "porVencer=false, vale true",
    "porVencer=-PT4H, PT4H",
    "porVencer=PT721H, P30D",
    "vencido=true&porVencer=PT4H, se excluyen",
    "eventoId=1, falta uno",
    "eventoSource=/erp, falta uno",
    "radicado=%00, carácter nulo"
  })
  void saysWhyItCannotAnswer(String query, String why) {
    given()
        .urlEncodingEnabled(false)
        .get("/reportes?" + query)
        .then()
        .statusCode(400)
        .contentType(PROBLEMA)
        .body("detail", containsString(why));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/reportes/Desafiliacion/%00",
        "/reportes/Desafiliacion/R%00-1/constancia",
        "/eventos?source=%00&id=x",
        "/cuarentena?despues=%00",
        "/correcciones?estado=%00",
        "/auditoria?objeto=reporte%00"
      })
  void anAddressWithANulNamesNothing(String direccion) {
    given()
        .urlEncodingEnabled(false)
        .get(direccion)
        .then()
        .statusCode(400)
        .contentType(PROBLEMA)
        .body("detail", containsString("carácter nulo"));
  }

  @Test
  void showsAReportWithItsAttemptsTheNewestFirst() throws SQLException {
    // Given
    long id = tablas.reporte(AFILIACION_PRIMERA_VEZ, "R-1", GLOSADO, null, "GN03");
    tablas.execute(
        """
        insert into intento (reporte, numero, version, instante, veredicto, codigo, mensaje, glosas, aplicado) values
        (?, 0, 1, now() - interval '3 minutes', 'LOCAL', 'GE02', 'Falta el número',
          '[{"campo": "numeroDocumentoEmpleador", "codigo": "GE02", "mensaje": "Falta el número"}]', true)
        """,
        id);
    tablas.execute(
        "insert into intento (reporte, numero, version, instante, duracion, veredicto, aplicado)"
            + " values (?, 1, 2, now() - interval '2 minutes', 30000, 'INCIERTO', true)",
        id);
    tablas.execute(
        "insert into intento (reporte, numero, version, duracion, veredicto, http, codigo, mensaje,"
            + " aplicado) values (?, 1, 2, 31000, 'GLOSADO', 200, 'GN03', 'Glosa', false)",
        id);
    // When, Then
    when()
        .get("/reportes/AfiliacionPrimeraVez/R-1")
        .then()
        .statusCode(200)
        .body("radicado", equalTo("R-1"))
        .body("estado", equalTo("GLOSADO"))
        .body("departamento", equalTo("05"))
        .body("intentos.numero", contains(1, 1, 0))
        .body("intentos.veredicto", contains("GLOSADO", "INCIERTO", "LOCAL"))
        .body("intentos.aplicado", contains(false, true, true))
        .body("intentos[0].http", equalTo(200))
        .body("intentos[1].http", nullValue())
        .body("intentos[1].glosas", empty())
        .body("intentos[2].glosas.campo", contains("numeroDocumentoEmpleador"))
        .body("intentos[2].glosas.mensaje", contains("Falta el número"));
  }

  @Test
  void showsNeitherTheBodyNorTheRawAnswer() throws SQLException {
    // Given
    long id = tablas.reporte(AFILIACION_PRIMERA_VEZ, "R-1", ACEPTADO);
    tablas.execute(
        "insert into intento (reporte, numero, version, veredicto, clave, respuesta, aplicado) values (?,"
            + " 1, 1, 'ACEPTADO', 'k1', ?, true)",
        id,
        Tablas.DOCUMENTO.getBytes(StandardCharsets.UTF_8));
    // When
    String detail = when().get("/reportes/AfiliacionPrimeraVez/R-1").asString();
    String list = when().get("/reportes").asString();
    // Then
    assertThat(detail).contains("R-1").doesNotContain(Tablas.DOCUMENTO);
    assertThat(list).contains("R-1").doesNotContain(Tablas.DOCUMENTO);
  }

  @Test
  void saysNullForTheNextAttemptOfAReportThatWaitsForAPerson() throws SQLException {
    // Given
    long id = tablas.reporte(AFILIACION_PRIMERA_VEZ, "R-1", POR_CONFIRMAR);
    tablas.execute("update reporte set no_antes = 'infinity' where id = ?", id);
    // When, Then
    when()
        .get("/reportes/AfiliacionPrimeraVez/R-1")
        .then()
        .statusCode(200)
        .body("noAntes", nullValue());
  }

  @ParameterizedTest
  @CsvSource({"AfiliacionPrimeraVez/R-9, AfiliacionPrimeraVez", "Inventado/R-1, 'Inventado'"})
  void doesNotFindWhatIsNotThere(String path, String named) {
    when()
        .get("/reportes/" + path)
        .then()
        .statusCode(404)
        .contentType(PROBLEMA)
        .body("codigo", equalTo("NO_ENCONTRADO"))
        .body("detail", containsString(named));
  }
}
