package co.satccf.transmitter.retencion;

import static co.satccf.model.estado.EstadoReporte.ACEPTADO;
import static co.satccf.model.estado.EstadoReporte.GLOSADO;
import static co.satccf.transmitter.Escenario.hasta;
import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import co.satccf.transmitter.Cifrados;
import co.satccf.transmitter.Escenario;
import co.satccf.transmitter.Hecho;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What has ended long ago loses what is personal, and nothing else. */
@QuarkusTest
class DepuracionTest {

  private static final Duration UN_ANO = Duration.ofDays(365);

  @Inject Escenario escenario;
  @Inject Cifrados cifrados;
  @Inject Depuracion depuracion;

  private List<Hecho> viejos = List.of();
  private Hecho reciente = Hecho.primeraVez();
  private Hecho glosado = Hecho.primeraVez();

  @BeforeEach
  void reportsOfAllAges() {
    escenario.empezar();
    viejos = Stream.generate(Hecho::primeraVez).limit(12).toList();
    reciente = Hecho.primeraVez();
    glosado = Hecho.primeraVez().cambiando("\"manifestacion\":\"SI\"", "\"manifestacion\":\"NO\"");
    escenario.publicar(viejos);
    escenario.publicar(reciente, glosado);
    escenario.publicar(1, List.of(bytes("{1"), bytes("{2")));
    viejos.forEach(hecho -> escenario.espera(hecho, ACEPTADO));
    escenario.espera(reciente, ACEPTADO);
    escenario.espera(glosado, GLOSADO);
    hasta(() -> assertThat(escenario.numero("select count(*) from cuarentena")).isEqualTo(2));
    // All but one are of two years ago; one of the quarantined was dealt with
    escenario.ejecutar(
        "update reporte set desde = now() - interval '2 years' where radicado <> ?",
        reciente.radicado());
    escenario.ejecutar(
        """
        update cuarentena set estado = 'DESCARTADA', desde = now() - interval '2 years'
        where id = (select min(id) from cuarentena)
        """);
  }

  @AfterEach
  void end() {
    escenario.terminar();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void purgesWhatEndedLongAgoAndLeavesCountsHashesAndStates() throws Exception {
    // Given
    String conteos = conteos();
    List<String> rows = rows();
    // When
    Depuracion.Depurado depurado = depuracion.depurar(UN_ANO);
    // Then
    assertThat(depurado).isEqualTo(new Depuracion.Depurado(12, 12, 12, 1, 0));
    assertThat(conteos()).isEqualTo(conteos);
    assertThat(rows()).isEqualTo(rows);
    assertThat(
            escenario.numero(
                """
                select (select count(*) from cuerpo c join reporte r on r.id = c.reporte
                        where c.contenido is not null and r.purgado is not null)
                  + (select count(*) from intento i join reporte r on r.id = i.reporte
                     where i.respuesta is not null and r.purgado is not null)
                  + (select count(*) from cuarentena where contenido is not null and estado <> 'ABIERTA')
                """))
        .isZero();
    // And what is unfinished, or ended lately, is whole
    assertThat(cifrados.cuerpo(glosado.servicio(), glosado.radicado()))
        .contains(glosado.empleador());
    assertThat(cifrados.cuerpo(reciente.servicio(), reciente.radicado()))
        .contains(reciente.empleador());
    assertThat(
            escenario.numero(
                "select count(*) from cuarentena where estado = 'ABIERTA' and contenido is not null"))
        .isOne();
  }

  @Test
  void theAuditTellsHowManyAndUpToWhen() throws Exception {
    // When
    depuracion.depurar(UN_ANO);
    // Then
    given()
        .queryParam("objeto", "retencion")
        .get("/auditoria")
        .then()
        .body("asientos.accion", hasItem("DEPURACION"))
        .body("asientos.detalle.cuerpos", hasItem(12))
        .body("asientos.motivo", hasItem("sat.retencion=" + UN_ANO));
    long asientos = asientos();
    // When there is nothing to do
    depuracion.depurar(UN_ANO);
    // Then
    assertThat(asientos()).isEqualTo(asientos);
  }

  @Test
  void aConstanciaOfAPurgedReportStillHasItsHashes() throws Exception {
    // Given
    depuracion.depurar(UN_ANO);
    // When, Then
    when()
        .get("/reportes/AfiliacionPrimeraVez/%s/constancia".formatted(viejos.getFirst().radicado()))
        .then()
        .statusCode(200)
        .body("constancia.versiones[0].sha256", nullValue())
        .body("constancia.versiones[0].huella.length()", equalTo(64))
        .body("constancia.intentos[0].respuestaSha256", nullValue());
  }

  /** Everything of the tables that is not personal. */
  private List<String> rows() {
    return Stream.of(
            "select (to_jsonb(r) - 'purgado')::text from reporte r order by id",
            "select (to_jsonb(c) - 'clave' - 'contenido')::text from cuerpo c order by reporte, version",
            "select (to_jsonb(i) - 'clave' - 'respuesta')::text from intento i order by reporte, numero, instante",
            "select (to_jsonb(q) - 'clave' - 'contenido' - 'cabeceras')::text from cuarentena q order by id")
        .flatMap(sql -> escenario.filas(sql, row -> row.getString(1)).stream())
        .toList();
  }

  private String conteos() {
    return when().get("/conteos").then().extract().path("servicios").toString();
  }

  private long asientos() {
    return escenario.numero("select count(*) from auditoria where accion = 'DEPURACION'");
  }
}
