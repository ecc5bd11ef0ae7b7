package co.satccf.transmitter.correccion;

import static co.satccf.model.ServicioSat.DESAFILIACION;
import static co.satccf.model.ServicioSat.ESTADO_PAGO_EMPLEADOR;
import static co.satccf.transmitter.Eventos.desafiliacion;
import static co.satccf.transmitter.Eventos.estadoPago;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import co.satccf.model.estado.Bloqueo;
import co.satccf.model.estado.EstadoReporte;
import co.satccf.model.respuesta.Veredicto;
import co.satccf.sandbox.identidad.IdentidadDePrueba;
import co.satccf.transmitter.Eventos.Evento;
import co.satccf.transmitter.config.SatConfig;
import co.satccf.transmitter.decision.Decisiones;
import co.satccf.transmitter.decision.Orden;
import co.satccf.transmitter.decision.Seguidor;
import co.satccf.transmitter.dispatch.Banco;
import co.satccf.transmitter.dispatch.ReporteReclamado;
import co.satccf.transmitter.familia.FamiliaDeServicios;
import co.satccf.transmitter.movimientos.Mover;
import co.satccf.transmitter.problem.Rechazo;
import co.satccf.transmitter.reception.EventoReconstruido;
import co.satccf.transmitter.reception.Reception;
import co.satccf.transmitter.resguardo.Resguardo;
import co.satccf.transmitter.store.Database;
import co.satccf.transmitter.store.Signals;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Corrections through HTTP, the tray, and what a person's moves mean for one that waits. */
@QuarkusTest
class CorreccionDelOperadorTest {

  private static final String QUIEN = IdentidadDePrueba.QUIEN;
  private static final String PROBLEMA = "application/problem+json";
  private static final Orden ORDEN = new Orden(QUIEN, "caso 7");
  private static final Veredicto ACEPTADO = new Veredicto.Aceptado("200", "Recibido");
  private static final Veredicto DESCONOCIDO = new Veredicto.PorConfirmar("ZZ99", "Otro");
  private static final Veredicto SIN_CONEXION =
      new Veredicto.Reintentable("CONEXION_RECHAZADA", null, false);

  private static final String R1 = "1001";
  private static final String R2 = "1002";
  private static final String R3 = "1003";
  private static final String R2_BIS = "1022";

  @Inject Banco banco;
  @Inject Decisiones decisiones;
  @Inject Corrector corrector;
  @Inject SatConfig config;
  @Inject FamiliaDeServicios familia;
  @Inject Database database;
  @Inject EventoReconstruido reconstruido;
  @Inject Reception reception;
  @Inject Correcciones correcciones;
  @Inject Mover mover;
  @Inject Resguardo resguardo;
  @Inject Signals signals;

  @BeforeEach
  void emptyStore() throws SQLException {
    banco.vaciar();
    banco.incorporar(1, 2);
  }

  @AfterEach
  void letGo() throws SQLException {
    banco.soltar();
  }

  @Test
  void mendsTheFieldsOfAGlosadoReportAndTellsTheErp() throws Exception {
    // Given
    glosadoPorContrato();
    // When
    corregir(R1, "{\"pazSalvo\":\"SI\"}")
        .statusCode(200)
        .body("estado", equalTo("PENDIENTE"))
        .body("version", equalTo(2));
    // Then
    assertThat(banco.fila(DESAFILIACION, R1))
        .isEqualTo(new Banco.Fila(EstadoReporte.PENDIENTE, null, 2, 2, true, null, null));
    assertThat(banco.cuerpo(DESAFILIACION, R1)).contains("\"pazSalvo\":\"SI\"");
    JsonNode resultado = banco.resultados(R1).getLast();
    assertThat(resultado.path("type").asText()).isEqualTo("co.satccf.resultado.corregido.v1");
    assertThat(resultado.path("eventoSource").asText()).isEqualTo("/sat-ccf/afiliacion/operador");
    assertThat(resultado.path("revision").asInt()).isEqualTo(2);
    assertThat(
            banco.valor(
                "select quien || '|' || motivo from auditoria where accion = 'CORRECCION' order by numero desc limit 1"))
        .isEqualTo(QUIEN + "|caso 7");
    assertThat(banco.valor("select quien || '|' || estado from correccion"))
        .isEqualTo(QUIEN + "|APLICADA");
  }

