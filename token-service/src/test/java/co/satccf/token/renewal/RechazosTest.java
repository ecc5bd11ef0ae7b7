package co.satccf.token.renewal;

import static co.satccf.model.ServicioSat.DESAFILIACION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import co.satccf.token.prueba.Llamada;
import co.satccf.token.prueba.Llamada.Resultado;
import co.satccf.token.prueba.MinisterioDePrueba.Contestacion;
import co.satccf.token.prueba.TokenServiceTest;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Rule 18. */
@QuarkusTest
class RechazosTest extends TokenServiceTest {

  private static final Duration CINCO_MINUTOS = Duration.ofMinutes(5);

  @Test
  void aRefusedTokenIsReplaced() {
    // Given
    Resultado rechazado = Llamada.token(DESAFILIACION);

    // When
    Resultado otro = Llamada.rechazo(DESAFILIACION, rechazado.huella());

    // Then
    assertThat(otro.estado()).isEqualTo(200);
    assertThat(otro.cabecera("Cache-Control")).isEqualTo("no-store");
    assertThat(otro.huella()).isNotEqualTo(rechazado.huella());
    assertThat(Llamada.token(DESAFILIACION).huella()).isEqualTo(otro.huella());
    assertThat(peticiones()).isEqualTo(2);
  }

  @Test
  void aSupersededFingerprintCostsNoCall() {
    // Given
    Resultado viejo = Llamada.token(DESAFILIACION);
    Resultado nuevo = Llamada.rechazo(DESAFILIACION, viejo.huella());

    // When
    Resultado otraVez = Llamada.rechazo(DESAFILIACION, viejo.huella());

    // Then
    assertThat(otraVez.huella()).isEqualTo(nuevo.huella());
    assertThat(peticiones()).isEqualTo(2);
  }

  @Test
  void aStormOfRefusalsCausesOneRenewal() {
    // Given
    Resultado rechazado = Llamada.token(DESAFILIACION);
    CountDownLatch puerta = new CountDownLatch(1);
    ministerio()
        .contesta(
            formulario -> {
              puerta.await();
              return ministerio().concederOtro(formulario);
            });

    // When
    List<Future<Resultado>> rechazos =
        Llamada.aLaVez(100, () -> Llamada.rechazo(DESAFILIACION, rechazado.huella()));
    List<Future<Resultado>> preguntas = Llamada.aLaVez(100, () -> Llamada.token(DESAFILIACION));
    await().until(() -> peticiones() == 2);
    puerta.countDown();

    // Then: nobody who reports it gets it back
    List<Resultado> renovados = Llamada.todos(rechazos);
    assertThat(renovados).extracting(Resultado::estado).containsOnly(200);
    assertThat(renovados).extracting(Resultado::huella).doesNotContain(rechazado.huella());
    assertThat(Llamada.todos(preguntas)).extracting(Resultado::estado).containsOnly(200);
    assertThat(peticiones()).isEqualTo(2);
  }

  @Test
  void aSecondRefusalWithinFiveMinutesIsNotRenewedAgain() {
    // Given
    Resultado primero = Llamada.token(DESAFILIACION);
    Resultado segundo = Llamada.rechazo(DESAFILIACION, primero.huella());
    reloj.avanzar(Duration.ofMinutes(1));

    // When
    Resultado negado = Llamada.rechazo(DESAFILIACION, segundo.huella());
    Resultado pregunta = Llamada.token(DESAFILIACION);
    Resultado otraVez = Llamada.rechazo(DESAFILIACION, segundo.huella());

    // Then
    assertThat(List.of(negado, pregunta, otraVez))
        .allSatisfy(
            resultado -> {
              assertThat(resultado.estado()).isEqualTo(503);
              assertThat(resultado.codigo()).isEqualTo("SIN_AUTORIZACION");
              assertThat(resultado.cabecera("Cache-Control")).isEqualTo("no-store");
              assertThat(resultado.retryAfter()).isEqualTo(Duration.ofMinutes(4));
            });
    assertThat(peticiones()).isEqualTo(2);
  }

