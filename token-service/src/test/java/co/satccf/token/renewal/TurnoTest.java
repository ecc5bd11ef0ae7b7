package co.satccf.token.renewal;

import static co.satccf.model.ServicioSat.DESAFILIACION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import co.satccf.token.config.SatConfig;
import co.satccf.token.ministerio.Respuesta;
import co.satccf.token.ministerio.Respuesta.Concedido;
import co.satccf.token.prueba.Configuraciones;
import co.satccf.token.prueba.RelojDePrueba;
import co.satccf.token.vigente.TokenVigente;
import co.satccf.token.vigente.TokensVigentes;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What needs a request held at will, or a request that breaks. */
class TurnoTest {

  private final RelojDePrueba reloj = new RelojDePrueba();
  private final AtomicInteger peticiones = new AtomicInteger();

  @Test
  void aCallerWaitsNoLongerThanItsBoundAndTheRenewalGoesOn() throws Exception {
    // Given
    CompletableFuture<Respuesta> respuesta = new CompletableFuture<>();
    Turno turno = turno(respuesta::join);

    // When
    SinToken negado = catchThrowableOfType(SinToken.class, turno::vigente);
    respuesta.complete(new Concedido("t", Duration.ofMinutes(20), reloj.instant()));

    // Then
    assertThat(negado.codigo()).isEqualTo(Codigo.MINISTERIO_NO_DISPONIBLE);
    assertThat(negado.segundos()).isEqualTo(2);
    await().untilAsserted(() -> assertThat(turno.vigente().token()).isEqualTo("t"));
    assertThat(peticiones).hasValue(1);
  }

  @Test
  void anUnexpectedFailureIsPausedLikeAnyOther() {
    // Given
    Turno turno =
        turno(
            () -> {
              throw new IllegalStateException("synthetic");
            });

    // When
    SinToken negado = catchThrowableOfType(SinToken.class, turno::vigente);
    SinToken otraVez = catchThrowableOfType(SinToken.class, turno::vigente);

    // Then
    assertThat(negado.codigo()).isEqualTo(Codigo.MINISTERIO_NO_DISPONIBLE);
    assertThat(otraVez.codigo()).isEqualTo(Codigo.MINISTERIO_NO_DISPONIBLE);
    assertThat(turno.pausa()).isPresent();
    assertThat(peticiones).hasValue(1);
  }

  @Test
  void afterARestartARefusedTokenThatTheMinistryGrantsAgainIsNotHandedOut() {
    // Given
    Turno turno =
        turno(() -> new Concedido("el-rechazado", Duration.ofMinutes(20), reloj.instant()));

    // When
    SinToken negado =
        catchThrowableOfType(
            SinToken.class, () -> turno.enLugarDe(TokenVigente.huella("el-rechazado")));

    // Then
    assertThat(negado.codigo()).isEqualTo(Codigo.SIN_AUTORIZACION);
    assertThat(negado.segundos()).isEqualTo(300);
    assertThat(peticiones).hasValue(1);
  }

  @Test
  void aNewReasonToWaitNeverShortensAnOlderOne() {
    // Given
    Pausa larga = new Pausa(Codigo.CLIENTE_RECHAZADO, reloj.instant().plusSeconds(600));
    Pausa corta = new Pausa(Codigo.SIN_AUTORIZACION, reloj.instant().plusSeconds(300));

    // Then
    assertThat(Pausa.laMasLarga(null, corta)).isEqualTo(corta);
    assertThat(Pausa.laMasLarga(larga, corta)).isEqualTo(larga);
    assertThat(Pausa.laMasLarga(corta, larga)).isEqualTo(larga);
  }

  private Turno turno(Supplier<Respuesta> peticion) {
    Map<String, String> propiedades = Configuraciones.valida();
    propiedades.put("sat.renovacion.espera", "200MS");
    SatConfig config = Configuraciones.leer(propiedades);
    return new Turno(
        DESAFILIACION,
        config.renovacion(),
        new PuertaCredencial(reloj, config),
        new TokensVigentes(),
        () -> {
          peticiones.incrementAndGet();
          return peticion.get();
        },
        reloj);
  }
}
