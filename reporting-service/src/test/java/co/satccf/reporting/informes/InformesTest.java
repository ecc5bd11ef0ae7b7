package co.satccf.reporting.informes;

import static co.satccf.reporting.Resultado.INICIO;
import static co.satccf.reporting.Resultado.PRIMERA_VEZ;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import co.satccf.model.huella.Sha256;
import co.satccf.reporting.FamiliasFalsas;
import co.satccf.reporting.Resultado;
import co.satccf.reporting.Resultados;
import co.satccf.reporting.config.ReportingConfig;
import co.satccf.reporting.cuadre.Cuadres;
import co.satccf.reporting.documento.Formas;
import co.satccf.reporting.resultados.Saltos;
import co.satccf.sandbox.identidad.IdentidadDePrueba;
import co.satccf.sandbox.identidad.UsuarioDeArena;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class InformesTest {

  private static final String CORTE = "2021-08-05T00:00:00-05:00";
  private static final String SIGUIENTE = "2021-08-12T00:00:00-05:00";

  @Inject Resultados resultados;
  @Inject Confeccion confeccion;
  @Inject DataSource database;
  @Inject Cuadres cuadres;
  @Inject Redaccion redaccion;
  @Inject Formas formas;
  @Inject Saltos saltos;
  @Inject MeterRegistry metricas;

  private FamiliasFalsas familias;

  @BeforeEach
  void empty() throws Exception {
    resultados.leidos();
    resultados.vaciar();
    resultados.vaciarInformes();
    familias = new FamiliasFalsas(resultados);
  }

  @AfterEach
  void close() {
    familias.close();
  }

  @Test
  void countsWhatIsPendingAtTheCutOffHoweverLateItIsMade() throws Exception {
    // Given, before the cut-off: two employers and a worker with two reports; one glosado, one done
    resultados.publicar(
        enAgosto(Resultado.de(PRIMERA_VEZ, "E1", 1, "PENDIENTE"), "03"),
        enAgosto(Resultado.de(PRIMERA_VEZ, "E2", 2, "GLOSADO"), "04").glosa("GE02", "numero"),
        enAgosto(Resultado.de(INICIO, "T1", 1, "PENDIENTE"), "03").trabajador("k1:ana"),
        enAgosto(Resultado.de(INICIO, "T2", 1, "PENDIENTE"), "03")
            .trabajador("k1:ana")
            .departamento("11", 2),
        enAgosto(Resultado.de(PRIMERA_VEZ, "E3", 2, "ACEPTADO"), "04"),
        // and after it: one that was glosado is accepted, and one more comes
        enAgosto(Resultado.de(PRIMERA_VEZ, "E2", 3, "ACEPTADO"), "06"),
        Resultado.de(PRIMERA_VEZ, "E4", 1, "PENDIENTE")
            .instantes("2021-08-05T05:00:00Z", "2021-08-05T05:00:00Z"));
    resultados.leidos();
    // When
    var informe = hecho(abrir("PENDIENTES", CORTE));
    // Then
    assertThat(cifras(informe))
        .isEqualTo(
            Map.of(
                "Empleadores por reportar", 2,
                "Trabajadores por reportar", 1,
                "Reportes sin terminar", 4,
                "De ellos, glosados", 1,
                "De ellos, vencidos", 4));
    assertThat(filas(informe, "Por rezago"))
        .containsExactly(
            List.of("2 · Glosados en Incorporación", 0, 1, 1, 0),
            List.of("4 · Del día a día", 2, 1, 3, 1));
    assertThat(filas(informe, "Por servicio y estado"))
        .containsExactly(
            List.of("AfiliacionPrimeraVez", "Glosado", 1),
            List.of("AfiliacionPrimeraVez", "Pendiente de envío", 1),
            List.of("InicioRelacionLaboral", "Pendiente de envío", 2));
    assertThat(filas(informe, "Por departamento"))
        .containsExactly(
            List.of("05 · Antioquia", 2, 1, 3, 1), List.of("11 · Bogotá D.C.", 0, 1, 1, 0));
    assertThat(filas(informe, "Glosados por código"))
        .containsExactly(List.of("AfiliacionPrimeraVez", "GE02", 1));
  }

  @Test
  void countsEmployersAndWorkersThatSatHas() throws Exception {
    // Given
    resultados.publicar(
        enAgosto(Resultado.de(PRIMERA_VEZ, "E1", 2, "ACEPTADO"), "03").empleador("k1:uno"),
        enAgosto(Resultado.de("AfiliacionNoPrimeraVez", "E2", 2, "ACEPTADO_CON_ALERTA"), "04")
            .empleador("k1:uno"),
        enAgosto(Resultado.de(PRIMERA_VEZ, "E3", 2, "ACEPTADO"), "04").departamento("11", 1),
        enAgosto(Resultado.de(PRIMERA_VEZ, "E4", 2, "GLOSADO"), "04"),
        enAgosto(Resultado.de(INICIO, "T1", 2, "ACEPTADO"), "04").trabajador("k1:ana"),
        enAgosto(Resultado.de(INICIO, "T2", 2, "ACEPTADO"), "04").trabajador("k1:ana"),
        enAgosto(Resultado.de("TerminacionRelacionLaboral", "T3", 2, "ACEPTADO"), "04"));
    resultados.leidos();
    // When
    var empleadores = hecho(abrir("EMPLEADORES_CARGADOS", CORTE));
    var trabajadores = hecho(abrir("TRABAJADORES_CARGADOS", CORTE));
    // Then
    assertThat(cifras(empleadores))
        .isEqualTo(
            Map.of(
                "Empleadores cargados", 2, "Afiliaciones aceptadas", 3, "De ellos, con alerta", 1));
    assertThat(filas(empleadores, "Por rezago"))
        .containsExactly(
            List.of("1 · No reportados a PISIS", 1, 1, 0), List.of("4 · Del día a día", 1, 2, 1));
    assertThat(cifras(trabajadores))
        .isEqualTo(
            Map.of(
                "Trabajadores cargados", 1,
                "Inicios de relación laboral aceptados", 2,
                "De ellos, con alerta", 0));
  }

  @Test
  void countsTheWeekThatTheCutOffEnds() throws Exception {
    // Given: the week from Thursday 29-Jul to Wednesday 4-Aug
    resultados.publicar(
        Resultado.de(PRIMERA_VEZ, "A", 1, "PENDIENTE")
            .instantes("2021-07-29T04:59:59Z", "2021-07-29T04:59:59Z"),
        Resultado.de(PRIMERA_VEZ, "B", 1, "PENDIENTE")
            .instantes("2021-07-29T05:00:00Z", "2021-07-29T05:00:00Z"),
        Resultado.de(PRIMERA_VEZ, "C", 2, "ACEPTADO")
            .instantes("2021-07-20T15:00:00Z", "2021-08-05T04:59:59Z"),
        Resultado.de(PRIMERA_VEZ, "D", 2, "ACEPTADO")
            .instantes("2021-08-01T15:00:00Z", "2021-08-05T05:00:00Z"));
    resultados.leidos();
    // When
    var informe = hecho(abrir("CONTEO_SEMANAL", CORTE));
    // Then
    assertThat(cifras(informe))
        .containsEntry("Recibidos en la semana", 2)
        .containsEntry("Aceptados", 1)
        .containsEntry("Empleadores cargados por primera vez", 1)
        .containsEntry("Trabajadores cargados por primera vez", 0);
    assertThat(filas(informe, "Aceptados por día"))
        .containsExactly(List.of("4 de agosto de 2021", 1));
    assertThat(informe.getList("informe.comoSeConto", String.class))
        .anyMatch(frase -> frase.contains("jueves 29 de julio de 2021, 00:00"));
  }

  @Test
  void showsTheDifferenceToTheLastOneAndWhatBecameKnownAfterIt() throws Exception {
    // Given a report with one accepted
    resultados.publicar(enAgosto(Resultado.de(PRIMERA_VEZ, "E1", 2, "ACEPTADO"), "03"));
    resultados.leidos();
    hecho(abrir("EMPLEADORES_CARGADOS", CORTE));
    // When one of that time becomes known, and two of the week after
    resultados.publicar(
        enAgosto(Resultado.de(PRIMERA_VEZ, "E2", 2, "ACEPTADO"), "04"),
        enAgosto(Resultado.de(PRIMERA_VEZ, "E3", 2, "ACEPTADO"), "06"),
        enAgosto(Resultado.de(PRIMERA_VEZ, "E4", 2, "ACEPTADO"), "07"));
    resultados.leidos();
    var segundo = hecho(abrir("EMPLEADORES_CARGADOS", SIGUIENTE));
    // Then
    Map<String, Object> cifra = segundo.getMap("informe.cifras[0]");
    assertThat(cifra)
        .containsEntry("nombre", "Empleadores cargados")
        .containsEntry("valor", 4)
        .containsEntry("anterior", 1)
        .containsEntry("ajuste", 1);
    assertThat(segundo.getString("informe.corteAnterior")).isEqualTo("2021-08-05T05:00:00Z");
  }

  @Test
  void isFrozenWhenItIsMade() throws Exception {
    // Given
    resultados.publicar(enAgosto(Resultado.de(PRIMERA_VEZ, "E1", 2, "ACEPTADO"), "03"));
    resultados.leidos();
    var id = abrir("EMPLEADORES_CARGADOS", CORTE);
    var informe = hecho(id);
    var nombre = informe.getString("archivos[0].nombre");
    var antes = archivo(id, nombre);
    // When all it was made of is gone
    resultados.vaciar();
    // Then
    assertThat(archivo(id, nombre)).isEqualTo(antes);
    assertThat(HexFormat.of().formatHex(Sha256.de(antes)))
        .isEqualTo(informe.getString("archivos[0].huella"))
        .isEqualTo(informe.getString("expediente.huella"));
    assertThat(informe.getList("archivos.nombre"))
        .containsExactly(
            "empleadores-cargados-2021-08-05.json",
            "empleadores-cargados-2021-08-05.html",
            "empleadores-cargados-2021-08-05.xlsx",
            "empleadores-cargados-2021-08-05.csv");
    assertThatThrownBy(() -> resultados.ejecutar("UPDATE informe_archivo SET contenido = ''"))
        .hasMessageContaining("only grows");
    assertThatThrownBy(() -> resultados.ejecutar("DELETE FROM informe_historia"))
        .hasMessageContaining("only grows");
  }

  @Test
  void isSeenAsAPageThatRunsNothing() throws Exception {
    var id = abrir("PENDIENTES", CORTE);
    hecho(id);
    given()
        .get("/informes/" + id + "/vista")
        .then()
        .statusCode(200)
        .contentType("text/html; charset=UTF-8")
        .header("Content-Security-Policy", containsString("default-src 'none'"))
        .body(containsString("Pendientes por reportar"));
  }

  @Test
  void saysWhereItDoesNotBalanceAndIsNotMade() throws Exception {
    // Given
    resultados.publicar(enAgosto(Resultado.de(INICIO, "T1", 2, "ACEPTADO"), "03"));
    resultados.leidos();
    familias.cambiar(respuesta -> inicios(respuesta).put("aceptados", 2).put("recibidos", 2));
    // When
    var id = abrir("TRABAJADORES_CARGADOS", CORTE);
    confeccion.hacerLoQueHaya();
    // Then
    uno(id)
        .body("expediente.estado", equalTo("DESCUADRADO"))
        .body(
            "expediente.motivo",
            equalTo(
                "InicioRelacionLaboral, recibidos: 2 en el servicio y 1 aquí; "
                    + "InicioRelacionLaboral, aceptados: 2 en el servicio y 1 aquí"))
        .body("archivos", hasSize(0));
    decidir(id, "aprobacion", "{}").statusCode(409).body("codigo", equalTo("NO_SE_PUEDE_AHORA"));
    // When it has been put right
    familias.cambiar(respuesta -> {});
    decidir(id, "nuevo-cuadre", "{\"motivo\":\"Se leyó de nuevo\"}").statusCode(200);
    // Then
    assertThat(hecho(id).getString("expediente.estado")).isEqualTo("POR_APROBAR");
    uno(id)
        .body(
            "historia.estado",
            equalTo(List.of("POR_HACER", "DESCUADRADO", "POR_HACER", "POR_APROBAR")))
        .body("historia[2].quien", equalTo(IdentidadDePrueba.QUIEN))
        .body("historia[2].detalle", equalTo("Se leyó de nuevo"));
  }

  @Test
  void missingOutcomesAreToldUntilACutOffAfterThemBalances() throws Exception {
    // Given outcomes that were not on the topic any more, and a replica that has started since
    resultados.publicar(enAgosto(Resultado.de(INICIO, "T1", 2, "ACEPTADO"), "03"));
    resultados.leidos();
    resultados.ejecutar("DELETE FROM salto");
    resultados.ejecutar(
        """
        INSERT INTO salto (topico, particion, posicion, instante)
        VALUES ('sat.resultados', 0, 7, '2021-08-06'), ('sat.resultados', 1, 7, '2021-08-13')""");
    saltos.medir();
    // When counts of before them balance, and counts of after them do not
    cuadres.comparar(Instant.parse("2021-08-05T05:00:00Z"));
    familias.cambiar(respuesta -> inicios(respuesta).put("aceptados", 2));
    cuadres.comparar(Instant.parse("2021-08-12T05:00:00Z"));
    // Then
    assertThat(sinCuadrar()).isEqualTo(2);
    // When a later cut-off balances
    familias.cambiar(respuesta -> {});
    cuadres.comparar(Instant.parse("2021-08-12T05:00:00Z"));
    // Then those after it are still told
    assertThat(sinCuadrar()).isEqualTo(1);
  }

  private double sinCuadrar() {
    return metricas.get("sat.reporting.saltos").gauge().value();
  }

  @Test
  void takesItForBalancedWhenTheServiceCannotTellAnyMoreWhatHasMoved() throws Exception {
    // Given: glosado at the cut-off, as far as this service knows; it has moved there since
    resultados.publicar(enAgosto(Resultado.de(INICIO, "T1", 2, "GLOSADO"), "03"));
    resultados.leidos();
    familias.cambiar(respuesta -> inicios(respuesta).put("glosados", 0).put("cambiados", 1));
    // Then
    assertThat(hecho(abrir("PENDIENTES", CORTE)).getString("expediente.estado"))
        .isEqualTo("POR_APROBAR");
  }

  @ParameterizedTest
  @ValueSource(ints = {503, 200})
  void waitsForWhatIsMissingAndSaysSo(int estado) throws Exception {
    // Given a service that is away, or has not told everything
    familias.responderCon(estado);
    familias.cambiar(respuesta -> respuesta.put("salidaPendiente", 3));
    // When
    var id = abrir("PENDIENTES", CORTE);
    confeccion.hacerLoQueHaya();
    // Then
    uno(id)
        .body("expediente.estado", equalTo("POR_HACER"))
        .body(
            "expediente.motivo",
            containsString(
                estado == 503
                    ? "el servicio de afiliación respondió 503"
                    : "el servicio de relación laboral tiene 3 resultados sin llegar a Kafka todavía"));
    // When patience is over
    resultados.ejecutar("UPDATE informe SET paciencia = now(), no_antes = now()");
    confeccion.hacerLoQueHaya();
    // Then
    uno(id)
        .body("expediente.estado", equalTo("DESCUADRADO"))
        .body("expediente.motivo", containsString("No se pudo cuadrar a tiempo"));
  }

  @Test
  void asksEachServiceWithTheTokenOfThisOne() throws Exception {
    hecho(abrir("PENDIENTES", CORTE));
    assertThat(familias.tokens()).hasSize(3).allMatch(token -> token.startsWith("Bearer ey"));
  }

  @Test
  void isApprovedByItselfWhenConfigurationSaysSo() throws Exception {
    // Given
    var sola =
        new SmallRyeConfigBuilder()
            .withMapping(ReportingConfig.class)
            .withDefaultValues(Map.of("sat.informes.aprobacion", "AUTOMATICA"))
            .build()
            .getConfigMapping(ReportingConfig.class);
    var id = abrir("PENDIENTES", CORTE);
    // When
    new Confeccion(sola, database, cuadres, redaccion, formas).hacerLoQueHaya();
    // Then
    uno(id)
        .body("expediente.estado", equalTo("APROBADO"))
        .body("historia[1].quien", equalTo("sistema"));
  }

  @Test
  void makesNoTwoOfAKindAndCutOffUnlessOneIsThrownAway() throws Exception {
    // Given
    var id = abrir("PENDIENTES", CORTE);
    hecho(id);
    pedir("PENDIENTES", CORTE).statusCode(409);
    // When
    decidir(id, "descarte", "{}").statusCode(400).body("detail", containsString("diga por qué"));
    decidir(id, "descarte", "{\"motivo\":\"Faltaba una familia\"}").statusCode(200);
    // Then
    var otro = abrir("PENDIENTES", CORTE);
    assertThat(hecho(otro).getString("informe.corteAnterior")).isNull();
    given()
        .get("/informes?estado=DESCARTADO")
        .then()
        .statusCode(200)
        .body("id", equalTo(List.of((int) id)));
    decidir(id, "aprobacion", "{}").statusCode(409);
  }

  @Test
  void letsOnlyAnAdministratorSendAndOnlyAnOperatorMake() throws Exception {
    var id = abrir("PENDIENTES", CORTE);
    hecho(id);
    for (var paso : List.of("aprobacion", "reenvio", "llegada")) {
      como(UsuarioDeArena.OPERADOR, "/informes/" + id + "/" + paso).statusCode(403);
    }
    for (var paso : List.of("descarte", "nuevo-cuadre")) {
      como(UsuarioDeArena.CONSULTA, "/informes/" + id + "/" + paso).statusCode(403);
    }
    como(UsuarioDeArena.CONSULTA, "/informes").statusCode(403);
    given()
        .auth()
        .oauth2(IdentidadDePrueba.persona("luz", UsuarioDeArena.CONSULTA))
        .get("/informes/" + id)
        .then()
        .statusCode(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"tipo\":\"OTRO\"}|400|El campo tipo no sirve: se puede: PENDIENTES",
        "{}|400|El campo tipo no sirve",
        "{\"tipo\":\"PENDIENTES\",\"corte\":\"ayer\"}|400|El campo corte no sirve: se espera",
        "{\"tipo\":\"PENDIENTES\",\"corte\":\"1999-01-01T00:00:00Z\"}|400|anterior al año 2000",
        "{\"tipo\":\"PENDIENTES\",\"corte\":\"2999-01-01T00:00:00Z\"}|409|aún falta para",
        "no es json|400|"
      })
  void refusesAnOrderThatCannotBeMeant(String cuerpo, int estado, String detalle) {
    given()
        .contentType(ContentType.JSON)
        .body(cuerpo)
        .post("/informes")
        .then()
        .statusCode(estado)
        .body("detail", containsString(detalle == null ? "" : detalle));
  }

  @ParameterizedTest
  @EnumSource(EstadoInforme.class)
  void theTableOfTheDatabaseKnowsEveryState(EstadoInforme estado) {
    resultados.ejecutar(
        """
        INSERT INTO informe (tipo, corte, estado, creado_por, no_antes, paciencia)
        VALUES ('PENDIENTES', now(), '%s', 'x', now(), now())"""
            .formatted(estado));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/informes/0", "/informes/x", "/informes/1/vista", "/informes/1/archivos/x"})
  void knowsNoReportThatIsNotThere(String ruta) {
    given().get(ruta).then().statusCode(404).body("codigo", equalTo("NO_ENCONTRADO"));
  }

  /** Received on 2 August, and so since that day of August. */
  private static Resultado enAgosto(Resultado resultado, String dia) {
    return resultado.instantes("2021-08-02T15:00:00Z", "2021-08-%sT15:00:00Z".formatted(dia));
  }

  private static ObjectNode inicios(ObjectNode respuesta) {
    return (ObjectNode) respuesta.path("servicios").path(INICIO);
  }

  private static ValidatableResponse pedir(String tipo, String corte) {
    return given()
        .contentType(ContentType.JSON)
        .body("{\"tipo\":\"%s\",\"corte\":\"%s\"}".formatted(tipo, corte))
        .post("/informes")
        .then();
  }

  private static long abrir(String tipo, String corte) {
    return pedir(tipo, corte).statusCode(201).extract().<Integer>path("id");
  }

  private JsonPath hecho(long id) throws Exception {
    confeccion.hacerLoQueHaya();
    return uno(id).body("expediente.estado", equalTo("POR_APROBAR")).extract().jsonPath();
  }

  private static ValidatableResponse uno(long id) {
    return given().get("/informes/" + id).then().statusCode(200);
  }

  private static ValidatableResponse decidir(long id, String que, String cuerpo) {
    return given()
        .contentType(ContentType.JSON)
        .body(cuerpo)
        .post("/informes/%d/%s".formatted(id, que))
        .then();
  }

  private static ValidatableResponse como(UsuarioDeArena rol, String ruta) {
    return given()
        .auth()
        .oauth2(IdentidadDePrueba.persona("luz", rol))
        .contentType(ContentType.JSON)
        .body("{\"tipo\":\"PENDIENTES\",\"motivo\":\"porque sí\"}")
        .post(ruta)
        .then();
  }

  private static byte[] archivo(long id, String nombre) {
    return given()
        .get("/informes/%d/archivos/%s".formatted(id, nombre))
        .then()
        .statusCode(200)
        .extract()
        .asByteArray();
  }

  private static Map<String, Integer> cifras(JsonPath informe) {
    var cifras = new HashMap<String, Integer>();
    informe
        .getList("informe.cifras", Map.class)
        .forEach(cifra -> cifras.put((String) cifra.get("nombre"), (Integer) cifra.get("valor")));
    return cifras;
  }

  private static List<List<Object>> filas(JsonPath informe, String titulo) {
    List<Map<String, List<Object>>> filas =
        informe.getList("informe.tablas.find { it.titulo == '" + titulo + "' }.filas");
    return filas.stream()
        .map(
            fila -> {
              var todo = new ArrayList<Object>(fila.get("rotulos"));
              todo.addAll(fila.get("numeros"));
              return List.copyOf(todo);
            })
        .toList();
  }
}
