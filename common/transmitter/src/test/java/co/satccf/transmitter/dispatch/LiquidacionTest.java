package co.satccf.transmitter.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import co.satccf.model.ServicioSat;
import co.satccf.model.cifrado.Cifrado;
import co.satccf.model.estado.EstadoReporte;
import co.satccf.model.respuesta.Veredicto;
import co.satccf.transmitter.config.Esperas;
import co.satccf.transmitter.store.ReporteIdentificado;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiquidacionTest {

  private static final Duration INICIAL = Duration.ofSeconds(1);
  private static final Duration MAXIMA = Duration.ofMinutes(5);
  private static final Duration INCIERTO = Duration.ofMinutes(6);

  private final Esperas esperas =
      new Esperas(
          INICIAL, MAXIMA, INCIERTO, Map.of("GN02", new Esperas.Reenvio(Duration.ofHours(24), 5)));

  @Test
  void acceptsOnTheMinistrysWord() {
    Liquidacion liquidacion = of(new Veredicto.Aceptado("200", "Recibido"), false);
    assertThat(liquidacion.estado()).isEqualTo(EstadoReporte.ACEPTADO);
    assertThat(liquidacion.comunicar()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"true, ACEPTADO", "false, POR_CONFIRMAR"})
  void takesAlreadyReportedForAcceptanceOnlyAfterAnUncertainAttempt(
      boolean dudoso, EstadoReporte estado) {
    assertThat(of(new Veredicto.YaReportado("GN01", "Ya existe"), dudoso).estado())
        .isEqualTo(estado);
  }

  @ParameterizedTest
  @CsvSource({
    "GE19, false, GLOSADO",
    "GE19, true, GLOSADO",
    "GN02, false, GLOSADO",
    "GN02, true, POR_CONFIRMAR",
    "HTTP-400, true, POR_CONFIRMAR"
  })
  void leavesABusinessRefusalAfterAnUncertainAttemptToAPerson(
      String codigo, boolean dudoso, EstadoReporte estado) {
    assertThat(of(new Veredicto.Glosado(codigo, "x"), dudoso).estado()).isEqualTo(estado);
  }

  @Test
  void goesAgainByItselfAfterARefusalThatHasADelay() {
    assertThat(of(new Veredicto.Glosado("GN02", "x"), false).espera())
        .isEqualTo(Duration.ofHours(24));
    assertThat(of(new Veredicto.Glosado("GN03", "x"), false).espera()).isNull();
    assertThat(esperas.reenvio("GN02", 4)).isNotNull();
    assertThat(esperas.reenvio("GN02", 5)).isNull();
  }

  @Test
  void keepsTheDoubtWhenAResendWasSurelyNotProcessed() {
    Liquidacion liquidacion = of(new Veredicto.Reintentable("HTTP-503", null, true), true);
    assertThat(liquidacion.estado()).isEqualTo(EstadoReporte.INCIERTO);
    assertThat(liquidacion.comunicar()).isFalse();
  }

  @Test
  void tellsOfAnUncertainReportOnce() {
    Veredicto veredicto = new Veredicto.Incierto("CORTE_TRAS_ESCRIBIR", false);
    assertThat(of(veredicto, false).comunicar()).isTrue();
    assertThat(of(veredicto, true).comunicar()).isFalse();
    assertThat(of(veredicto, false).espera()).isEqualTo(INCIERTO);
  }

  @Test
  void waitsForAPersonWhenConfiguredSo() {
    Liquidacion liquidacion =
        Liquidacion.de(
            new Veredicto.Incierto("x", false),
            reclamado(0, false),
            new Esperas(INICIAL, MAXIMA, null, Map.of()));
    assertThat(liquidacion.espera()).isNull();
  }

  @Test
  void aClosedGateCostsNoAttempt() {
    Liquidacion liquidacion =
        Liquidacion.de(new Veredicto.PuertaCerrada(401, "no"), reclamado(3, false), esperas);
    assertThat(liquidacion.estado()).isEqualTo(EstadoReporte.PENDIENTE);
    assertThat(liquidacion.fallos()).isEqualTo(3);
    assertThat(liquidacion.espera()).isZero();
  }

  @Test
  void waitsAtLeastAsLongAsTheMinistryAsks() {
    Duration asked = Duration.ofMinutes(10);
    assertThat(of(new Veredicto.Reintentable("HTTP-429", asked, true), false).espera())
        .isEqualTo(asked);
  }

  @Test
  void backsOffWithinTheCap() {
    for (int fallos = 0; fallos < 60; fallos++) {
      Liquidacion liquidacion =
          Liquidacion.de(
              new Veredicto.Reintentable("DNS", null, false), reclamado(fallos, false), esperas);
      assertThat(liquidacion.espera()).isBetween(Duration.ZERO, MAXIMA);
      assertThat(liquidacion.fallos()).isEqualTo(fallos + 1);
    }
  }

  private Liquidacion of(Veredicto veredicto, boolean dudoso) {
    return Liquidacion.de(veredicto, reclamado(0, dudoso), esperas);
  }

  private static ReporteReclamado reclamado(int fallos, boolean dudoso) {
    return new ReporteReclamado(
        new ReporteIdentificado(
            1,
            ServicioSat.DESAFILIACION,
            "1",
            new UUID(1, 1),
            "k1:a",
            null,
            "05",
            4,
            "/erp",
            "1",
            Instant.EPOCH,
            Instant.EPOCH),
        1,
        1,
        fallos,
        0,
        dudoso,
        new Cifrado("k1", new byte[0]),
        null);
  }
}
