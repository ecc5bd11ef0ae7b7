package co.satccf.transmitter.operations;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import co.satccf.transmitter.Cifrados;
import co.satccf.transmitter.sweep.Sweeper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class CuarentenaTest {

  private static final String ANTIGUO = "CORRECCION_SIN_SOPORTE";
  private static final String TRABAJADOR = "1000000777";
  private static final String MOTIVO = "{\"motivo\": \"Versión nueva\"}";
  private static final String OUTCOMES =
      "select count(*) from salida where type = 'co.satccf.resultado.cuarentena.v1'";

  @Inject Tablas tablas;
  @Inject Cuarentenas cuarentenas;
  @Inject Cifrados cifrados;
  @Inject Sweeper sweeper;

  @BeforeEach
  void hold() throws SQLException {
    tablas.hold();
    tablas.emptyAudit();
    cuarentenas.reiniciar();
  }

  @AfterEach
  void letGo() throws SQLException {
    tablas.execute("delete from correccion");
    tablas.letGo();
    tablas.emptyAudit();
  }

  @Test
  void replaysARecordIntoAReportAndKnowsTheEventFromThen() throws Exception {
    // Given a record that could not be read before
    String evento = Cuarentenas.inicio("e-1", "R-1", TRABAJADOR);
    long id = cuarentenas.apartar(evento, "/prueba", "e-1", ANTIGUO);
    // When
    reprocesar(id)
        .statusCode(200)
        .body("estado", equalTo("REPROCESADA"))
        .body("desenlace", equalTo("REPORTE"))
        .body("servicio", equalTo("InicioRelacionLaboral"))
        .body("radicado", equalTo("R-1"))
        .body("desde", notNullValue());
    // Then it is a report as any other, and the ERP's repeat of the event is a repeat
    when().get("/reportes/InicioRelacionLaboral/R-1").then().statusCode(200);
    cuarentenas.publicar(evento);
    assertThat(cuarentenas.contar("select count(*) from reporte")).isOne();
    when()
        .get("/conteos")
        .then()
        .body("cuarentena", equalTo(1))
        .body("cuarentenaAbierta", equalTo(0))
        .body("repetidos", equalTo(1));
    // And both the record and the report tell of it in the audit
    asientos("cuarentena/" + id)
        .body("asientos.accion", contains("REPROCESO"))
        .body("asientos[0].quien", equalTo("Ana Ruiz"))
        .body("asientos[0].motivo", equalTo("Versión nueva"))
        .body("asientos[0].detalle.antes.motivos", contains(ANTIGUO))
        .body("asientos[0].detalle.despues.radicado", equalTo("R-1"));
    asientos("reporte/InicioRelacionLaboral/R-1")
        .body("asientos[0].detalle.cuarentena", equalTo((int) id))
        .body("asientos[0].detalle.topico", equalTo(Cuarentenas.TOPICO));
  }

  @Test
  void takesARepeatOfAnEventInQuarantineForARepeatAlsoWhenItCouldBeReadByNow() throws Exception {
    // Given
    String evento = Cuarentenas.inicio("e-1", "R-1", TRABAJADOR);
    long id = cuarentenas.apartar(evento, "/prueba", "e-1", ANTIGUO);
    // When
    cuarentenas.publicar(evento);
    // Then
    assertThat(cuarentenas.contar("select count(*) from reporte")).isZero();
    assertThat(cuarentenas.contar("select count(*) from cuarentena")).isOne();
    reprocesar(id).body("desenlace", equalTo("REPORTE"));
    when().get("/conteos").then().body("repetidos", equalTo(1));
  }

  @Test
  void replaysACorrection() throws Exception {
    // Given
    cuarentenas.publicar(Cuarentenas.inicio("e-1", "R-1", TRABAJADOR));
    String evento =
        Cuarentenas.inicio("e-2", "R-1", "1000000778")
            .replace("\"radicado\"", "\"corrige\":\"R-1\",\"radicado\"");
    long id = cuarentenas.apartar(evento, "/prueba", "e-2", ANTIGUO);
    // When, Then
    reprocesar(id).body("desenlace", equalTo("CORRECCION")).body("radicado", equalTo("R-1"));
    assertThat(cuarentenas.contar("select count(*) from correccion where evento_id = 'e-2'"))
        .isOne();
  }

  @Test
  void leavesWhatStillCannotBePlacedWithItsNewReasonsAndItsPlace() throws Exception {
    // Given an event without radicado, put aside for another reason
    String evento =
        Cuarentenas.inicio("e-1", "R-1", TRABAJADOR).replace("\"radicado\":\"R-1\",", "");
    long id = cuarentenas.apartar(evento, "/prueba", "e-1", ANTIGUO);
    long posiciones =
        cuarentenas.contar("select count(*) from posicion where topico = 'sat.prueba'");
    // When
    JsonPath hecho = reprocesar(id).statusCode(200).extract().jsonPath();
    // Then
    assertThat(hecho.getString("estado")).isEqualTo("ABIERTA");
    assertThat(hecho.getList("motivos.codigo")).isNotEmpty().doesNotContain(ANTIGUO);
    assertThat(
            cuarentenas.contar(
                OUTCOMES
                    + " and payload ->> 'topico' = 'sat.prueba' and payload ->> 'particion' = '1'"))
        .isOne();
    assertThat(cuarentenas.contar("select count(*) from posicion where topico = 'sat.prueba'"))
        .isEqualTo(posiciones);
    // And a replay that finds the same reasons is no news
    reprocesar(id).body("estado", equalTo("ABIERTA"));
    assertThat(cuarentenas.contar(OUTCOMES)).isOne();
  }

  @Test
  void keepsAnEventApartWhoseIdentityBelongsToAnother() throws Exception {
    // Given
    cuarentenas.publicar(Cuarentenas.inicio("e-1", "R-1", TRABAJADOR));
    cuarentenas.publicar(Cuarentenas.inicio("e-1", "R-2", TRABAJADOR));
    long id = cuarentenas.contar("select id from cuarentena");
    // When, Then
    reprocesar(id)
        .body("estado", equalTo("ABIERTA"))
        .body("motivos.codigo", contains("EVENTO_REPETIDO_CON_OTRO_CONTENIDO"));
    assertThat(cuarentenas.contar("select count(*) from reporte")).isOne();
  }

  @Test
  void replaysOnceWhenTwoPeopleAskAtOnce() throws Exception {
    // Given
    long id =
        cuarentenas.apartar(
            Cuarentenas.inicio("e-1", "R-1", TRABAJADOR), "/prueba", "e-1", ANTIGUO);
    // When
    List<Integer> statuses = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> people = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        people.add(threads.submit(() -> reprocesar(id).extract().statusCode()));
      }
      for (Future<Integer> person : people) {
        statuses.add(person.get());
      }
    }
    // Then
    assertThat(statuses).containsExactlyInAnyOrder(200, 409, 409, 409);
    assertThat(cuarentenas.contar("select count(*) from reporte")).isOne();
  }

  @Test
  void replaysWhileTheTopicBringsOthersOfTheSameKeys() throws Exception {
    // Given thirty records of three workers in quarantine
    List<Long> ids = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      String id = "q-" + i;
      ids.add(
          cuarentenas.apartar(Cuarentenas.inicio(id, "Q-" + i, worker(i)), "/prueba", id, ANTIGUO));
    }
    // When they are replayed while thirty more events of the same workers come in
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> running = new ArrayList<>();
      running.add(
          threads.submit(
              () -> {
                for (int i = 0; i < 30; i++) {
                  cuarentenas.publicar(Cuarentenas.inicio("p-" + i, "P-" + i, worker(i)));
                }
                return null;
              }));
      for (int replayer = 0; replayer < 3; replayer++) {
        int mine = replayer;
        running.add(
            threads.submit(
                () -> {
                  for (int i = mine; i < 30; i += 3) {
                    reprocesar(ids.get(i)).body("desenlace", equalTo("REPORTE"));
                  }
                  return null;
                }));
      }
      for (Future<?> task : running) {
        task.get();
      }
    }
    // Then all stand in three queues, each with one holder of the turn, and nobody is mended
    assertThat(cuarentenas.contar("select count(*) from reporte")).isEqualTo(60);
    assertThat(
            cuarentenas.contar(
                "select count(*) from reporte where bloqueo is distinct from 'REPORTE_ANTERIOR'"))
        .isEqualTo(3);
    assertThat(sweeper.sweep()).isZero();
  }

  @Test
  void replaysAllOfOneReason() throws Exception {
    // Given
    for (int i = 0; i < 3; i++) {
      cuarentenas.apartar(
          Cuarentenas.inicio("e-" + i, "R-" + i, worker(i)), "/prueba", "e-" + i, ANTIGUO);
    }
    cuarentenas.apartar("{}", "/prueba", "e-8", ANTIGUO);
    long otro =
        cuarentenas.apartar(
            Cuarentenas.inicio("e-9", "R-9", TRABAJADOR), "/prueba", "e-9", "OTRO_MOTIVO");
    // When, Then
    pedir("{\"codigo\": \"" + ANTIGUO + "\", \"motivo\": \"Versión nueva\"}")
        .post("/cuarentena/reprocesos")
        .then()
        .statusCode(200)
        .body("revisados", equalTo(4))
        .body("reportes", equalTo(3))
        .body("siguen", equalTo(1))
        .body("siguiente", nullValue());
    when().get("/cuarentena/" + otro).then().body("estado", equalTo("ABIERTA"));
  }

  @Test
  void replaysSomeOfOneReasonAndGoesOn() throws Exception {
    // Given
    for (int i = 0; i < 3; i++) {
      cuarentenas.apartar("{}", "/prueba", "e-" + i, ANTIGUO);
    }
    String pedido =
        "{\"codigo\": \"" + ANTIGUO + "\", \"motivo\": \"x\", \"limite\": %s, \"despues\": %s}";
    // When
    JsonPath primeros =
        pedir(pedido.formatted(2, 0)).post("/cuarentena/reprocesos").then().extract().jsonPath();
    // Then
    assertThat(primeros.getInt("revisados")).isEqualTo(2);
    pedir(pedido.formatted(2, primeros.getLong("siguiente")))
        .post("/cuarentena/reprocesos")
        .then()
        .body("revisados", equalTo(1))
        .body("siguiente", nullValue());
    pedir(pedido.formatted(1_001, 0)).post("/cuarentena/reprocesos").then().statusCode(400);
  }

  @Test
  void showsTheRecordOnlyToSomebodyWhoSaysWhy() throws Exception {
    // Given
    String evento = Cuarentenas.inicio("e-1", "R-1", TRABAJADOR);
    long id = cuarentenas.apartar(evento, "/prueba", "e-1", ANTIGUO);
    // When, Then
    pedir("{}").post("/cuarentena/" + id + "/consultas").then().statusCode(400);
    asientos("cuarentena/" + id).body("asientos", empty());
    pedir("{\"motivo\": \"El ERP pregunta\"}")
        .post("/cuarentena/" + id + "/consultas")
        .then()
        .statusCode(200)
        .header("Cache-Control", "no-store")
        .body("contenido.texto", equalTo(evento))
        .body("cabeceras.traza.texto", equalTo("abc"))
        .body("sha256", equalTo(Huella.de(evento)));
    asientos("cuarentena/" + id)
        .body("asientos.accion", contains("CONSULTA_CUARENTENA"))
        .body("asientos[0].motivo", equalTo("El ERP pregunta"))
        .body("asientos[0].detalle.sha256", nullValue())
        .body(
            "asientos[0].detalle.huella",
            equalTo(HexFormat.of().formatHex(cifrados.huella(evento.getBytes(UTF_8)))));
    when().get("/cuarentena/" + id).then().body(not(containsString(TRABAJADOR)));
  }

  @Test
  void discardsARecordForGood() throws Exception {
    // Given
    long id = cuarentenas.apartar("{}", "/prueba", "e-1", ANTIGUO);
    // When
    pedir("{\"motivo\": \"Era una prueba del ERP\"}")
        .post("/cuarentena/" + id + "/descartar")
        .then()
        .statusCode(200)
        .body("estado", equalTo("DESCARTADA"));
    // Then
    reprocesar(id).statusCode(409).body("detail", containsString("DESCARTADA"));
    pedir(MOTIVO).post("/cuarentena/" + id + "/descartar").then().statusCode(409);
    asientos("cuarentena/" + id).body("asientos.accion", contains("DESCARTE"));
  }

  @ParameterizedTest
  @CsvSource({
    "estado=ABIERTA, 1",
    "estado=DESCARTADA, 0",
    "motivo=CORRECCION_SIN_SOPORTE, 1",
    "motivo=OTRO, 0",
    "topico=sat.prueba, 1",
    "topico=sat.otra, 0",
    "desde=2026-01-01T00:00:00-05:00, 1",
    "desde=2126-01-01T00:00:00Z, 0",
    "hasta=2126-01-01T00:00:00Z, 1",
    "hasta=2020-01-01T00:00:00Z, 0",
    "estado=&motivo=&topico=&desde=&hasta=&despues=&limite=, 1"
  })
  void filters(String query, int found) throws SQLException {
    // Given
    cuarentenas.apartar("{}", "/prueba", "e-1", ANTIGUO);
    // When, Then
    assertThat(
            given()
                .get("/cuarentena?" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("registros"))
        .hasSize(found);
  }

  @Test
  void pagesWithoutTheContents() throws SQLException {
    // Given
    for (int i = 1; i <= 3; i++) {
      cuarentenas.apartar(
          Cuarentenas.inicio("e-" + i, "R-" + i, TRABAJADOR), "/prueba", "e-" + i, ANTIGUO);
    }
    // When
    JsonPath first = given().get("/cuarentena?limite=2").then().extract().jsonPath();
    // Then
    assertThat(first.getList("registros.eventoId")).hasToString("[e-1, e-2]");
    given()
        .queryParam("despues", first.getLong("siguiente"))
        .get("/cuarentena")
        .then()
        .body("registros.eventoId", contains("e-3"))
        .body("siguiente", nullValue())
        .body(not(containsString(TRABAJADOR)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"estado=NADA", "desde=ayer", "hasta=2026-11-21", "limite=501"})
  void namesTheFilterItCannotRead(String query) {
    given()
        .get("/cuarentena?" + query)
        .then()
        .statusCode(400)
        .body("detail", containsString(query.substring(0, query.indexOf('='))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"reprocesar", "descartar", "consultas"})
  void tellsThatThereIsNoSuchRecord(String move) {
    pedir(MOTIVO)
        .post("/cuarentena/123456789/" + move)
        .then()
        .statusCode(404)
        .contentType("application/problem+json");
  }

  private static String worker(int i) {
    return "100000080" + i % 3;
  }

  private static ValidatableResponse reprocesar(long id) {
    return pedir(MOTIVO).post("/cuarentena/" + id + "/reprocesar").then();
  }

  private static RequestSpecification pedir(String body) {
    return given().contentType(ContentType.JSON).body(body);
  }

  private static ValidatableResponse asientos(String objeto) {
    return given().queryParam("objeto", objeto).get("/auditoria").then().statusCode(200);
  }
}
