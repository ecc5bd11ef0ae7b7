package co.satccf.transmitter.dispatch;

import static co.satccf.model.ServicioSat.AFILIACION_PRIMERA_VEZ;
import static co.satccf.model.ServicioSat.ESTADO_PAGO_EMPLEADOR;
import static co.satccf.model.estado.EstadoReporte.ACEPTADO;
import static co.satccf.model.estado.EstadoReporte.PENDIENTE;
import static co.satccf.transmitter.Escenario.hasta;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import co.satccf.sandbox.ministerio.EntradaDelLibro;
import co.satccf.sandbox.ministerio.Falla;
import co.satccf.sandbox.ministerio.Fallas;
import co.satccf.sandbox.ministerio.Latencia;
import co.satccf.sandbox.ministerio.ResumenDelMinisterio;
import co.satccf.sandbox.ministerio.TipoFalla;
import co.satccf.transmitter.Escenario;
import co.satccf.transmitter.Escenario.Fila;
import co.satccf.transmitter.Escenario.Intento;
import co.satccf.transmitter.Hecho;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens that SAT refuses, and the gates they close (rules 4 and 18). */
@QuarkusTest
class GatesTest {

  @Inject Escenario escenario;
  @Inject Envio envio;

  @BeforeEach
  void empezar() {
    escenario.empezar();
  }

  @AfterEach
  void terminar() {
    escenario.terminar();
  }

  @Test
  void holdsATokenWhileItLives() {
    // Given
    List<Hecho> hechos = Stream.generate(Hecho::primeraVez).limit(10).toList();
    // When
    escenario.publicar(hechos);
    // Then
    hechos.forEach(hecho -> escenario.espera(hecho, ACEPTADO));
    assertThat(escenario.tokenService().preguntas(AFILIACION_PRIMERA_VEZ)).isEmpty();
  }

  @Test
  void triesOnceMoreUncountedWhenAnotherRenewalHasRevokedItsToken()
      throws IOException, InterruptedException {
    // Given
    escenario.ministerio().modo(Map.of("tokenNuevoRevocaAnterior", true));
    escenario.tokenService().renovar(AFILIACION_PRIMERA_VEZ);
    Hecho hecho = Hecho.primeraVez();
    // When
    escenario.publicar(hecho);
    // Then
    Fila fila = escenario.espera(hecho, ACEPTADO);
    assertThat(fila.intento()).isOne();
    assertThat(fila.fallos()).isZero();
    assertThat(escenario.intentos(hecho)).containsExactly(new Intento(1, "ACEPTADO", true));
    assertThat(escenario.libro(hecho))
        .extracting(EntradaDelLibro::estadoHttp)
        .containsExactly(401, 200);
    assertThat(escenario.tokenService().preguntas(AFILIACION_PRIMERA_VEZ)).containsExactly("POST");
    assertThat(escenario.puerta(AFILIACION_PRIMERA_VEZ)).isEmpty();
  }

  @Test
  void asksForOneNewTokenWhenManyCallsAreRefusedAtOnce() {
    // Given
    escenario.detener();
    escenario.ministerio().fallas(Fallas.conLatencia(Latencia.fija(50)));
    List<Hecho> hechos = Stream.generate(Hecho::primeraVez).limit(8).toList();
    escenario.publicar(hechos);
    hechos.forEach(escenario::recibido);
    escenario.ministerio().revocarTokens(AFILIACION_PRIMERA_VEZ.nombre());
    // When
    escenario.soltar();
    // Then
    hechos.forEach(hecho -> assertThat(escenario.espera(hecho, ACEPTADO).intento()).isOne());
    assertThat(escenario.tokenService().preguntas(AFILIACION_PRIMERA_VEZ)).containsExactly("POST");
  }

