package co.satccf.token.ministerio;

import static co.satccf.model.ServicioSat.DESAFILIACION;
import static co.satccf.model.ServicioSat.ESTADO_PAGO_EMPLEADOR;
import static org.assertj.core.api.Assertions.assertThat;

import co.satccf.model.ServicioSat;
import co.satccf.token.prueba.Llamada;
import co.satccf.token.prueba.Llamada.Resultado;
import co.satccf.token.prueba.MinisterioDePrueba.Contestacion;
import co.satccf.token.prueba.MinisterioResource;
import co.satccf.token.prueba.TokenServiceTest;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class MinisterioEnfermoTest extends TokenServiceTest {

  @ParameterizedTest
  @ValueSource(strings = {"invalid_client", "unauthorized_client"})
  void aRefusedClientIdStopsItsServiceAloneForTenMinutes(String error) {
    // Given
    ministerio()
        .contesta(
            formulario ->
                MinisterioResource.clientId(DESAFILIACION).equals(formulario.get("client_id"))
                    ? Contestacion.error(400, error)
                    : ministerio().concederOtro(formulario));

    // When
    List<Resultado> negados = Llamada.todos(Llamada.aLaVez(50, () -> Llamada.token(DESAFILIACION)));
    Resultado otroServicio = Llamada.token(ESTADO_PAGO_EMPLEADOR);
    reloj.avanzar(Duration.ofMinutes(10).minusSeconds(1));
    Resultado todavia = Llamada.token(DESAFILIACION);
    int enDiezMinutos = peticiones();
    reloj.avanzar(Duration.ofSeconds(1));
    ministerio().contesta(ministerio()::concederOtro);
    Resultado despues = Llamada.token(DESAFILIACION);

    // Then
    assertThat(negados)
        .allSatisfy(
            negado -> {
              assertThat(negado.estado()).isEqualTo(503);
              assertThat(negado.codigo()).isEqualTo("CLIENTE_RECHAZADO");
              assertThat(negado.retryAfter()).isEqualTo(Duration.ofMinutes(10));
            });
    assertThat(otroServicio.estado()).isEqualTo(200);
    assertThat(todavia.codigo()).isEqualTo("CLIENTE_RECHAZADO");
    assertThat(enDiezMinutos).isEqualTo(2);
    assertThat(despues.estado()).isEqualTo(200);
  }

  @Test
  void repeatedFailuresAreSpacedOutWithoutHammering() {
    // Given
    ministerio().contesta(f -> Contestacion.json(500, "{\"Message\":\"falla\"}"));
    long techo = 2;

    for (int fallo = 1; fallo <= 9; fallo++) {
      // When
      Resultado negado = Llamada.token(DESAFILIACION);
      List<Resultado> insistencias =
          Llamada.todos(Llamada.aLaVez(20, () -> Llamada.token(DESAFILIACION)));

      // Then
      assertThat(peticiones()).isEqualTo(fallo);
      assertThat(negado.codigo()).isEqualTo("MINISTERIO_NO_DISPONIBLE");
      assertThat(negado.retryAfter().toSeconds()).isBetween(1L, techo);
      assertThat(insistencias)
          .extracting(Resultado::codigo)
          .containsOnly("MINISTERIO_NO_DISPONIBLE");
      reloj.avanzar(negado.retryAfter());
      techo = Math.min(60, techo * 2);
    }

    // When
    ministerio().contesta(ministerio()::concederOtro);

    // Then
    assertThat(Llamada.token(DESAFILIACION).estado()).isEqualTo(200);
  }

  @Test
  void waitsAsLongAsTheMinistryAsks() {
    // Given
    ministerio().contesta(f -> new Contestacion(429, "", Map.of("Retry-After", "120")));

    // When
    Resultado negado = Llamada.token(DESAFILIACION);
    reloj.avanzar(Duration.ofSeconds(119));
    Llamada.token(DESAFILIACION);

    // Then
    assertThat(negado.retryAfter()).isEqualTo(Duration.ofSeconds(120));
    assertThat(peticiones()).isEqualTo(1);
  }

  @Test
  void aHangingEndpointIsGivenUpAndTriedAfresh() {
    // Given
    CountDownLatch nunca = new CountDownLatch(1);
    ministerio()
        .contesta(
            formulario -> {
              nunca.await();
              return Contestacion.corte();
            });

    // When
    Resultado negado = Llamada.token(DESAFILIACION);
    ministerio().contesta(ministerio()::concederOtro);
    reloj.avanzar(negado.retryAfter());
    Resultado despues = Llamada.token(DESAFILIACION);
    nunca.countDown();

    // Then
    assertThat(negado.estado()).isEqualTo(503);
    assertThat(negado.codigo()).isEqualTo("MINISTERIO_NO_DISPONIBLE");
    assertThat(despues.estado()).isEqualTo(200);
    assertThat(peticiones()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html>En mantenimiento</html>",
        "",
        "[]",
        "{}",
        "{\"access_token\":\"\"}",
        "{\"access_token\":\"con espacio\",\"expires_in\":1199}",
        "{\"access_token\":7,\"expires_in\":\"pronto\"}",
        "{\"access_token\":\"t\",\"expires_in\":0}",
        "{\"access_token\":\"t\",\"expires_in\":-5}"
      })
  void anAnswerWithoutAUsableTokenIsAFailure(String cuerpo) {
    // Given
    ministerio().contesta(f -> Contestacion.json(200, cuerpo));

    // When
    Resultado negado = Llamada.token(DESAFILIACION);

    // Then
    assertThat(negado.estado()).isEqualTo(503);
    assertThat(negado.codigo()).isEqualTo("MINISTERIO_NO_DISPONIBLE");
    assertThat(peticiones()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403})
  void aRefusalWithoutAReasonIsNotRepeatedSoonForItMayBeThePassword(int estado) {
    // Given
    ministerio().contesta(f -> Contestacion.json(estado, "{\"Message\":\"negado\"}"));

    // When
    Resultado negado = Llamada.token(DESAFILIACION);
    reloj.avanzar(Duration.ofMinutes(9));
    Llamada.token(DESAFILIACION);

    // Then
    assertThat(negado.codigo()).isEqualTo("MINISTERIO_NO_DISPONIBLE");
    assertThat(negado.retryAfter()).isEqualTo(Duration.ofMinutes(10));
    assertThat(peticiones()).isEqualTo(1);
  }

  @Test
  void twoServicesRefusedWithoutAReasonStopTheOtherFive() {
    // Given
    ministerio().contesta(f -> Contestacion.json(400, "{\"Message\":\"negado\"}"));

    // When
    for (ServicioSat servicio : ServicioSat.values()) {
      assertThat(Llamada.token(servicio).estado()).isEqualTo(503);
    }

    // Then
    assertThat(peticiones()).isEqualTo(2);
    reloj.avanzar(Duration.ofMinutes(11));
    for (ServicioSat servicio : ServicioSat.values()) {
      Llamada.token(servicio);
    }
    assertThat(peticiones()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(ints = {302, 303, 307})
  void noRedirectIsFollowed(int estado) {
    // Given
    ministerio()
        .contesta(
            f -> new Contestacion(estado, "", Map.of("Location", ministerio().url() + "/otro")));

    // When
    Resultado negado = Llamada.token(DESAFILIACION);

    // Then
    assertThat(negado.codigo()).isEqualTo("MINISTERIO_NO_DISPONIBLE");
    assertThat(ministerio().peticiones()).extracting(p -> p.ruta()).containsExactly("/token");
  }

  @Test
  void aDroppedConnectionIsNotFollowedByASecondRequest() {
    // Given
    ministerio().contesta(f -> Contestacion.corte());

    // When
    Resultado negado = Llamada.token(DESAFILIACION);

    // Then
    assertThat(negado.codigo()).isEqualTo("MINISTERIO_NO_DISPONIBLE");
    assertThat(peticiones()).isEqualTo(1);
  }

  @Test
  void theServiceStaysAliveAndReadyWhateverTheMinistryDoes() {
    // Given
    ministerio().contesta(f -> Contestacion.error(400, "invalid_client"));
    Llamada.token(DESAFILIACION);

    // When
    Resultado viva = Llamada.get("/q/health/live");
    Resultado lista = Llamada.get("/q/health/ready");

    // Then
    assertThat(viva.estado()).isEqualTo(200);
    assertThat(lista.estado()).isEqualTo(200);
    assertThat(lista.respuesta().body()).contains("CLIENTE_RECHAZADO por 600 s");
  }
}
