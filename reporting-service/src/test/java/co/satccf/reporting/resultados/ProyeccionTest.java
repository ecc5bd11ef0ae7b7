package co.satccf.reporting.resultados;

import static co.satccf.reporting.Resultado.INICIO;
import static co.satccf.reporting.Resultado.PRIMERA_VEZ;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import co.satccf.reporting.Resultado;
import co.satccf.reporting.Resultados;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ProyeccionTest {

  private static final String ESTADOS =
      "SELECT radicado || ' ' || revision || ' ' || estado FROM reporte ORDER BY radicado";

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
  void givesTheSameRowsWhenTheTopicIsReadAgainFromItsBeginning() {
    // Given: 300 reports with up to five outcomes each, shuffled, over several batches
    var random = new Random(7);
    var todos = new ArrayList<Resultado>();
    for (var i = 0; i < 300; i++) {
      for (var revision = 1; revision <= 1 + random.nextInt(5); revision++) {
        var estado = revision == 5 ? "ACEPTADO" : "INCIERTO";
        todos.add(Resultado.de(INICIO, "R" + i, revision, estado));
      }
    }
    Collections.shuffle(todos, random);
    resultados.publicar(todos);
    resultados.publicarTexto("q", Resultado.cuarentena(17));
    resultados.publicarTexto("x", "{");
    resultados.leidos();
    var everything =
        """
        SELECT r::text FROM reporte r WHERE radicado LIKE 'R%' UNION ALL
        SELECT c::text FROM cuarentena c UNION ALL
        SELECT topico || particion || '@' || posicion || motivo FROM resultado_ilegible ORDER BY 1""";
    resultados.olvidarPosiciones();
    resultados.vaciar();
    consumo.volverAEmpezar();
    resultados.leidos();
    var before = resultados.consultar(everything);
    assertThat(before.size()).isGreaterThanOrEqualTo(302);
    // When: once over the rows that are there
    resultados.olvidarPosiciones();
    consumo.volverAEmpezar();
    resultados.leidos();
    // Then
    assertThat(resultados.consultar(everything)).isEqualTo(before);
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