  @Test
  void closesTheGateWhenTheNewTokenIsRefusedTooAndCostsTheReportNothing() {
    // Given
    escenario.ministerio().fallas(Fallas.con(Falla.de(TipoFalla.NO_AUTORIZADO)));
    Hecho hecho = Hecho.primeraVez();
    // When
    escenario.publicar(hecho);
    // Then
    hasta(() -> assertThat(puerta()).isEqualTo("SIN_AUTORIZACION"));
    hasta(() -> assertThat(escenario.intentos(hecho)).isNotEmpty());
    Fila fila = escenario.recibido(hecho);
    assertThat(fila.estado()).isEqualTo(PENDIENTE);
    assertThat(fila.fallos()).isZero();
    assertThat(escenario.intentos(hecho).getFirst())
        .isEqualTo(new Intento(1, "PUERTA_CERRADA", true));
    when()
        .get("/servicios")
        .then()
        .body(
            "servicios.find { it.servicio == 'AfiliacionPrimeraVez' }.puerta.codigo",
            equalTo("SIN_AUTORIZACION"))
        .body(
            "servicios.find { it.servicio == 'AfiliacionPrimeraVez' }.puerta.hasta",
            notNullValue());
  }

  @ParameterizedTest
  @CsvSource({"403, HTTP-403", "404, HTTP-404"})
  void closesTheGateWhenTheServiceIsForbiddenOrNotThere(int estado, String puerta) {
    // Given
    escenario.ministerio().fallas(Fallas.con(Falla.http(estado)));
    Hecho hecho = Hecho.primeraVez();
    // When
    escenario.publicar(hecho);
    // Then
    hasta(() -> assertThat(puerta()).isEqualTo(puerta));
    hasta(() -> assertThat(escenario.recibido(hecho).estado()).isEqualTo(PENDIENTE));
    assertThat(escenario.recibido(hecho).fallos()).isZero();
    assertThat(escenario.tokenService().preguntas(AFILIACION_PRIMERA_VEZ)).isEmpty();
  }

  @Test
  void sendsNothingMoreWhileTheGateIsClosed() {
    // Given reports that a gate holds for an hour
    closeGate("1 hour");
    List<Hecho> held = Stream.generate(Hecho::primeraVez).limit(3).toList();
    escenario.publicar(held);
    held.forEach(escenario::recibido);
    // When another service goes on
    Hecho other = Hecho.estadoPago(escenario.empleadorEnSat(), "1");
    escenario.publicar(other);
    // Then
    escenario.espera(other, ACEPTADO);
    assertThat(escenario.ministerio().libro(AFILIACION_PRIMERA_VEZ.nombre())).isEmpty();
    assertThat(held)
        .allSatisfy(hecho -> assertThat(escenario.recibido(hecho).estado()).isEqualTo(PENDIENTE));
  }

  @Test
  void letsOneReportTryFirstAndOpensForAllWhenItIsAnswered() {
    // Given
    escenario.ministerio().fallas(Fallas.conLatencia(Latencia.fija(150)));
    List<Hecho> hechos = readyBehindAGateThatMayBeTried(5);
    // When
    escenario.soltar();
    // Then
    hechos.forEach(hecho -> escenario.espera(hecho, ACEPTADO));
    assertThat(puerta()).isEmpty();
    List<EntradaDelLibro> libro = escenario.ministerio().libro(AFILIACION_PRIMERA_VEZ.nombre());
    Instant firstAnswer = Instant.parse(libro.getFirst().instante());
    assertThat(libro.subList(1, 5))
        .allSatisfy(
            entrada -> assertThat(Instant.parse(entrada.recibido())).isAfterOrEqualTo(firstAnswer));
    assertThat(summary().concurrenciaMaxima()).isGreaterThan(1);
  }

  @Test
  void closesAgainWhenTheOneThatTriedIsRefused() {
    // Given
    escenario
        .ministerio()
        .fallas(
            Fallas.con(Falla.http(403))
                .latencia(AFILIACION_PRIMERA_VEZ.nombre(), Latencia.fija(100)));
    List<Hecho> hechos = readyBehindAGateThatMayBeTried(5);
    // When
    escenario.soltar();
    // Then it tries again and again, one at a time
    hasta(() -> assertThat(summary().recibidos()).isGreaterThanOrEqualTo(3));
    assertThat(summary().concurrenciaMaxima()).isOne();
    assertThat(puerta()).isEqualTo("HTTP-403");
    assertThat(hechos).allSatisfy(hecho -> assertThat(escenario.recibido(hecho).fallos()).isZero());
  }

