package co.satccf.reporting.conteos;

import static co.satccf.reporting.Resultado.ESTADO_PAGO;
import static co.satccf.reporting.Resultado.INICIO;
import static co.satccf.reporting.Resultado.PRIMERA_VEZ;
import static io.restassured.RestAssured.given;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import co.satccf.reporting.Resultado;
import co.satccf.reporting.Resultados;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ConteosTest {

  private static final List<String> GRUPOS =
      List.of("semana", "servicio", "rezago", "departamento", "estado");
  private static final Set<String> FINALES =
      Set.of("ACEPTADO", "ACEPTADO_CON_ALERTA", "RETIRADO", "SUSTITUIDO");

  @Inject Resultados resultados;

  @BeforeEach
  void empty() {
    resultados.leidos();
    resultados.vaciar();
  }

  @Test
  void beginsTheWeekOnThursdayInBogota() {
    // Given: Thursday 29-Jul-2021 begins at 05:00 UTC; none is final, so the reception decides
    publishWaiting("A", "2021-07-29T04:59:59.999999Z");
    publishWaiting("B", "2021-07-29T05:00:00Z");
    publishWaiting("C", "2021-08-05T04:59:59Z");
    publishWaiting("D", "2021-08-05T05:00:00Z");
    resultados.leidos();
    // Then
    assertThat(grupos("agrupar=semana"))
        .containsExactly(
            Map.of("semana", "2021-07-22", "reportes", 1),
            Map.of("semana", "2021-07-29", "reportes", 2),
            Map.of("semana", "2021-08-05", "reportes", 1));
  }

  @Test
  void countsAFinalReportInTheWeekOfItsAnswerAndAnyOtherInThatOfItsReception() {
    // Given: received in one week, the last outcome in the next
    var recibido = "2021-07-30T12:00:00Z";
    var respondido = "2021-08-06T12:00:00Z";
    for (var estado :
        List.of(
            "PENDIENTE",
            "EN_VUELO",
            "INCIERTO",
            "GLOSADO",
            "POR_CONFIRMAR",
            "ACEPTADO",
            "ACEPTADO_CON_ALERTA",
            "RETIRADO",
            "SUSTITUIDO")) {
      resultados.publicar(
          Resultado.de(PRIMERA_VEZ, "R-" + estado, 1, estado).instantes(recibido, respondido));
    }
    resultados.leidos();
    // Then
    assertThat(grupos("agrupar=semana"))
        .containsExactly(
            Map.of("semana", "2021-07-29", "reportes", 5),
            Map.of("semana", "2021-08-05", "reportes", 4));
  }

  @Test
  void groupsByEverySubsetAndNeverLosesAReport() {
    // Given
    var todos = someReports(250);
    resultados.publicar(todos);
    resultados.leidos();
    for (var subset = 0; subset < 1 << GRUPOS.size(); subset++) {
      var por = new ArrayList<String>();
      for (var i = 0; i < GRUPOS.size(); i++) {
        if ((subset & 1 << i) != 0) {
          por.add(GRUPOS.get(i));
        }
      }
      // When
      var grupos = grupos("agrupar=" + String.join(",", por));
      // Then
      var expected =
          todos.stream()
              .collect(groupingBy(r -> values(r, por).toString(), TreeMap::new, counting()));
      var actual = new TreeMap<String, Long>();
      grupos.forEach(
          grupo -> {
            var reportes = Long.valueOf(String.valueOf(grupo.get("reportes")));
            var llave = new LinkedHashMap<String, Object>();
            por.forEach(nombre -> llave.put(nombre, grupo.get(nombre)));
            assertThat(actual.put(llave.toString(), reportes)).isNull();
          });
      assertThat(actual).as("by " + por).isEqualTo(expected);
    }
  }

  @Test
  void countsOnlyTheDaysAskedBothIncluded() {
    // Given
    publishWaiting("A", "2021-08-02T04:59:59Z");
    publishWaiting("B", "2021-08-02T05:00:00Z");
    publishWaiting("C", "2021-08-04T04:59:59Z");
    publishWaiting("D", "2021-08-04T05:00:00Z");
    resultados.leidos();
    // Then
    assertThat(grupos("desde=2021-08-02&hasta=2021-08-03")).containsExactly(Map.of("reportes", 2));
    assertThat(grupos("desde=2021-08-04")).containsExactly(Map.of("reportes", 1));
    assertThat(grupos("hasta=2021-08-01")).containsExactly(Map.of("reportes", 1));
  }

  @Test
  void countsEachAcceptedEmployerAndWorkerOnce() {
    // Given: two employers accepted, one of them twice; a worker with two contracts, one glosado
    resultados.publicar(
        Resultado.de(PRIMERA_VEZ, "E1", 2, "ACEPTADO").empleador("k1:uno"),
        Resultado.de("AfiliacionNoPrimeraVez", "E2", 2, "ACEPTADO_CON_ALERTA").empleador("k1:uno"),
        Resultado.de("AfiliacionNoPrimeraVez", "E3", 2, "ACEPTADO").empleador("k1:dos"),
        Resultado.de(PRIMERA_VEZ, "E4", 2, "GLOSADO").empleador("k1:tres"),
        Resultado.de("Desafiliacion", "E5", 2, "ACEPTADO").empleador("k1:cuatro"),
        Resultado.de(INICIO, "T1", 2, "ACEPTADO").trabajador("k1:ana"),
        Resultado.de(INICIO, "T2", 2, "ACEPTADO").trabajador("k1:ana"),
        Resultado.de(INICIO, "T3", 2, "GLOSADO").trabajador("k1:luz"),
        Resultado.de("TerminacionRelacionLaboral", "T4", 2, "ACEPTADO").trabajador("k1:eva"));
    resultados.publicarTexto("q", Resultado.cuarentena(5));
    resultados.leidos();
    // Then
    given()
        .get("/conteos")
        .then()
        .statusCode(200)
        .body("grupos[0].reportes", equalTo(9))
        .body("empleadoresCargados", equalTo(2))
        .body("trabajadoresCargados", equalTo(1))
        .body("cuarentena", equalTo(1));
  }

  @Test
  void countsAnEmployerOnTheDayOfItsFirstAcceptance() {
    // Given
    publicarAceptado("E1", "2021-08-09T15:00:00Z");
    publicarAceptado("E2", "2021-08-03T15:00:00Z");
    resultados.leidos();
    // Then
    given()
        .get("/conteos?desde=2021-08-03&hasta=2021-08-03")
        .then()
        .body("empleadoresCargados", equalTo(1));
    given().get("/conteos?desde=2021-08-04").then().body("empleadoresCargados", equalTo(0));
  }

  @Test
  void tellsWhatHoldsTheUnfinishedAndForWhichCause() {
    // Given
    resultados.publicar(
        Resultado.de(INICIO, "A", 1, "PENDIENTE").bloqueo("EMPLEADOR_NO_INCORPORADO"),
        Resultado.de(INICIO, "B", 1, "PENDIENTE"),
        Resultado.de(INICIO, "C", 2, "GLOSADO").glosa("GE25", "sexo"),
        Resultado.de(INICIO, "D", 2, "ACEPTADO").glosa("200", ""));
    resultados.leidos();
    // Then
    assertThat(grupos("agrupar=estado,bloqueo,causa&abiertos=true"))
        .containsExactly(
            grupo("GLOSADO", null, "GE25"),
            grupo("PENDIENTE", "EMPLEADOR_NO_INCORPORADO", null),
            grupo("PENDIENTE", null, null));
  }

  private static Map<String, Object> grupo(
      String estado, @Nullable String bloqueo, @Nullable String causa) {
    var grupo = new LinkedHashMap<String, Object>();
    grupo.put("estado", estado);
    grupo.put("bloqueo", bloqueo);
    grupo.put("causa", causa);
    grupo.put("reportes", 1);
    return grupo;
  }

  @Test
  void countsByDayInBogota() {
    publishWaiting("A", "2021-08-02T04:59:59Z");
    publishWaiting("B", "2021-08-02T05:00:00Z");
    resultados.leidos();
    assertThat(grupos("agrupar=dia"))
        .containsExactly(
            Map.of("dia", "2021-08-01", "reportes", 1), Map.of("dia", "2021-08-02", "reportes", 1));
  }

  @Test
  void tellsHowFarItHasRead() {
    resultados.publicar(Resultado.de(ESTADO_PAGO, "P1", 1, "PENDIENTE"));
    resultados.leidos();
    Map<String, Integer> posiciones =
        given().get("/conteos/posiciones").then().statusCode(200).extract().as(Map.class);
    var expected = new TreeMap<String, Integer>();
    resultados.finales().forEach((partition, end) -> expected.put(partition, end.intValue()));
    assertThat(posiciones).isEqualTo(expected).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "agrupar=color|El parámetro agrupar no puede ser \"color\": se puede: semana",
        "agrupar=semana,,estado|El parámetro agrupar no puede ser \"\"",
        "abiertos=quizas|El parámetro abiertos no puede ser \"quizas\": es true o false",
        "desde=ayer|El parámetro desde no puede ser \"ayer\": se espera una fecha AAAA-MM-DD",
        "hasta=2021-02-30|El parámetro hasta no puede ser \"2021-02-30\"",
        "desde=0001-01-01|El parámetro desde no puede ser \"0001-01-01\": el año",
        "desde=2021-08-02&hasta=2021-08-01|El parámetro hasta no puede ser \"2021-08-01\""
      })
  void refusesAParameterNamingItsValue(String query, String detail) {
    given()
        .get("/conteos?" + query)
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("title", equalTo("Solicitud incorrecta"))
        .body("codigo", equalTo("SOLICITUD_INCORRECTA"))
        .body("detail", containsString(detail));
  }

  @Test
  void answersAnUnknownPathWithAProblem() {
    given()
        .get("/conteos/otros")
        .then()
        .statusCode(404)
        .contentType("application/problem+json")
        .body("codigo", equalTo("NO_ENCONTRADO"));
  }

  private void publicarAceptado(String radicado, String instante) {
    resultados.publicar(
        Resultado.de(PRIMERA_VEZ, radicado, 2, "ACEPTADO")
            .empleador("k1:uno")
            .instantes("2021-08-01T15:00:00Z", instante));
  }

  private void publishWaiting(String radicado, String recibido) {
    resultados.publicar(
        Resultado.de(PRIMERA_VEZ, radicado, 1, "PENDIENTE")
            .instantes(recibido, "2021-12-01T00:00:00Z"));
  }

  private static List<Map<String, Object>> grupos(String query) {
    return given().get("/conteos?" + query).then().statusCode(200).extract().path("grupos");
  }

  private static List<Resultado> someReports(int many) {
    var random = new Random(11);
    var servicios = List.of(PRIMERA_VEZ, INICIO, ESTADO_PAGO);
    var estados = List.of("PENDIENTE", "GLOSADO", "ACEPTADO", "RETIRADO");
    var start = Instant.parse("2021-07-20T00:00:00Z");
    var todos = new ArrayList<Resultado>();
    for (var i = 0; i < many; i++) {
      var servicio = servicios.get(random.nextInt(servicios.size()));
      var departamento = servicio.equals(ESTADO_PAGO) ? null : List.of("05", "11").get(i % 2);
      var recibido = start.plus(random.nextInt(40 * 24 * 60), ChronoUnit.MINUTES);
      todos.add(
          Resultado.de(servicio, "R" + i, 1, estados.get(random.nextInt(estados.size())))
              .departamento(departamento, 1 + random.nextInt(4))
              .instantes(
                  recibido.toString(),
                  recibido.plus(random.nextInt(9), ChronoUnit.DAYS).toString()));
    }
    return todos;
  }

  private static Map<String, Object> values(Resultado reporte, List<String> por) {
    var values = new LinkedHashMap<String, Object>();
    for (var nombre : por) {
      values.put(
          nombre,
          switch (nombre) {
            case "semana" -> semana(reporte);
            case "servicio" -> reporte.servicio();
            case "rezago" -> reporte.tipoRezago();
            case "departamento" -> reporte.departamento();
            default -> reporte.estado();
          });
    }
    return values;
  }

  private static String semana(Resultado reporte) {
    var decides = FINALES.contains(reporte.estado()) ? reporte.instante() : reporte.recibido();
    return Instant.parse(decides)
        .atZone(ZoneId.of("America/Bogota"))
        .toLocalDate()
        .with(TemporalAdjusters.previousOrSame(DayOfWeek.THURSDAY))
        .toString();
  }
}