  @Test
  void refusesChangesThatStillBreakTheContractAndNamesFieldAndCode() throws Exception {
    glosadoPorContrato();
    corregir(R1, "{\"departamento\":\"00\"}")
        .statusCode(422)
        .contentType(PROBLEMA)
        .body("detail", containsString("pazSalvo GE31"))
        .body("detail", containsString("departamento GE19"))
        .body("glosas.find { it.campo == 'pazSalvo' }.codigo", equalTo("GE31"))
        .body("glosas.find { it.campo == 'departamento' }.codigo", equalTo("GE19"));
    sinCambio();
  }

  @Test
  void refusesAFieldTheServiceDoesNotHave() throws Exception {
    glosadoPorContrato();
    corregir(R1, "{\"salario\":\"100\"}")
        .statusCode(400)
        .contentType(PROBLEMA)
        .body("detail", containsString("salario"));
    sinCambio();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"motivo\":\"x\"}",
        "{\"campos\":{},\"motivo\":\"x\"}",
        "{\"campos\":{\"pazSalvo\":null},\"motivo\":\"x\"}",
        "{\"campos\":{\"pazSalvo\":\"SI\"}}"
      })
  void refusesACorrectionThatIsNotClear(String cuerpo) throws Exception {
    glosadoPorContrato();
    pedir("/reportes/Desafiliacion/" + R1 + "/correcciones", cuerpo)
        .statusCode(400)
        .contentType(PROBLEMA);
    sinCambio();
  }

  @Test
  void refusesWhatIsNotGlosadoAndWhatIsNotThere() throws Exception {
    banco.recibir(desafiliacion("e1", R1, 1, "2026-11-10"));
    corregir(R1, "{\"pazSalvo\":\"NO\"}")
        .statusCode(409)
        .body("detail", containsString("Solo se corrige un reporte GLOSADO"));
    corregir("9999", "{\"pazSalvo\":\"NO\"}").statusCode(404);
    assertThat(banco.fila(DESAFILIACION, R1).version()).isEqualTo(1);
  }

  @Test
  void refusesWhereTheErpAloneCorrects() throws Exception {
    // Given
    glosadoPorContrato();
    SatConfig soloErp =
        (SatConfig)
            Proxy.newProxyInstance(
                SatConfig.class.getClassLoader(),
                new Class<?>[] {SatConfig.class},
                (proxy, metodo, args) -> (SatConfig.Correccion) () -> false);
    CorreccionDelOperador cerrada =
        new CorreccionDelOperador(
            soloErp,
            familia,
            database,
            reconstruido,
            reception,
            correcciones,
            mover,
            resguardo,
            signals);
    // When, then
    assertThatThrownBy(() -> cerrada.corregir(DESAFILIACION, R1, Map.of("pazSalvo", "SI"), ORDEN))
        .isInstanceOf(Rechazo.class)
        .hasMessageContaining("solo el ERP corrige");
    sinCambio();
  }

  @Test
  void listsTheTrayAndDiscardsFromItWithAReason() throws Exception {
    // Given a correction of an accepted report
    banco.recibir(desafiliacion("e1", R1, 1, "2026-11-10"));
    banco.liquidar(banco.reclamarUno(DESAFILIACION), ACEPTADO);
    banco.recibir(corregida("e2", R1).corrige(R1));
    await().untilAsserted(() -> bandeja().body("correcciones", hasSize(1)));
    // When
    int id =
        bandeja()
            .body("correcciones[0].original", equalTo(R1))
            .body("correcciones[0].estadoDelOriginal", equalTo("ACEPTADO"))
            .body("correcciones[0].motivo", containsString("no admite anularlo"))
            .body("siguiente", nullValue())
            .extract()
            .path("correcciones[0].id");
    descartar(id).statusCode(204);
    // Then
    bandeja().body("correcciones", hasSize(0));
    descartar(id).statusCode(404).contentType(PROBLEMA);
    assertThat(
            banco.valor(
                """
                select quien || '|' || motivo || '|' || objeto from auditoria
                where accion = 'CORRECCION_DESCARTADA' order by numero desc limit 1
                """))
        .isEqualTo(QUIEN + "|caso 7|reporte/Desafiliacion/" + R1);
  }

  @Test
  void aReportInFlightGoesAgainUnchangedWhenItsCorrectionWasDiscarded() throws Exception {
    // Given
    ReporteReclamado enVuelo = enVueloConCorreccionEnEspera();
    // When
    descartar(laCorreccion()).statusCode(204);
    banco.liquidar(enVuelo, SIN_CONEXION);
    // Then
    banco.ejecutar("update reporte set no_antes = now() where no_antes < 'infinity'");
    assertThat(banco.reclamarUno(DESAFILIACION).version()).isEqualTo(1);
  }

  @Test
  void aReportThatOnlyWaitedForTheCorrectionGoesWhenItIsDiscarded() throws Exception {
    // Given
    enVueloConCorreccionEnEspera();
    int id = laCorreccion();
    // When it came back unprocessed a moment before
    banco.ejecutar(
        "update reporte set estado = 'PENDIENTE', arriendo_hasta = null, no_antes = 'infinity'");
    descartar(id);
    // Then it goes: unchanged, or with the new body if that was quicker
    await().untilAsserted(() -> assertThat(banco.fila(DESAFILIACION, R1).listo()).isTrue());
  }

  @Test
  void anOriginalThatComesAfterItsCorrectionNeverGoesWithItsOldBody() throws Exception {
    // Given
    banco.recibir(corregida("e2", R1).corrige(R1));
    // When it comes, whatever the dispatcher does
    banco.recibir(desafiliacion("e1", R1, 1, "2026-11-10"));
    await()
        .pollInterval(Duration.ofMillis(1))
        .untilAsserted(
            () ->
                assertThat(banco.reclamar(DESAFILIACION))
                    .singleElement()
                    .satisfies(r -> assertThat(r.version()).isEqualTo(2)));
  }

  @Test
  void decidedToBeSentAgainItDoesNotGoBeforeTheCorrectionThatWaits() throws Exception {
    // Given one that only a person can judge, and a correction that waits for that
    banco.recibir(desafiliacion("e1", R1, 1, "2026-11-10"));
    banco.liquidar(banco.reclamarUno(DESAFILIACION), DESCONOCIDO);
    banco.recibir(corregida("e2", R1).corrige(R1));
    // When
    decisiones.decidir(DESAFILIACION, R1, EstadoReporte.PENDIENTE, null, "caso 1", ORDEN);
    // Then
    await()
        .pollInterval(Duration.ofMillis(1))
        .untilAsserted(
            () ->
                assertThat(banco.reclamar(DESAFILIACION))
                    .singleElement()
                    .satisfies(r -> assertThat(r.version()).isEqualTo(2)));
  }

  @Test
  void aNewRadicadoDoesNotLiftWhatAPersonMustLift() throws Exception {
    // Given one held because the one before it was withdrawn
    banco.recibir(
        desafiliacion("e1", R1, 1, "2026-11-10"), desafiliacion("e2", R2, 1, "2026-11-11"));
    decisiones.retirar(DESAFILIACION, R1, Seguidor.RETENER, ORDEN);
    // When
    banco.recibir(desafiliacion("e3", R2_BIS, 1, "2026-11-11").corrige(R2));
    // Then
    await().untilAsserted(() -> assertThat(banco.buscar(DESAFILIACION, R2_BIS)).isPresent());
    assertThat(banco.fila(DESAFILIACION, R2_BIS).bloqueo()).isEqualTo(Bloqueo.ANTERIOR_RETIRADO);
    assertThat(banco.reclamar(DESAFILIACION)).isEmpty();
  }

  @Test
  void aPaymentStateOfAnotherEmployerYieldsThereToANewerOne() throws Exception {
    // Given one refused under employer 1, and a newer one accepted under employer 2
    banco.recibir(estadoPago("e1", R1, 1, "2026-11-16T10:00:00Z").con("estadoPago", "NADA"));
    banco.recibir(estadoPago("e2", R2, 2, "2026-11-17T10:00:00Z"));
    banco.liquidar(banco.reclamarUno(ESTADO_PAGO_EMPLEADOR), ACEPTADO);
    // When the first turns out to be of employer 2
    banco.recibir(estadoPago("e3", R1, 2, "2026-11-16T10:00:00Z").corrige(R1));
    // Then
    await()
        .untilAsserted(
            () ->
                assertThat(banco.fila(ESTADO_PAGO_EMPLEADOR, R1).estado())
                    .isEqualTo(EstadoReporte.SUSTITUIDO));
    assertThat(banco.resultados(R1))
        .extracting(r -> r.path("revision").asInt())
        .containsExactly(1, 2, 3);
    // And one that comes later goes
    banco.recibir(estadoPago("e4", R3, 2, "2026-11-18T10:00:00Z"));
    assertThat(banco.fila(ESTADO_PAGO_EMPLEADOR, R3).listo()).isTrue();
  }

  @Test
  void aPaymentStateOfAnotherEmployerTakesThereThePlaceOfAnOlderOne() throws Exception {
    // Given
    banco.recibir(estadoPago("e1", R1, 1, "2026-11-17T10:00:00Z").con("estadoPago", "NADA"));
    banco.recibir(estadoPago("e2", R2, 2, "2026-11-16T10:00:00Z"));
    // When
    banco.recibir(estadoPago("e3", R1, 2, "2026-11-17T10:00:00Z").corrige(R1));
    // Then
    await().untilAsserted(() -> assertThat(banco.fila(ESTADO_PAGO_EMPLEADOR, R1).listo()).isTrue());
    assertThat(banco.fila(ESTADO_PAGO_EMPLEADOR, R2).estado()).isEqualTo(EstadoReporte.SUSTITUIDO);
  }

  private void glosadoPorContrato() throws Exception {
    banco.recibir(desafiliacion("e1", R1, 1, "2026-11-10").con("pazYSalvo", "TAL VEZ"));
    assertThat(banco.fila(DESAFILIACION, R1).codigo()).isEqualTo("GE31");
  }

  private ReporteReclamado enVueloConCorreccionEnEspera() throws Exception {
    banco.recibir(desafiliacion("e1", R1, 1, "2026-11-10"));
    ReporteReclamado enVuelo = banco.reclamarUno(DESAFILIACION);
    banco.recibir(corregida("e2", R1).corrige(R1));
    return enVuelo;
  }

  private int laCorreccion() throws SQLException {
    return Integer.parseInt(banco.valor("select id from correccion"));
  }

  private void sinCambio() throws SQLException {
    Banco.Fila fila = banco.fila(DESAFILIACION, R1);
    assertThat(fila.estado()).isEqualTo(EstadoReporte.GLOSADO);
    assertThat(fila.revision()).isEqualTo(1);
    assertThat(banco.valor("select count(*) from correccion")).isEqualTo("0");
  }

  private static Evento corregida(String id, String radicado) {
    return desafiliacion(id, radicado, 1, "2026-11-10")
        .con("pazYSalvo", "NO")
        .con("fechaPazYSalvo", "");
  }

  private static ValidatableResponse corregir(String radicado, String campos) {
    return pedir(
        "/reportes/Desafiliacion/" + radicado + "/correcciones",
        "{\"motivo\":\"caso 7\",\"campos\":" + campos + "}");
  }

  private static ValidatableResponse bandeja() {
    return given().queryParam("estado", "EN_BANDEJA").get("/correcciones").then().statusCode(200);
  }

  private static ValidatableResponse descartar(int id) {
    return pedir("/correcciones/" + id + "/descartar", "{\"motivo\":\"caso 7\"}");
  }

  private static ValidatableResponse pedir(String ruta, String cuerpo) {
    return given().contentType(ContentType.JSON).body(cuerpo).post(ruta).then();
  }
}