  @Test
  void opensByItselfOnceTheMinistryAuthorizesAgain() {
    // Given
    escenario.ministerio().fallas(Fallas.con(Falla.de(TipoFalla.NO_AUTORIZADO)));
    Hecho hecho = Hecho.primeraVez();
    escenario.publicar(hecho);
    hasta(() -> assertThat(puerta()).isEqualTo("SIN_AUTORIZACION"));
    // When
    escenario.ministerio().sinFallas();
    // Then
    escenario.espera(hecho, ACEPTADO);
    hasta(() -> assertThat(puerta()).isEmpty());
  }

  @Test
  void closesTheGateOfEachServiceThatGetsNoTokenBecauseTheCredentialIsRefused() {
    // Given tokens that are revoked, and credentials that are wrong
    refuseCredentials();
    Hecho uno = Hecho.primeraVez();
    Hecho otro = Hecho.estadoPago(escenario.empleadorEnSat(), "1");
    // When
    escenario.publicar(uno, otro);
    // Then
    hasta(
        () -> {
          assertThat(escenario.puerta(AFILIACION_PRIMERA_VEZ)).isEqualTo("CREDENCIAL_RECHAZADA");
          assertThat(escenario.puerta(ESTADO_PAGO_EMPLEADOR)).isEqualTo("CREDENCIAL_RECHAZADA");
        });
    hasta(
        () ->
            assertThat(List.of(uno, otro))
                .allSatisfy(
                    hecho -> {
                      Fila fila = escenario.recibido(hecho);
                      assertThat(fila.estado()).isEqualTo(PENDIENTE);
                      assertThat(fila.fallos()).isZero();
                    }));
  }

  @ParameterizedTest
  @ValueSource(strings = {"SERVICIO_NO_ASIGNADO", "TERMINOS_SIN_ACEPTAR"})
  void waitsBehindAGateThatSaysWhyWhileThePeopleOfTheFundHaveSomethingToDo(String codigo) {
    // Given a token that is revoked, and a service that may not be called
    escenario.ministerio().revocarTokens();
    escenario.tokenService().problema(codigo);
    Hecho hecho = Hecho.primeraVez();
    // When
    escenario.publicar(hecho);
    // Then
    hasta(() -> assertThat(puerta()).isEqualTo(codigo));
    assertThat(escenario.recibido(hecho).estado()).isEqualTo(PENDIENTE);
    assertThat(escenario.recibido(hecho).fallos()).isZero();
    assertThat(when().get("/q/health/ready").asString()).doesNotContain("sin token");
    // When they have done it
    escenario.tokenService().limpiar();
    // Then
    escenario.espera(hecho, ACEPTADO);
    hasta(() -> assertThat(puerta()).isEmpty());
  }

  @Test
  void doesNotGoToTheMinistryWithARefusedTokenWhileTheCredentialIsRefused() {
    // Given
    refuseCredentials();
    Hecho hecho = Hecho.primeraVez();
    // When the gate has been tried several times
    escenario.publicar(hecho);
    hasta(
        () ->
            assertThat(escenario.tokenService().preguntas(AFILIACION_PRIMERA_VEZ))
                .hasSizeGreaterThanOrEqualTo(3));
    // Then only the first call has reached the Ministry
    assertThat(escenario.libro(hecho)).hasSize(1);
    assertThat(puerta()).isEqualTo("CREDENCIAL_RECHAZADA");
  }

  @Test
  void goesOnByItselfOnceTheCredentialIsRight() {
    // Given
    refuseCredentials();
    Hecho hecho = Hecho.primeraVez();
    escenario.publicar(hecho);
    hasta(() -> assertThat(puerta()).isEqualTo("CREDENCIAL_RECHAZADA"));
    // When
    escenario.tokenService().limpiar();
    // Then
    escenario.espera(hecho, ACEPTADO);
    hasta(() -> assertThat(puerta()).isEmpty());
  }

