package co.satccf.token.renewal;

import static co.satccf.model.ServicioSat.DESAFILIACION;
import static co.satccf.model.ServicioSat.INICIO_RELACION_LABORAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import co.satccf.model.ServicioSat;
import co.satccf.token.prueba.Llamada;
import co.satccf.token.prueba.Llamada.Resultado;
import co.satccf.token.prueba.MinisterioDePrueba.Contestacion;
import co.satccf.token.prueba.TokenServiceTest;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RenovacionTest extends TokenServiceTest {

  /**
   * Of a token of 1,199 s: from 1,019 s on a renewal is due, at 1,139 s it is given out no more.
   */
  private static final Duration POR_RENOVAR = Duration.ofSeconds(1_020);

  private static final Duration VENCIDO = Duration.ofSeconds(1_139);

  @Test
  void twoHundredFirstCallersCauseOneRequest() {
    // Given
    CountDownLatch puerta = retenido();

    // When
    List<Future<Resultado>> llamadas = Llamada.aLaVez(200, () -> Llamada.token(DESAFILIACION));
    await().until(() -> peticiones() == 1);
    puerta.countDown();

    // Then
    assertThat(Llamada.todos(llamadas))
        .allSatisfy(resultado -> assertThat(resultado.estado()).isEqualTo(200))
        .extracting(Resultado::token)
        .containsOnly("token-retenido");
    assertThat(peticiones()).isEqualTo(1);
  }

  @Test
  void twoHundredCallersAtTheEndOfATokensLifeCauseOneRequest() {
    // Given
    String viejo = Llamada.token(DESAFILIACION).token();
    reloj.avanzar(VENCIDO);
    CountDownLatch puerta = retenido();

    // When
    List<Future<Resultado>> llamadas = Llamada.aLaVez(200, () -> Llamada.token(DESAFILIACION));
    await().until(() -> peticiones() == 2);
    puerta.countDown();

    // Then
    assertThat(Llamada.todos(llamadas))
        .extracting(Resultado::token)
        .containsOnly("token-retenido")
        .doesNotContain(viejo);
    assertThat(peticiones()).isEqualTo(2);
  }

  @Test
  void callersNeverWaitForARoutineRenewal() {
    // Given
    String viejo = Llamada.token(DESAFILIACION).token();
    reloj.avanzar(POR_RENOVAR);
    CountDownLatch puerta = retenido();

    // When: all are answered while the Ministry holds back its answer
    List<Resultado> mientras =
        Llamada.todos(Llamada.aLaVez(50, () -> Llamada.token(DESAFILIACION)));

    // Then
    assertThat(mientras).extracting(Resultado::token).containsOnly(viejo);
    assertThat(mientras).allSatisfy(r -> assertThat(r.segundosRestantes()).isBetween(1L, 5L));
    await().until(() -> peticiones() == 2);
    puerta.countDown();
    await()
        .untilAsserted(
            () -> assertThat(Llamada.token(DESAFILIACION).token()).isEqualTo("token-retenido"));
    assertThat(peticiones()).isEqualTo(2);
  }

  @Test
  void theOldTokenServesUntilItsSafeEndWhileTheMinistryFails() {
    // Given
    String viejo = Llamada.token(DESAFILIACION).token();
    ministerio().contesta(f -> Contestacion.json(500, ""));
    reloj.avanzar(POR_RENOVAR);

    // When
    Resultado mientras = Llamada.token(DESAFILIACION);
    asentadas(2);
    reloj.avanzar(VENCIDO.minus(POR_RENOVAR).minusSeconds(1));
    Resultado alFinal = Llamada.token(DESAFILIACION);
    asentadas(3);
    reloj.avanzar(Duration.ofSeconds(1));
    Resultado despues = Llamada.token(DESAFILIACION);

    // Then
    assertThat(mientras.token()).isEqualTo(viejo);
    assertThat(alFinal.token()).isEqualTo(viejo);
    assertThat(alFinal.segundosRestantes()).isEqualTo(1);
    assertThat(despues.estado()).isEqualTo(503);
    assertThat(despues.codigo()).isEqualTo("MINISTERIO_NO_DISPONIBLE");
  }

  @Test
  void steadyCallersCauseAtMostFourRequestsInAnyHour() {
    // When: a caller that asks again as soon as it is told to, for four hours
    List<Integer> porMinuto = new ArrayList<>();
    for (int minuto = 0; minuto < 240; minuto++) {
      int antes = peticiones();
      Resultado resultado = Llamada.token(DESAFILIACION);
      boolean porRenovar = resultado.segundosRestantes() <= 5;
      if (porRenovar) {
        asentadas(antes + 1);
      }
      porMinuto.add(peticiones() - antes);
      reloj.avanzar(Duration.ofMinutes(1));
    }

    // Then
    for (int desde = 0; desde + 60 <= porMinuto.size(); desde++) {
      int enUnaHora =
          porMinuto.subList(desde, desde + 60).stream().mapToInt(Integer::intValue).sum();
      assertThat(enUnaHora).isBetween(3, 4);
    }
  }

  @Test
  void theCredentialsAreUsedByOneRequestAtATimeWhateverTheService() {
    // Given
    AtomicInteger enVuelo = new AtomicInteger();
    AtomicInteger maximo = new AtomicInteger();
    ministerio()
        .contesta(
            formulario -> {
              maximo.accumulateAndGet(enVuelo.incrementAndGet(), Math::max);
              // Room for a second request to show itself.
              Thread.onSpinWait();
              for (int i = 0; i < 20; i++) {
                Thread.yield();
              }
              enVuelo.decrementAndGet();
              return ministerio().concederOtro(formulario);
            });

    // When
    List<Future<Resultado>> llamadas = new ArrayList<>();
    for (ServicioSat servicio : ServicioSat.values()) {
      llamadas.addAll(Llamada.aLaVez(20, () -> Llamada.token(servicio)));
    }

    // Then
    assertThat(Llamada.todos(llamadas))
        .allSatisfy(resultado -> assertThat(resultado.estado()).isEqualTo(200));
    assertThat(peticiones()).isEqualTo(ServicioSat.values().length);
    assertThat(maximo).hasValue(1);
  }

  @Test
  void aFailingServiceDoesNotTakeTheTokenOfAnother() {
    // Given
    String otro = Llamada.token(INICIO_RELACION_LABORAL).token();
    ministerio().contesta(f -> Contestacion.json(503, ""));

    // When
    Resultado caido = Llamada.token(DESAFILIACION);

    // Then
    assertThat(caido.codigo()).isEqualTo("MINISTERIO_NO_DISPONIBLE");
    assertThat(Llamada.token(INICIO_RELACION_LABORAL).token()).isEqualTo(otro);
  }

  /** The Ministry holds its answer until the latch opens. */
  private CountDownLatch retenido() {
    CountDownLatch puerta = new CountDownLatch(1);
    ministerio()
        .contesta(
            formulario -> {
              puerta.await();
              return Contestacion.concede("token-retenido", 1_199);
            });
    return puerta;
  }
}
