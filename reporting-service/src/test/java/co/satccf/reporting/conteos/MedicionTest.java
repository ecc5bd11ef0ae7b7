package co.satccf.reporting.conteos;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import co.satccf.reporting.FamiliasFalsas;
import co.satccf.reporting.Resultados;
import co.satccf.reporting.consola.Navegador;
import co.satccf.reporting.documento.TipoInforme;
import co.satccf.reporting.informes.Confeccion;
import co.satccf.sandbox.identidad.UsuarioDeArena;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * How long the questions take with as many reports as {@code -Dmedir.reportes} says; runs only when
 * it says so. The figures are printed; the goals are asserted.
 *
 * <p>More than half of the reports are a backlog of workers that was reported within two weeks; the
 * rest came evenly over a year.
 */
@QuarkusTest
@EnabledIfSystemProperty(named = "medir.reportes", matches = "\\d+")
class MedicionTest {

  private static final int REPORTES = Integer.getInteger("medir.reportes", 0);
  private static final int VECES = 40;
  private static final Duration DE_UNA_SEMANA = Duration.ofMillis(300);
  private static final Duration DE_TODO = Duration.ofSeconds(5);

  private static final String SEMANA = "&desde=2022-02-03&hasta=2022-02-09";
  private static final String SEMANA_DEL_REZAGO = "&desde=2021-08-05&hasta=2021-08-11";

  @Inject Resultados resultados;
  @Inject Confeccion confeccion;

  @TestHTTPResource("/")
  URI raiz;

  private final List<String> lentas = new ArrayList<>();

  @Test
  void answersInTime() throws Exception {
    // Given
    resultados.leidos();
    resultados.vaciar();
    resultados.vaciarInformes();
    var sembrado = System.nanoTime();
    for (var desde = 0; desde < REPORTES; desde += 100_000) {
      sembrar(desde, Math.min(REPORTES, desde + 100_000));
    }
    System.out.printf(
        "%,d reports sown in %d s%n",
        REPORTES, Duration.ofNanos(System.nanoTime() - sembrado).toSeconds());
    resultados.ejecutar("VACUUM ANALYZE reporte, celda, cargado, paso");
    for (var tabla : List.of("reporte", "celda", "cargado", "paso")) {
      System.out.printf(
          "%s: %s%n",
          tabla,
          resultados
              .consultar(
                  """
                  SELECT count(*) || ' rows, ' || pg_size_pretty(pg_total_relation_size('%s'))
                  FROM %s"""
                      .formatted(tabla, tabla))
              .getFirst());
    }
    // Then
    var todo = "/conteos?agrupar=semana,servicio,rezago,departamento,estado";
    var porDia = "/conteos?agrupar=dia,servicio,rezago,departamento,estado";
    medir("one week, five groupings by day", porDia + SEMANA, DE_UNA_SEMANA);
    medir("the week of the backlog, the same", porDia + SEMANA_DEL_REZAGO, DE_UNA_SEMANA);
    medir(
        "all up to a cut-off, by service and state",
        "/conteos?agrupar=servicio,estado&hasta=2022-02-09",
        DE_UNA_SEMANA);
    medir(
        "what is open, by state, block and cause",
        "/conteos?agrupar=servicio,estado,bloqueo,causa&abiertos=true",
        DE_UNA_SEMANA);
    medir("overdue, by service", "/conteos/vencidos", DE_UNA_SEMANA);
    medir("glosas of one week", "/conteos/glosas?limite=20" + SEMANA, DE_UNA_SEMANA);
    medir("event to acceptance, one week", "/conteos/demoras?x=1" + SEMANA, DE_UNA_SEMANA);
    medir(
        "event to acceptance, the week of the backlog",
        "/conteos/demoras?x=1" + SEMANA_DEL_REZAGO,
        DE_TODO);
    medirPaginas();
    medir("whole history, five groupings by week", todo, DE_TODO);
    medir("glosas, whole history", "/conteos/glosas", DE_TODO);
    medir("event to acceptance, whole history", "/conteos/demoras", DE_TODO);
    for (var tipo : TipoInforme.values()) {
      hacer(tipo);
    }
    assertThat(lentas).isEmpty();
  }

  /** What a person at the console asks, rendered. */
  private void medirPaginas() {
    var carla = Navegador.como(UsuarioDeArena.CONSULTA, raiz);
    Consumer<String> abrir =
        ruta -> assertThat(carla.get("/consola" + ruta).statusCode()).isEqualTo(200);
    medir("page: board", "", DE_UNA_SEMANA, abrir);
    medir("page: search, no condition", "/reportes", DE_UNA_SEMANA, abrir);
    medir("page: search by radicado", "/reportes?radicado=M77777", DE_UNA_SEMANA, abrir);
    medir("page: search by a common code", "/reportes?codigo=GE07", DE_UNA_SEMANA, abrir);
    medir("page: search by a code nobody has", "/reportes?codigo=GE99", DE_UNA_SEMANA, abrir);
    medir("page: search by a rare state", "/reportes?estado=SUSTITUIDO", DE_UNA_SEMANA, abrir);
    medir(
        "page: search by a state nothing is in", "/reportes?estado=INCIERTO", DE_UNA_SEMANA, abrir);
    medir("page: search for all that is open", "/reportes?abiertos=true", DE_UNA_SEMANA, abrir);
    medir("page: glosas by cause", "/glosas", DE_UNA_SEMANA, abrir);
    medir(
        "page: glosas of a cause",
        "/glosas/causas/InicioRelacionLaboral/GE07",
        DE_UNA_SEMANA,
        abrir);
  }