  @Test
  void waitsByItselfForATokenServiceThatDoesNotAnswerAndLeavesTheGateOfTheFleetOpen() {
    // Given a token that is revoked, and nobody who gives another
    escenario.ministerio().revocarTokens();
    escenario.tokenService().callar();
    Hecho hecho = Hecho.primeraVez();
    // When
    escenario.publicar(hecho);
    // Then
    hasta(
        () ->
            assertThat(when().get("/q/health/ready").asString())
                .contains("sin token: token-service no responde a esta réplica, o no la admite"));
    assertThat(puerta()).isEmpty();
    assertThat(escenario.recibido(hecho).fallos()).isZero();
    assertThat(escenario.libro(hecho)).hasSizeLessThanOrEqualTo(1);
    // When it answers again
    escenario.tokenService().limpiar();
    // Then
    escenario.espera(hecho, ACEPTADO);
    assertThat(puerta()).isEmpty();
    assertThat(when().get("/q/health/ready").asString()).doesNotContain("sin token");
  }

  @Test
  void waitsByItselfWhenTokenServiceDoesNotLetItInAndLeavesTheGateOfTheFleetOpen() {
    // Given a token that is revoked, and a token-service that does not know this process
    escenario.ministerio().revocarTokens();
    escenario.tokenService().cerrar();
    Hecho hecho = Hecho.primeraVez();
    // When
    escenario.publicar(hecho);
    // Then
    hasta(() -> assertThat(when().get("/q/health/ready").asString()).contains("no la admite"));
    assertThat(puerta()).isEmpty();
    // When it does
    escenario.tokenService().limpiar();
    // Then
    escenario.espera(hecho, ACEPTADO);
    assertThat(puerta()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "BASE_DE_DATOS_NO_DISPONIBLE",
        "CREDENCIAL_ILEGIBLE",
        "DEMASIADAS_SOLICITUDES",
        "LLAVES_NO_DISPONIBLES",
        "TOKEN_ILEGIBLE"
      })
  void whatAilsOneReplicaOfTokenServiceLeavesTheGateOfTheFleetOpen(String codigo) {
    // Given a token that is revoked, and a replica that has none to give
    escenario.ministerio().revocarTokens();
    escenario.tokenService().problema(codigo);
    Hecho hecho = Hecho.primeraVez();
    // When
    escenario.publicar(hecho);
    // Then
    hasta(() -> assertThat(when().get("/q/health/ready").asString()).contains("sin token"));
    assertThat(puerta()).isEmpty();
    // When the next question reaches another
    escenario.tokenService().limpiar();
    // Then
    escenario.espera(hecho, ACEPTADO);
    assertThat(puerta()).isEmpty();
  }

  @Test
  void forgetsAGateThatAnotherReplicaHasOpened() {
    // Given a gate that this process has closed and another one opened, and no answers
    envio.gateStands(AFILIACION_PRIMERA_VEZ, true);
    escenario.ministerio().fallas(Fallas.con(Falla.http(503)));
    Hecho hecho = Hecho.primeraVez();
    // When
    escenario.publicar(hecho);
    hasta(() -> assertThat(escenario.intentos(hecho)).isNotEmpty());
    // Then the next gate is nothing it could open with an answer from before
    assertThat(envio.seesGate(AFILIACION_PRIMERA_VEZ)).isFalse();
  }

  private void refuseCredentials() {
    escenario.ministerio().revocarTokens();
    escenario.tokenService().problema("CREDENCIAL_RECHAZADA");
  }

  private List<Hecho> readyBehindAGateThatMayBeTried(int cuantos) {
    escenario.detener();
    closeGate("0 seconds");
    List<Hecho> hechos = Stream.generate(Hecho::primeraVez).limit(cuantos).toList();
    escenario.publicar(hechos);
    hechos.forEach(escenario::recibido);
    return hechos;
  }

  private void closeGate(String interval) {
    escenario.ejecutar(
        """
        update despacho set puerta = 'HTTP-403', puerta_desde = now(), puerta_hasta = now() + ?::interval
        where servicio = ?
        """,
        interval,
        AFILIACION_PRIMERA_VEZ.nombre());
  }

  private String puerta() {
    return escenario.puerta(AFILIACION_PRIMERA_VEZ);
  }

  private ResumenDelMinisterio.DelServicio summary() {
    return Objects.requireNonNull(
        escenario.ministerio().resumen().servicios().get(AFILIACION_PRIMERA_VEZ.nombre()));
  }
}
