package co.satccf.transmitter.decision;

import static co.satccf.model.ServicioSat.DESAFILIACION;
import static co.satccf.model.ServicioSat.ESTADO_PAGO_EMPLEADOR;
import static co.satccf.transmitter.Eventos.desafiliacion;
import static co.satccf.transmitter.Eventos.estadoPago;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import co.satccf.model.ServicioSat;
import co.satccf.model.estado.Bloqueo;
import co.satccf.model.estado.EstadoReporte;
import co.satccf.model.respuesta.Veredicto;
import co.satccf.sandbox.identidad.IdentidadDePrueba;
import co.satccf.transmitter.Cifrados;
import co.satccf.transmitter.dispatch.Banco;
import co.satccf.transmitter.dispatch.ReporteReclamado;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an operator does to a report through HTTP, and every refusal. */
@QuarkusTest
class DecisionesTest {

  private static final String QUIEN = IdentidadDePrueba.QUIEN;
  private static final String PROBLEMA = "application/problem+json";
  private static final Veredicto ACEPTADO = new Veredicto.Aceptado("200", "Recibido");
  private static final Veredicto GLOSA = new Veredicto.Glosado("GN02", "No incorporado");
  private static final Veredicto CORTE = new Veredicto.Incierto("CORTE", false);
  private static final Veredicto DESCONOCIDO = new Veredicto.PorConfirmar("ZZ99", "Otro");
  private static final Veredicto SIN_CONEXION =
      new Veredicto.Reintentable("CONEXION_RECHAZADA", null, false);

  private static final String R1 = "1001";
  private static final String R2 = "1002";
  private static final String R3 = "1003";

  @Inject Banco banco;
  @Inject Cifrados cifrados;

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
  void retriesNowAReportThatWaitsAfterAFailure() throws Exception {
    // Given
    recibidoYLiquidado(SIN_CONEXION);
    banco.ejecutar("update reporte set no_antes = now() + interval '1 hour'");
    assertThat(banco.reclamar(DESAFILIACION)).isEmpty();
    // When
    pedir("reintentar", R1, motivo()).statusCode(200).body("reporte.estado", equalTo("PENDIENTE"));
    // Then it goes, and the ERP is not told of what is no change
    assertThat(banco.reclamarUno(DESAFILIACION).intento()).isEqualTo(2);
    assertThat(tipos(R1)).containsExactly("recibido");
    auditado("REINTENTO", R1, "PENDIENTE");
  }

  @Test
  void refusesToRetryWhatDoesNotWaitForItsTime() throws Exception {
    // Given one on the wire, one behind it and one that was refused
    banco.recibir(
        desafiliacion("e1", R1, 1, "2026-11-10"), desafiliacion("e2", R2, 1, "2026-11-11"));
    ReporteReclamado enVuelo = banco.reclamarUno(DESAFILIACION);
    // When, then
    rechazado("reintentar", R1, motivo(), 409).body("detail", containsString("EN_VUELO"));
    rechazado("reintentar", R2, motivo(), 409).body("detail", containsString("REPORTE_ANTERIOR"));
    banco.liquidar(enVuelo, GLOSA);
    rechazado("reintentar", R1, motivo(), 409).body("detail", containsString("GLOSADO"));
  }

  @Test
  void sendsAgainUnchangedWhatTheMinistryRefused() throws Exception {
    // Given
    recibidoYLiquidado(GLOSA);
    String cuerpo = banco.cuerpo(DESAFILIACION, R1);
    // When
    pedir("reenviar", R1, motivo()).statusCode(200).body("reporte.estado", equalTo("PENDIENTE"));
    // Then
    Banco.Fila fila = banco.fila(DESAFILIACION, R1);
    assertThat(fila).isEqualTo(new Banco.Fila(PENDIENTE, null, 1, 3, true, null, null));
    assertThat(banco.cuerpo(banco.reclamarUno(DESAFILIACION))).isEqualTo(cuerpo);
    ultimo(R1, "recibido", "PENDIENTE", 3);
    auditado("REENVIO", R1, "GLOSADO");
  }

