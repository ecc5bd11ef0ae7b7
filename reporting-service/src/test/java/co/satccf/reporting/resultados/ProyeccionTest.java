package co.satccf.reporting.resultados;

import static co.satccf.reporting.Resultado.ESTADO_PAGO;
import static co.satccf.reporting.Resultado.INICIO;
import static co.satccf.reporting.Resultado.PRIMERA_VEZ;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import co.satccf.model.estado.EstadoReporte;
import co.satccf.reporting.Resultado;
import co.satccf.reporting.Resultados;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ProyeccionTest {

  private static final String ESTADOS =
      "SELECT radicado || ' ' || revision || ' ' || estado FROM reporte ORDER BY radicado";

  private static final Instant INICIO_DE_TODO = Instant.parse("2021-07-20T00:00:00Z");

  private static final String TODO =
      """
      SELECT r::text FROM reporte r WHERE radicado LIKE 'R%' UNION ALL
      SELECT c::text FROM celda c WHERE reportes <> 0 UNION ALL
      SELECT r::text FROM recibido r UNION ALL
      SELECT c::text FROM cargado c UNION ALL
      SELECT p::text FROM paso p UNION ALL
      SELECT c::text FROM cuarentena c UNION ALL
      SELECT topico || particion || '@' || posicion || motivo FROM resultado_ilegible ORDER BY 1""";

  @Inject Resultados resultados;
  @Inject Consumo consumo;
  @Inject MeterRegistry metricas;

  @BeforeEach
  void empty() {
    resultados.leidos();
    resultados.vaciar();
  }

  @Test
  void keepsOneRowPerReportThoughOutcomesAreRepeated() {
    // Given
    var recibido = Resultado.de(PRIMERA_VEZ, "R1", 1, "PENDIENTE");
    var aceptado = Resultado.de(PRIMERA_VEZ, "R1", 2, "ACEPTADO");
    var applied = count("sat.reporting.aplicados");
    // When: repeated within a batch, and again in later ones
    resultados.publicar(recibido, recibido, aceptado, aceptado);
    resultados.leidos();
    resultados.publicar(recibido, aceptado);
    resultados.leidos();
    // Then
    assertThat(resultados.consultar(ESTADOS)).containsExactly("R1 2 ACEPTADO");
    assertThat(count("sat.reporting.aplicados") - applied).isBetween(1.0, 2.0);
  }

  @Test
  void tellsReportsOfDifferentServicesApartByServiceAndRadicado() {
    resultados.publicar(
        Resultado.de(PRIMERA_VEZ, "R1", 1, "PENDIENTE"), Resultado.de(INICIO, "R1", 4, "GLOSADO"));
    resultados.leidos();
    assertThat(resultados.consultar(ESTADOS)).containsExactly("R1 1 PENDIENTE", "R1 4 GLOSADO");
  }

  @Test
  void dropsAnOutcomeThatComesAfterANewerOne() {
    // Given: out of order within one batch, and over two
    resultados.publicar(
        Resultado.de(PRIMERA_VEZ, "R1", 3, "ACEPTADO"),
        Resultado.de(PRIMERA_VEZ, "R1", 2, "INCIERTO"),
        Resultado.de(PRIMERA_VEZ, "R2", 5, "ACEPTADO"));
    resultados.leidos();
    // When
    resultados.publicar(
        Resultado.de(PRIMERA_VEZ, "R1", 1, "PENDIENTE"),
        Resultado.de(PRIMERA_VEZ, "R2", 5, "GLOSADO"),
        Resultado.de(PRIMERA_VEZ, "R2", 4, "INCIERTO"));
    resultados.leidos();
    // Then
    assertThat(resultados.consultar(ESTADOS)).containsExactly("R1 3 ACEPTADO", "R2 5 ACEPTADO");
  }

  @Test
  void givesTheSameNumbersWhenTheTopicIsReadAgainFromItsBeginning() {
    // Given: reports with up to five outcomes each, shuffled, some repeated, over several batches
    resultados.publicar(vidas(300, new Random(7)).stream().flatMap(List::stream).toList());
    resultados.publicarTexto("q", Resultado.cuarentena(17));
    resultados.publicarTexto("x", "{");
    resultados.leidos();
    resultados.ejecutar(
        "INSERT INTO salto (topico, particion, posicion) VALUES ('sat.resultados', 0, 7)");
    resultados.olvidarTodo();
    assertThat(resultados.consultar("SELECT * FROM salto")).isEmpty();
    consumo.volverAEmpezar();
    resultados.leidos();
    var before = resultados.consultar(TODO);
    assertThat(before.size()).isGreaterThanOrEqualTo(500);
    // When: once over the rows that are there
    resultados.olvidarPosiciones();
    consumo.volverAEmpezar();
    resultados.leidos();
    // Then
    assertThat(resultados.consultar(TODO)).isEqualTo(before);
  }

  @Test
  void countsInItsCellsWhatTheRowsSayWhateverTheOrderOfTheOutcomes() {
    // Given
    var random = new Random(11);
    var todos = new ArrayList<Resultado>();
    vidas(400, random).forEach(todos::addAll);
    todos.addAll(todos.subList(0, 200));
    Collections.shuffle(todos, random);
    // When: in batches of all sizes
    for (var desde = 0; desde < todos.size(); ) {
      var hasta = Math.min(todos.size(), desde + 1 + random.nextInt(400));
      resultados.publicar(todos.subList(desde, hasta));
      resultados.leidos();
      desde = hasta;
    }
    // Then
    assertThat(resultados.consultar("SELECT count(*) FROM reporte")).containsExactly("400");
    assertThat(
            resultados.consultar(
                """
                SELECT c::text FROM celda c WHERE reportes <> 0 ORDER BY c::text"""))
        .isEqualTo(
            resultados.consultar(
                """
                SELECT (dia, servicio, tipo_rezago, coalesce(departamento, ''), estado,
                  coalesce(bloqueo, ''), CASE WHEN estado IN ('GLOSADO', 'POR_CONFIRMAR')
                    THEN coalesce(codigo, '') ELSE '' END, count(*))::text
                FROM reporte
                GROUP BY dia, servicio, tipo_rezago, coalesce(departamento, ''), estado,
                  coalesce(bloqueo, ''), CASE WHEN estado IN ('GLOSADO', 'POR_CONFIRMAR')
                    THEN coalesce(codigo, '') ELSE '' END
                ORDER BY 1"""))
        .isNotEmpty();
    assertThat(
            resultados.consultar("SELECT (clase, referencia, desde)::text FROM cargado ORDER BY 1"))
        .isEqualTo(
            resultados.consultar(
                """
                SELECT ('EMPLEADOR', empleador, min(instante))::text FROM reporte
                WHERE servicio IN ('AfiliacionPrimeraVez', 'AfiliacionNoPrimeraVez')
                  AND estado IN ('ACEPTADO', 'ACEPTADO_CON_ALERTA') GROUP BY empleador
                UNION ALL
                SELECT ('TRABAJADOR', trabajador, min(instante))::text FROM reporte
                WHERE servicio = 'InicioRelacionLaboral'
                  AND estado IN ('ACEPTADO', 'ACEPTADO_CON_ALERTA') GROUP BY trabajador
                ORDER BY 1"""))
        .isNotEmpty();
  }

  @Test
  void tellsHowEveryReportStoodAtAnyMomentOfThePast() {
    // Given
    var random = new Random(23);
    var vidas = vidas(200, random);
    var todos = new ArrayList<Resultado>();
    vidas.forEach(todos::addAll);
    Collections.shuffle(todos, random);
    resultados.publicar(todos);
    resultados.leidos();
    // When: at the instants of outcomes and between them
    for (var i = 0; i < 60; i++) {
      var corte =
          i % 2 == 0
              ? Instant.parse(todos.get(random.nextInt(todos.size())).instante())
              : INICIO_DE_TODO.plus(random.nextInt(50 * 24 * 60), ChronoUnit.MINUTES);
      var expected =
          vidas.stream().flatMap(vida -> estadoEn(vida, corte).stream()).sorted().toList();
      // Then
      assertThat(
              resultados.consultar(
                  "SELECT radicado || ' ' || estado FROM al_corte('%s')".formatted(corte)))
          .as("at " + corte)
          .containsExactlyInAnyOrderElementsOf(expected);
    }
  }

  private static Optional<String> estadoEn(List<Resultado> vida, Instant corte) {
    return vida.stream()
        .filter(uno -> Instant.parse(uno.instante()).isBefore(corte))
        .max(Comparator.comparingInt(Resultado::revision))
        .map(uno -> uno.radicado() + " " + uno.estado());
  }

  /** Legal lives of some reports, each outcome later than the one before. */
  private static List<List<Resultado>> vidas(int many, Random random) {
    var servicios = List.of(PRIMERA_VEZ, INICIO, ESTADO_PAGO);
    var vidas = new ArrayList<List<Resultado>>();
    for (var i = 0; i < many; i++) {
      var servicio = servicios.get(random.nextInt(servicios.size()));
      var recibido = INICIO_DE_TODO.plus(random.nextInt(40 * 24 * 60), ChronoUnit.MINUTES);
      var instante = recibido;
      var estado = random.nextInt(10) == 0 ? "GLOSADO" : "PENDIENTE";
      var vida = new ArrayList<Resultado>();
      for (var revision = 1; revision <= 6; revision++) {
        var uno =
            Resultado.de(servicio, "R" + i, revision, estado)
                .empleador("k1:emp-" + i % 50)
                .trabajador(servicio.equals(INICIO) ? "k1:tra-" + i % 70 : null)
                .departamento(
                    servicio.equals(ESTADO_PAGO) ? null : i % 2 == 0 ? "05" : "11", 1 + i % 4)
                .bloqueo(
                    estado.equals("PENDIENTE") && i % 3 == 0 ? "EMPLEADOR_NO_INCORPORADO" : null)
                .instantes(recibido.toString(), instante.toString());
        vida.add(
            estado.equals("GLOSADO") || estado.equals("POR_CONFIRMAR")
                ? uno.glosa("GE0" + i % 3, "campo" + i % 2)
                : uno);
        if (EstadoReporte.valueOf(estado).esFinal() || random.nextInt(4) == 0) {
          break;
        }
        estado =
            switch (estado) {
              case "PENDIENTE" ->
                  List.of("INCIERTO", "GLOSADO", "ACEPTADO", "RETIRADO").get(random.nextInt(4));
              case "INCIERTO" ->
                  List.of("POR_CONFIRMAR", "ACEPTADO_CON_ALERTA").get(random.nextInt(2));
              case "POR_CONFIRMAR" -> "ACEPTADO";
              default -> "PENDIENTE";
            };
        instante = instante.plus(1 + random.nextInt(4 * 24 * 60), ChronoUnit.MINUTES);
      }
      vidas.add(vida);
    }
    return vidas;
  }

  @Test
  void goesOnAfterOutcomesThatCannotBeRead() {
    // Given
    var bueno = Resultado.de(PRIMERA_VEZ, "R9", 1, "PENDIENTE");
    var textos =
        List.of(
            "no es json",
            "",
            "{}",
            bueno.json().replace("resultado.recibido", "resultado.inventado"),
            bueno.json().replace("\"PENDIENTE\"", "\"SECRETO\""),
            bueno.json().replace("\"tipoRezago\":4", "\"tipoRezago\":9"),
            // PostgreSQL takes no NUL: only storing it tells.
            bueno.json().replace("\"R9\"", "\"R\\u00009\""));
    // When: all on the partition of one key, a good one after them
    var valores = new ArrayList<byte[]>();
    textos.forEach(texto -> valores.add(texto.getBytes(UTF_8)));
    valores.add(bueno.json().getBytes(UTF_8));
    resultados.publicarBytes(Map.of("k1:una", valores));
    resultados.leidos();
    // Then
    assertThat(resultados.consultar(ESTADOS)).containsExactly("R9 1 PENDIENTE");
    assertThat(resultados.consultar("SELECT motivo FROM resultado_ilegible ORDER BY posicion"))
        .containsExactly(
            "el registro no es JSON",
            "el registro no tiene contenido",
            "type: falta",
            "type: tipo de resultado desconocido",
            "estado: valor desconocido",
            "tipoRezago: debe ser un entero entre 1 y 4",
            "no se pudo guardar: PSQLException 22021");
  }

  @Test
  void countsAQuarantinedEventOnceByItsPlaceOnTheErpsTopic() {
    resultados.publicarTexto("a", Resultado.cuarentena(3));
    resultados.publicarTexto("b", Resultado.cuarentena(3));
    resultados.publicarTexto("b", Resultado.cuarentena(4));
    resultados.leidos();
    assertThat(
            resultados.consultar(
                "SELECT topico || particion || '@' || posicion || motivos::text FROM cuarentena ORDER BY posicion"))
        .containsExactly("sat.afiliacion2@3{JSON}", "sat.afiliacion2@4{JSON}");
  }

  private double count(String name) {
    return metricas.get(name).counter().count();
  }
}