  private void medir(String que, String ruta, Duration meta) {
    medir(que, ruta, meta, una -> given().get(una).then().statusCode(200));
  }

  private void medir(String que, String ruta, Duration meta, Consumer<String> abrir) {
    var veces = meta.equals(DE_TODO) ? 5 : VECES;
    var tiempos = new ArrayList<Long>();
    for (var vez = 0; vez < veces + 3; vez++) {
      var antes = System.nanoTime();
      abrir.accept(ruta);
      if (vez >= 3) {
        tiempos.add((System.nanoTime() - antes) / 1_000_000);
      }
    }
    Collections.sort(tiempos);
    var p95 = tiempos.get((int) Math.ceil(tiempos.size() * 0.95) - 1);
    System.out.printf(
        "| %s | %d ms | %d ms | ≤ %d ms |%n",
        que, tiempos.get(tiempos.size() / 2), p95, meta.toMillis());
    if (p95 > meta.toMillis()) {
      lentas.add(que);
    }
  }

  private void hacer(TipoInforme tipo) throws Exception {
    given()
        .contentType(ContentType.JSON)
        .body("{\"tipo\":\"%s\",\"corte\":\"2022-02-10T00:00:00-05:00\"}".formatted(tipo))
        .post("/informes")
        .then()
        .statusCode(201);
    try (var _ = new FamiliasFalsas(resultados)) {
      var antes = System.nanoTime();
      confeccion.hacerLoQueHaya();
      System.out.printf(
          "| made %s, the stand-ins of the family services included | %d ms |%n",
          tipo, (System.nanoTime() - antes) / 1_000_000);
    }
    assertThat(resultados.consultar("SELECT estado FROM informe WHERE tipo = '" + tipo + "'"))
        .containsExactly("POR_APROBAR");
  }

  private void sembrar(int desde, int hasta) {
    resultados.ejecutar(
        """
        INSERT INTO reporte (servicio, radicado, revision, version, intento, estado, bloqueo,
          origen, codigo, empleador, trabajador, departamento, tipo_rezago, instante_evento,
          instante_recibido, instante)
        SELECT servicio, 'M' || n, 2, 1, 1, estado,
          CASE WHEN estado = 'PENDIENTE' AND n %% 2 = 0 THEN 'EMPLEADOR_NO_INCORPORADO' END, 'SAT',
          CASE estado WHEN 'GLOSADO' THEN 'GE' || lpad((n %% 37)::text, 2, '0')
            WHEN 'POR_CONFIRMAR' THEN 'XX01' ELSE '200' END,
          'k1:' || md5('e' || n %% 110000) || 'empleador',
          CASE WHEN servicio LIKE '%%RelacionLaboral' THEN 'k1:' || md5('t' || n %% 1600000) || 'trabajador' END,
          CASE WHEN servicio <> 'EstadoPagoEmpleador' THEN lpad((5 + (n * n) %% 33)::text, 2, '0') END,
          CASE WHEN rezago THEN 1 + n %% 3 ELSE 4 END,
          recibido - (n %% 5000) * interval '1 minute', recibido,
          recibido + (n %% 4000) * interval '1 second'
        FROM (
          SELECT n, n < %1$d AS rezago,
            CASE WHEN n < %1$d THEN 'InicioRelacionLaboral'
              ELSE (ARRAY['InicioRelacionLaboral', 'TerminacionRelacionLaboral', 'InicioRelacionLaboral',
                'EstadoPagoEmpleador', 'AfiliacionPrimeraVez', 'AfiliacionNoPrimeraVez', 'Desafiliacion',
                'EstadoPagoEmpleador', 'TerminacionRelacionLaboral', 'InicioRelacionLaboral'])[1 + n %% 10] END
              AS servicio,
            CASE WHEN n < %1$d THEN timestamptz '2021-08-05 13:00:00Z' + (n * 0.7) * interval '1 second'
              ELSE timestamptz '2021-08-19 13:00:00Z' + (n - %1$d) * (interval '350 days' / %2$d) END AS recibido,
            CASE WHEN n %% 100 < 88 THEN 'ACEPTADO' WHEN n %% 100 < 90 THEN 'ACEPTADO_CON_ALERTA'
              WHEN n %% 100 < 94 THEN 'GLOSADO' WHEN n %% 100 < 97 THEN 'PENDIENTE'
              WHEN n %% 100 < 98 THEN 'POR_CONFIRMAR' WHEN n %% 100 < 99 THEN 'RETIRADO'
              ELSE 'SUSTITUIDO' END AS estado
          FROM generate_series(%3$d::bigint, %4$d) AS n) AS cada"""
            .formatted(REPORTES * 8L / 15, REPORTES - REPORTES * 8L / 15, desde, hasta - 1));
    resultados.ejecutar(
        """
        INSERT INTO paso (servicio, radicado, revision, estado, codigo, glosas, instante)
        SELECT servicio, radicado, revision, estado, codigo,
          jsonb_build_array(jsonb_build_array(codigo, 'numeroDocumentoTrabajador')), instante
        FROM reporte
        WHERE estado = 'GLOSADO' AND substr(radicado, 2)::bigint BETWEEN %d AND %d"""
            .formatted(desde, hasta - 1));
  }
}