  @Test
  void refusesToSendAgainABodyThatBreaksItsContractAndNamesItsFields() throws Exception {
    banco.recibir(desafiliacion("e1", R1, 1, "2026-11-10").con("pazYSalvo", "TAL VEZ"));
    rechazado("reenviar", R1, motivo(), 409)
        .body("detail", containsString("incumple su contrato"))
        .body("detail", containsString("pazSalvo GE31"));
    assertThat(banco.fila(DESAFILIACION, R1).estado()).isEqualTo(EstadoReporte.GLOSADO);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PENDIENTE", "EN_VUELO", "INCIERTO", "POR_CONFIRMAR", "ACEPTADO"})
  void refusesToSendAgainWhatIsNotGlosado(EstadoReporte estado) throws Exception {
    llevarA(estado);
    rechazado("reenviar", R1, motivo(), 409).body("detail", containsString("Un reporte " + estado));
    assertThat(banco.fila(DESAFILIACION, R1).estado()).isEqualTo(estado);
  }

  @Test
  void sendsAgainByCodeAndSaysHowManyCouldNotGoAndWhereToGoOn() throws Exception {
    // Given two refused with GN02, one with another code, and one of ours that has the code too
    banco.incorporar(3, 4);
    for (int i = 1; i <= 4; i++) {
      banco.recibir(desafiliacion("e" + i, "100" + i, i, "2026-11-10"));
      Veredicto veredicto = i == 3 ? new Veredicto.Glosado("GN03", "Otra") : GLOSA;
      banco.liquidar(banco.reclamarUno(DESAFILIACION), veredicto);
    }
    cifrados.cambiar(DESAFILIACION, R2, c -> c.replace("\"SI\"", "\"TAL VEZ\""));
    // When
    ValidatableResponse primera = reenvios("GN02", 2).statusCode(200);
    // Then
    primera
        .body("reenviados", equalTo(1))
        .body("omitidos", equalTo(1))
        .body("siguiente", notNullValue());
    assertThat(banco.fila(DESAFILIACION, R1).listo()).isTrue();
    assertThat(banco.fila(DESAFILIACION, R2).estado()).isEqualTo(EstadoReporte.GLOSADO);
    assertThat(banco.fila(DESAFILIACION, R3).estado()).isEqualTo(EstadoReporte.GLOSADO);
    assertThat(banco.fila(DESAFILIACION, "1004").estado()).isEqualTo(EstadoReporte.GLOSADO);
    auditado("REENVIO", R1, "GLOSADO");
    assertThat(asientos(R2)).isZero();
    // And with a wider limit the last one goes
    reenvios("GN02", 1_000).statusCode(200).body("reenviados", equalTo(1));
    assertThat(banco.fila(DESAFILIACION, "1004").listo()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{\"servicio\":\"Desafiliacion\",\"codigo\":\"GN02\"};motivo",
        "{\"servicio\":\"Desafiliacion\",\"motivo\":\"x\"};codigo",
        "{\"codigo\":\"GN02\",\"motivo\":\"x\"};servicio",
        "{\"servicio\":\"NoExiste\",\"codigo\":\"GN02\",\"motivo\":\"x\"};ha de ser",
        "{\"servicio\":\"Desafiliacion\",\"codigo\":\"GN02\",\"motivo\":\"x\",\"limite\":0};limite",
        "{\"servicio\":\"Desafiliacion\",\"codigo\":\"GN02\",\"motivo\":\"x\",\"limite\":10001};limite"
      })
  void refusesABulkResendThatIsNotClear(String cuerpo, String nombra) {
    given()
        .contentType(ContentType.JSON)
        .body(cuerpo)
        .post("/reenvios")
        .then()
        .statusCode(400)
        .contentType(PROBLEMA)
        .body("detail", containsString(nombra));
  }

  @Test
  void withdrawsAndHoldsTheFollowerForAPerson() throws Exception {
    // Given
    banco.recibir(
        desafiliacion("e1", R1, 1, "2026-11-10"),
        desafiliacion("e2", R2, 1, "2026-11-11"),
        desafiliacion("e3", R3, 1, "2026-11-12"));
    banco.liquidar(banco.reclamarUno(DESAFILIACION), GLOSA);
    // When
    pedir("retirar", R1, motivo())
        .statusCode(200)
        .body("reporte.estado", equalTo("RETIRADO"))
        .body("siguiente.radicado", equalTo(R2))
        .body("siguiente.listo", equalTo(false));
    // Then
    assertThat(banco.fila(DESAFILIACION, R1))
        .isEqualTo(new Banco.Fila(EstadoReporte.RETIRADO, null, 1, 3, false, null, null));
    ultimo(R1, "retirado", "RETIRADO", 3);
    Banco.Fila segundo = banco.fila(DESAFILIACION, R2);
    assertThat(segundo.bloqueo()).isEqualTo(Bloqueo.ANTERIOR_RETIRADO);
    assertThat(segundo.retencion()).isEqualTo("ANTERIOR_RETIRADO");
    assertThat(banco.fila(DESAFILIACION, R3).bloqueo()).isEqualTo(Bloqueo.REPORTE_ANTERIOR);
    assertThat(banco.reclamar(DESAFILIACION)).isEmpty();
    auditado("RETIRO", R1, "GLOSADO");
    assertThat(detalle(R1)).contains("\"seguidor\":\"RETENER\"", "\"radicado\":\"" + R2 + "\"");
    // And the follower goes when it is released
    pedir("liberar", R2, motivo()).statusCode(200).body("reporte.bloqueo", nullValue());
    assertThat(banco.reclamarUno(DESAFILIACION).reporte().radicado()).isEqualTo(R2);
    ultimo(R2, "recibido", "PENDIENTE", 2);
    auditado("LIBERACION", R2, "PENDIENTE");
  }

  @Test
  void withdrawsAndLetsTheFollowerGo() throws Exception {
    banco.recibir(
        desafiliacion("e1", R1, 1, "2026-11-10"), desafiliacion("e2", R2, 1, "2026-11-11"));
    pedir("retirar", R1, "{\"motivo\":\"caso 7\",\"seguidor\":\"LIBERAR\"}")
        .statusCode(200)
        .body("siguiente.radicado", equalTo(R2))
        .body("siguiente.listo", equalTo(true));
    assertThat(banco.reclamarUno(DESAFILIACION).reporte().radicado()).isEqualTo(R2);
    assertThat(detalle(R1)).contains("\"seguidor\":\"LIBERAR\"");
  }

  @Test
  void withdrawnWhileBehindAnotherItHoldsItsOwnFollowerAndNotTheTurn() throws Exception {
    // Given three in a row, the first on the wire
    banco.recibir(
        desafiliacion("e1", R1, 1, "2026-11-10"),
        desafiliacion("e2", R2, 1, "2026-11-11"),
        desafiliacion("e3", R3, 1, "2026-11-12"));
    ReporteReclamado primero = banco.reclamarUno(DESAFILIACION);
    // When the second is withdrawn
    pedir("retirar", R2, motivo()).statusCode(200).body("siguiente", nullValue());
    // Then nothing goes yet
    assertThat(banco.fila(DESAFILIACION, R1).estado()).isEqualTo(EstadoReporte.EN_VUELO);
    assertThat(banco.fila(DESAFILIACION, R3).bloqueo()).isEqualTo(Bloqueo.REPORTE_ANTERIOR);
    // And the third, which relied on the second, is left to a person when its turn comes
    banco.liquidar(primero, ACEPTADO);
    assertThat(banco.fila(DESAFILIACION, R3).bloqueo()).isEqualTo(Bloqueo.ANTERIOR_RETIRADO);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PENDIENTE", "INCIERTO", "GLOSADO", "POR_CONFIRMAR"})
  void withdrawsFromEveryStateThatIsNotOnTheWire(EstadoReporte estado) throws Exception {
    llevarA(estado);
    pedir("retirar", R1, motivo()).statusCode(200);
    assertThat(banco.fila(DESAFILIACION, R1).estado()).isEqualTo(EstadoReporte.RETIRADO);
    auditado("RETIRO", R1, estado.name());
    assertThat(banco.reclamar(DESAFILIACION)).isEmpty();
  }

  @Test
  void refusesToWithdrawWhatIsOnTheWireOrWasAccepted() throws Exception {
    banco.recibir(desafiliacion("e1", R1, 1, "2026-11-10"));
    ReporteReclamado enVuelo = banco.reclamarUno(DESAFILIACION);
    rechazado("retirar", R1, motivo(), 409)
        .body(
            "detail", equalTo("Un reporte EN_VUELO no pasa a RETIRADO por retiro por un operador"));
    banco.liquidar(enVuelo, ACEPTADO);
    rechazado("retirar", R1, motivo(), 409);
    assertThat(banco.fila(DESAFILIACION, R1).revision()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"POR_CONFIRMAR", "INCIERTO"})
  void decidesThatItWasAcceptedAndTheNextOneGoes(EstadoReporte estado) throws Exception {
    // Given
    llevarA(estado);
    banco.recibir(desafiliacion("e2", R2, 1, "2026-11-11"));
    int revision = banco.fila(DESAFILIACION, R1).revision();
    // When
    pedir("decidir", R1, decision("ACEPTADO", "200"))
        .statusCode(200)
        .body("reporte.estado", equalTo("ACEPTADO"))
        .body("siguiente.radicado", equalTo(R2))
        .body("siguiente.listo", equalTo(true));
    // Then
    Banco.Fila fila = banco.fila(DESAFILIACION, R1);
    assertThat(fila)
        .isEqualTo(
            new Banco.Fila(EstadoReporte.ACEPTADO, null, 1, revision + 1, false, "200", null));
    ultimo(R1, "aceptado", "ACEPTADO", revision + 1);
    assertThat(banco.fila(DESAFILIACION, R2).listo()).isTrue();
    auditado("DECISION", R1, estado.name());
    assertThat(detalle(R1)).contains("\"evidencia\":\"caso 8812\"", "\"codigo\":\"200\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"POR_CONFIRMAR", "INCIERTO"})
  void decidesThatItWasRefusedAndItsFollowerStillWaits(EstadoReporte estado) throws Exception {
    llevarA(estado);
    banco.recibir(desafiliacion("e2", R2, 1, "2026-11-11"));
    pedir("decidir", R1, decision("GLOSADO", "GN03")).statusCode(200);
    assertThat(banco.fila(DESAFILIACION, R1).codigo()).isEqualTo("GN03");
    JsonNode resultado = banco.resultados(R1).getLast();
    assertThat(resultado.path("type").asText()).isEqualTo("co.satccf.resultado.glosado.v1");
    assertThat(resultado.path("origen").asText()).isEqualTo("OPERADOR");
    assertThat(resultado.path("glosas")).hasSize(1);
    assertThat(banco.fila(DESAFILIACION, R2).bloqueo()).isEqualTo(Bloqueo.REPORTE_ANTERIOR);
  }

  @Test
  void sentAgainAfterAnUncertainAttemptAlreadyReportedMeansAccepted() throws Exception {
    // Given
    llevarA(EstadoReporte.INCIERTO);
    // When a person decides not to wait
    pedir("decidir", R1, decision("PENDIENTE", null)).statusCode(200);
    // Then it goes at once, and the doubt is kept
    ReporteReclamado otraVez = banco.reclamarUno(DESAFILIACION);
    assertThat(otraVez.dudoso()).isTrue();
    banco.liquidar(otraVez, new Veredicto.YaReportado("GN01", "Ya existe"));
    assertThat(banco.fila(DESAFILIACION, R1).estado()).isEqualTo(EstadoReporte.ACEPTADO);
    assertThat(tipos(R1)).containsExactly("recibido", "incierto", "recibido", "aceptado");
    assertThat(revisiones(R1)).containsExactly(1, 2, 3, 4);
  }

  @Test
  void sentAgainAfterAnUnknownCodeAlreadyReportedIsStillAConflict() throws Exception {
    llevarA(EstadoReporte.POR_CONFIRMAR);
    pedir("decidir", R1, decision("PENDIENTE", null)).statusCode(200);
    banco.liquidar(
        banco.reclamarUno(DESAFILIACION), new Veredicto.YaReportado("GN01", "Ya existe"));
    assertThat(banco.fila(DESAFILIACION, R1).estado()).isEqualTo(EstadoReporte.POR_CONFIRMAR);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PENDIENTE", "EN_VUELO", "GLOSADO", "ACEPTADO"})
  void refusesToDecideWhatIsNotForAPersonToJudge(EstadoReporte estado) throws Exception {
    llevarA(estado);
    int revision = banco.fila(DESAFILIACION, R1).revision();
    rechazado("decidir", R1, decision("ACEPTADO", null), 409);
    assertThat(banco.fila(DESAFILIACION, R1).revision()).isEqualTo(revision);
    assertThat(asientos(R1)).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{\"estado\":\"RETIRADO\",\"evidencia\":\"x\",\"motivo\":\"x\"};estado",
        "{\"evidencia\":\"x\",\"motivo\":\"x\"};estado",
        "{\"estado\":\"OTRO\",\"evidencia\":\"x\",\"motivo\":\"x\"};JSON",
        "{\"estado\":\"ACEPTADO\",\"motivo\":\"x\"};evidencia",
        "{\"estado\":\"ACEPTADO\",\"evidencia\":\"x\"};motivo",
        "{\"estado\":\"ACEPTADO\",\"evidencia\":\"x\",\"motivo\":\"x\",\"codigo\":\"no vale\"};codigo"
      })
  void refusesADecisionThatIsNotClear(String cuerpo, String nombra) throws Exception {
    llevarA(EstadoReporte.POR_CONFIRMAR);
    rechazado("decidir", R1, cuerpo, 400).body("detail", containsString(nombra));
  }

  @Test
  void releasesAPossibleDuplicate() throws Exception {
    // Given a second radicado for the same fact, after the first was accepted
    llevarA(EstadoReporte.ACEPTADO);
    banco.recibir(desafiliacion("e2", R2, 1, "2026-11-10"));
    assertThat(banco.fila(DESAFILIACION, R2).bloqueo()).isEqualTo(Bloqueo.POSIBLE_DUPLICADO);
    assertThat(banco.reclamar(DESAFILIACION)).isEmpty();
    // When
    pedir("liberar", R2, motivo()).statusCode(200);
    // Then
    assertThat(banco.fila(DESAFILIACION, R2))
        .isEqualTo(new Banco.Fila(PENDIENTE, null, 1, 2, true, null, null));
    ultimo(R2, "recibido", "PENDIENTE", 2);
    auditado("LIBERACION", R2, "PENDIENTE");
    // And once is enough
    rechazado("liberar", R2, motivo(), 409).body("detail", containsString("Nada que un operador"));
  }

  @Test
  void liftingAWithdrawalDoesNotLiftThatItMayBeADuplicate() throws Exception {
    // Given a possible duplicate that is also held because the one before it was withdrawn
    banco.recibir(desafiliacion("e1", R1, 1, "2026-11-10"));
    banco.liquidar(banco.reclamarUno(DESAFILIACION), ACEPTADO);
    banco.recibir(
        desafiliacion("e2", R2, 1, "2026-11-12"), desafiliacion("e3", R3, 1, "2026-11-10"));
    pedir("retirar", R2, motivo()).statusCode(200);
    assertThat(banco.fila(DESAFILIACION, R3).bloqueo()).isEqualTo(Bloqueo.ANTERIOR_RETIRADO);
    // When
    pedir("liberar", R3, motivo()).statusCode(200);
    // Then it takes a second decision
    assertThat(banco.fila(DESAFILIACION, R3).bloqueo()).isEqualTo(Bloqueo.POSIBLE_DUPLICADO);
    pedir("liberar", R3, motivo()).statusCode(200);
    assertThat(banco.fila(DESAFILIACION, R3).listo()).isTrue();
  }

  @Test
  void releasedWhileBehindAnotherItWaitsOnlyForThat() throws Exception {
    banco.recibir(
        desafiliacion("e1", R1, 1, "2026-11-10"), desafiliacion("e2", R2, 1, "2026-11-10"));
    ReporteReclamado primero = banco.reclamarUno(DESAFILIACION);
    assertThat(banco.fila(DESAFILIACION, R2).retencion()).isEqualTo("POSIBLE_DUPLICADO");
    pedir("liberar", R2, motivo())
        .statusCode(200)
        .body("reporte.bloqueo", equalTo("REPORTE_ANTERIOR"));
    banco.liquidar(primero, ACEPTADO);
    assertThat(banco.fila(DESAFILIACION, R2).listo()).isTrue();
  }

  @Test
  void releasedWithoutItsEmployerInSatItWaitsForThat() throws Exception {
    llevarA(EstadoReporte.ACEPTADO);
    banco.recibir(desafiliacion("e2", R2, 1, "2026-11-10"));
    banco.ejecutar("update empleador_sat set estado = 'DESAFILIADO'");
    pedir("liberar", R2, motivo()).statusCode(200);
    assertThat(banco.fila(DESAFILIACION, R2).bloqueo()).isEqualTo(Bloqueo.EMPLEADOR_NO_INCORPORADO);
  }

  @Test
  void refusesToReleaseWhatWasWithdrawn() throws Exception {
    // Given a possible duplicate that a person has withdrawn
    llevarA(EstadoReporte.ACEPTADO);
    banco.recibir(desafiliacion("e2", R2, 1, "2026-11-10"));
    pedir("retirar", R2, motivo()).statusCode(200);
    int revision = banco.fila(DESAFILIACION, R2).revision();
    // When, then
    rechazado("liberar", R2, motivo(), 409).body("detail", containsString("RETIRADO"));
    assertThat(banco.fila(DESAFILIACION, R2).revision()).isEqualTo(revision);
  }

  @Test
  void releasingARefusedReportDoesNotHideWhyItWasRefused() throws Exception {
    // Given a possible duplicate that breaks its contract as well
    llevarA(EstadoReporte.ACEPTADO);
    banco.recibir(desafiliacion("e2", R2, 1, "2026-11-10").con("pazYSalvo", "TAL VEZ"));
    Banco.Fila antes = banco.fila(DESAFILIACION, R2);
    assertThat(antes.estado()).isEqualTo(EstadoReporte.GLOSADO);
    // When
    pedir("liberar", R2, motivo()).statusCode(200);
    // Then
    assertThat(banco.fila(DESAFILIACION, R2).retencion()).isNull();
    JsonNode resultado = banco.resultados(R2).getLast();
    assertThat(resultado.path("estado").asText()).isEqualTo("GLOSADO");
    assertThat(resultado.path("codigo").asText()).isEqualTo(antes.codigo());
    assertThat(resultado.path("origen").asText()).isEqualTo("LOCAL");
  }

  @Test
  void sentAgainAnOlderPaymentStateYieldsToTheNewerOne() throws Exception {
    // Given an uncertain one and a newer one behind it
    banco.recibir(estadoPago("e1", R1, 1, "2026-11-16T10:00:00Z"));
    banco.liquidar(banco.reclamarUno(ESTADO_PAGO_EMPLEADOR), CORTE);
    banco.recibir(estadoPago("e2", R2, 1, "2026-11-17T10:00:00Z"));
    // When
    pedir(ESTADO_PAGO_EMPLEADOR, "decidir", R1, decision("PENDIENTE", null))
        .statusCode(200)
        .body("reporte.estado", equalTo("SUSTITUIDO"))
        .body("siguiente.radicado", equalTo(R2));
    // Then
    assertThat(revisiones(R1)).containsExactly(1, 2, 3, 4);
    assertThat(banco.fila(ESTADO_PAGO_EMPLEADOR, R2).listo()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"reintentar", "reenviar", "retirar", "decidir", "liberar"})
  void asksWhyAndKnowsItsReports(String accion) throws Exception {
    // Given
    banco.recibir(desafiliacion("e1", R1, 1, "2026-11-10"));
    String cuerpo = "{\"motivo\":\"x\",\"estado\":\"ACEPTADO\",\"evidencia\":\"x\"}";
    String sinMotivo = "{\"estado\":\"ACEPTADO\",\"evidencia\":\"x\"}";
    // When, then
    rechazado(accion, R1, sinMotivo, 400).body("detail", containsString("motivo"));
    rechazado(accion, R1, sinMotivo.replace("{", "{\"motivo\":\" \","), 400);
    rechazado(accion, R1, sinMotivo.replace("{", "{\"motivo\":\"" + "x".repeat(501) + "\","), 400);
    rechazado(accion, "9999", cuerpo, 404).body("detail", containsString("con ese radicado"));
    given()
        .contentType(ContentType.JSON)
        .body(cuerpo)
        .post("/reportes/NoExiste/%s/%s".formatted(R1, accion))
        .then()
        .statusCode(404)
        .contentType(PROBLEMA);
    assertThat(asientos(R1)).isZero();
    assertThat(banco.fila(DESAFILIACION, R1).revision()).isEqualTo(1);
  }

  private static final EstadoReporte PENDIENTE = EstadoReporte.PENDIENTE;

  private void recibidoYLiquidado(Veredicto veredicto) throws Exception {
    banco.recibir(desafiliacion("e1", R1, 1, "2026-11-10"));
    banco.liquidar(banco.reclamarUno(DESAFILIACION), veredicto);
  }

  private void llevarA(EstadoReporte estado) throws Exception {
    switch (estado) {
      case PENDIENTE -> banco.recibir(desafiliacion("e1", R1, 1, "2026-11-10"));
      case EN_VUELO -> {
        banco.recibir(desafiliacion("e1", R1, 1, "2026-11-10"));
        banco.reclamarUno(DESAFILIACION);
      }
      case INCIERTO -> recibidoYLiquidado(CORTE);
      case GLOSADO -> recibidoYLiquidado(GLOSA);
      case POR_CONFIRMAR -> recibidoYLiquidado(DESCONOCIDO);
      case ACEPTADO -> recibidoYLiquidado(ACEPTADO);
      case ACEPTADO_CON_ALERTA, RETIRADO, SUSTITUIDO ->
          throw new IllegalArgumentException(estado.name());
    }
    assertThat(banco.fila(DESAFILIACION, R1).estado()).isEqualTo(estado);
  }

  private static String motivo() {
    return "{\"motivo\":\"caso 7\"}";
  }

  private static String decision(String estado, @Nullable String codigo) {
    String conCodigo = codigo == null ? "" : ",\"codigo\":\"" + codigo + "\"";
    return "{\"estado\":\"%s\",\"evidencia\":\"caso 8812\",\"motivo\":\"caso 7\"%s}"
        .formatted(estado, conCodigo);
  }

  private static ValidatableResponse pedir(String accion, String radicado, String cuerpo) {
    return pedir(DESAFILIACION, accion, radicado, cuerpo);
  }

  private static ValidatableResponse pedir(
      ServicioSat servicio, String accion, String radicado, String cuerpo) {
    return given()
        .contentType(ContentType.JSON)
        .body(cuerpo)
        .post("/reportes/%s/%s/%s".formatted(servicio.nombre(), radicado, accion))
        .then();
  }

  private static ValidatableResponse rechazado(
      String accion, String radicado, String cuerpo, int estado) {
    return pedir(accion, radicado, cuerpo).statusCode(estado).contentType(PROBLEMA);
  }

  private static ValidatableResponse reenvios(String codigo, int limite) {
    return given()
        .contentType(ContentType.JSON)
        .body(
            "{\"servicio\":\"Desafiliacion\",\"codigo\":\"%s\",\"limite\":%d,\"motivo\":\"caso 7\"}"
                .formatted(codigo, limite))
        .post("/reenvios")
        .then();
  }

  private void ultimo(String radicado, String tipo, String estado, int revision)
      throws SQLException {
    JsonNode resultado = banco.resultados(radicado).getLast();
    assertThat(resultado.path("type").asText()).isEqualTo("co.satccf.resultado." + tipo + ".v1");
    assertThat(resultado.path("estado").asText()).isEqualTo(estado);
    assertThat(resultado.path("revision").asInt()).isEqualTo(revision);
    assertThat(resultado.path("origen").asText()).isEqualTo("OPERADOR");
  }

  private List<String> tipos(String radicado) throws SQLException {
    return banco.resultados(radicado).stream()
        .map(r -> r.path("type").asText().replaceAll("co.satccf.resultado.|.v1", ""))
        .toList();
  }

  private List<Integer> revisiones(String radicado) throws SQLException {
    return banco.resultados(radicado).stream().map(r -> r.path("revision").asInt()).toList();
  }

  private void auditado(String accion, String radicado, String estadoAnterior) throws SQLException {
    assertThat(
            banco.valor(
                """
                select accion || '|' || quien || '|' || motivo || '|' || (detalle::jsonb ->> 'estadoAnterior')
                from auditoria where objeto = ? and numero > ? order by numero desc limit 1
                """,
                objeto(radicado),
                desde))
        .isEqualTo("%s|%s|caso 7|%s".formatted(accion, QUIEN, estadoAnterior));
  }

  private String detalle(String radicado) throws SQLException {
    return banco.valor(
        "select detalle from auditoria where objeto = ? and numero > ? order by numero desc limit 1",
        objeto(radicado),
        desde);
  }

  private long asientos(String radicado) throws SQLException {
    return Long.parseLong(
        banco.valor(
            "select count(*) from auditoria where objeto = ? and numero > ?",
            objeto(radicado),
            desde));
  }

  private static String objeto(String radicado) {
    return "reporte/Desafiliacion/" + radicado;
  }

  /** The audit only grows: what other tests wrote stands before this. */
  private long desde;

  @BeforeEach
  void whereTheAuditIs() throws SQLException {
    desde = Long.parseLong(banco.valor("select coalesce(max(numero), 0) from auditoria"));
  }
}