  @Test
  void afterFiveMinutesOneMoreRenewalIsTriedAndNoMore() {
    // Given
    Resultado primero = Llamada.token(DESAFILIACION);
    Resultado segundo = Llamada.rechazo(DESAFILIACION, primero.huella());
    Llamada.rechazo(DESAFILIACION, segundo.huella());

    // When
    reloj.avanzar(CINCO_MINUTOS);
    Resultado tercero = Llamada.token(DESAFILIACION);
    Resultado negado = Llamada.rechazo(DESAFILIACION, tercero.huella());

    // Then
    assertThat(tercero.estado()).isEqualTo(200);
    assertThat(negado.codigo()).isEqualTo("SIN_AUTORIZACION");
    assertThat(negado.retryAfter()).isEqualTo(CINCO_MINUTOS);
    assertThat(peticiones()).isEqualTo(3);
  }

  @Test
  void aRefusalAfterAQuietTimeIsRenewedAtOnce() {
    // Given
    Resultado primero = Llamada.token(DESAFILIACION);
    Resultado segundo = Llamada.rechazo(DESAFILIACION, primero.huella());
    reloj.avanzar(CINCO_MINUTOS);

    // When
    Resultado tercero = Llamada.rechazo(DESAFILIACION, segundo.huella());

    // Then
    assertThat(tercero.estado()).isEqualTo(200);
    assertThat(peticiones()).isEqualTo(3);
  }

  @Test
  void theVeryTokenThatWasRefusedIsNeverHandedOutAgain() {
    // Given: a Ministry that grants the same token as long as it lives
    ministerio().contesta(f -> Contestacion.concede("siempre-el-mismo", 1_199));
    Resultado rechazado = Llamada.token(DESAFILIACION);

    // When
    Resultado negado = Llamada.rechazo(DESAFILIACION, rechazado.huella());
    Resultado pregunta = Llamada.token(DESAFILIACION);

    // Then
    assertThat(negado.codigo()).isEqualTo("SIN_AUTORIZACION");
    assertThat(pregunta.codigo()).isEqualTo("SIN_AUTORIZACION");
    assertThat(peticiones()).isEqualTo(2);
  }

  @Test
  void aRefusalDuringARenewalIsAnsweredByThatRenewal() {
    // Given: a routine renewal under way that has revoked the old token already
    Resultado viejo = Llamada.token(DESAFILIACION);
    reloj.avanzar(Duration.ofSeconds(1_020));
    CountDownLatch puerta = new CountDownLatch(1);
    ministerio()
        .contesta(
            formulario -> {
              puerta.await();
              return ministerio().concederOtro(formulario);
            });
    Llamada.token(DESAFILIACION);
    await().until(() -> peticiones() == 2);

    // When
    List<Future<Resultado>> rechazos =
        Llamada.aLaVez(50, () -> Llamada.rechazo(DESAFILIACION, viejo.huella()));
    puerta.countDown();
    List<Resultado> resultados = Llamada.todos(rechazos);

    // Then: and it did not use up the one renewal on refusal
    assertThat(resultados).extracting(Resultado::estado).containsOnly(200);
    assertThat(resultados).extracting(Resultado::huella).doesNotContain(viejo.huella());
    assertThat(peticiones()).isEqualTo(2);
    Resultado nuevo = resultados.getFirst();
    assertThat(Llamada.rechazo(DESAFILIACION, nuevo.huella()).estado()).isEqualTo(200);
    assertThat(peticiones()).isEqualTo(3);
  }

  @Test
  void aSecondRefusalDuringARoutineRenewalIsStillAnsweredByThatRenewal() {
    // Given: tokens so short that a routine renewal falls within five minutes of a refusal
    ministerio().contesta(f -> Contestacion.concede(ministerio().otroToken(), 240));
    Resultado primero = Llamada.token(DESAFILIACION);
    Resultado segundo = Llamada.rechazo(DESAFILIACION, primero.huella());
    reloj.avanzar(Duration.ofSeconds(121));
    CountDownLatch puerta = new CountDownLatch(1);
    ministerio()
        .contesta(
            formulario -> {
              puerta.await();
              return ministerio().concederOtro(formulario);
            });
    Llamada.token(DESAFILIACION);
    await().until(() -> peticiones() == 3);

    // When
    List<Future<Resultado>> rechazos =
        Llamada.aLaVez(20, () -> Llamada.rechazo(DESAFILIACION, segundo.huella()));
    puerta.countDown();

    // Then
    assertThat(Llamada.todos(rechazos)).extracting(Resultado::estado).containsOnly(200);
    assertThat(peticiones()).isEqualTo(3);
  }
}
