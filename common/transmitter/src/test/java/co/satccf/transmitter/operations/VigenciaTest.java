package co.satccf.transmitter.operations;

import static co.satccf.model.ServicioSat.AFILIACION_NO_PRIMERA_VEZ;
import static co.satccf.model.ServicioSat.AFILIACION_PRIMERA_VEZ;
import static co.satccf.model.ServicioSat.PERDIDA_AFILIACION_CAUSA_GRAVE;
import static org.assertj.core.api.Assertions.assertThat;

import co.satccf.model.ServicioSat;
import co.satccf.transmitter.cronograma.Cronograma;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The openings stand in the test's application.properties. */
@QuarkusTest
class VigenciaTest {

  @Inject Cronograma cronograma;

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        // before the opening, inside a window of the first day, between two windows, after the end
        "2030-02-01T12:00, false, -, 2030-03-01T08:00",
        "2030-03-01T09:00, true, 2030-03-01T08:00, 2030-03-01T22:00",
        "2030-03-01T23:00, false, 2030-03-01T22:00, 2030-03-02T06:00",
        "2030-03-04T03:00, false, 2030-03-03T22:00, 2030-03-04T06:00",
        "2030-03-10T07:00, true, 2030-03-10T06:00, 2030-03-10T12:00",
        "2030-03-10T13:00, false, 2030-03-10T12:00, -"
      })
  void tellsSinceWhenAndUntilWhen(
      String ahora, boolean abierto, @Nullable String desde, @Nullable String hasta) {
    assertThat(en(AFILIACION_NO_PRIMERA_VEZ, ahora)).isEqualTo(vigencia(abierto, desde, hasta));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        // opens in the morning, outside its window: the night is the first time
        "2030-03-01T12:00, false, -, 2030-03-01T22:00",
        "2030-03-02T00:30, true, 2030-03-01T22:00, 2030-03-02T05:00",
        "2031-07-15T12:00, false, 2031-07-15T05:00, 2031-07-15T22:00"
      })
  void followsAWindowOverMidnight(
      String ahora, boolean abierto, @Nullable String desde, @Nullable String hasta) {
    assertThat(en(PERDIDA_AFILIACION_CAUSA_GRAVE, ahora))
        .isEqualTo(vigencia(abierto, desde, hasta));
  }

  @Test
  void neverEndsWithoutWindowOrEnd() {
    assertThat(en(AFILIACION_PRIMERA_VEZ, "2030-03-01T12:00"))
        .isEqualTo(vigencia(true, "2021-07-29T08:00", null));
  }

  @Test
  void changesExactlyWhenItSays() {
    // Given
    Instant until = at("2030-03-01T08:00").plus(Vigencia.MARGEN);
    // When, Then
    assertThat(cronograma.clasesAbiertas(AFILIACION_NO_PRIMERA_VEZ, until.minusMillis(1)))
        .isEmpty();
    assertThat(cronograma.clasesAbiertas(AFILIACION_NO_PRIMERA_VEZ, until)).isNotEmpty();
    // And it closes exactly
    Instant closing = at("2030-03-01T22:00");
    assertThat(cronograma.clasesAbiertas(AFILIACION_NO_PRIMERA_VEZ, closing.minusMillis(1)))
        .isNotEmpty();
    assertThat(cronograma.clasesAbiertas(AFILIACION_NO_PRIMERA_VEZ, closing)).isEmpty();
  }

  @Test
  void isClosedForEverOutsideTheCronograma() {
    assertThat(Vigencia.en(at("2030-03-01T12:00"), momento -> false, null))
        .isEqualTo(new Vigencia(false, null, null));
  }

  private Vigencia en(ServicioSat servicio, String ahora) {
    return Vigencia.en(
        at(ahora),
        momento -> !cronograma.clasesAbiertas(servicio, momento).isEmpty(),
        cronograma.apertura(servicio));
  }

  /** What is open began with an opening and ends with a closing; what is closed, the other way. */
  private static Vigencia vigencia(
      boolean abierto, @Nullable String desde, @Nullable String hasta) {
    return new Vigencia(
        abierto,
        abierto ? opening(desde) : closing(desde),
        abierto ? closing(hasta) : opening(hasta));
  }

  private static @Nullable Instant opening(@Nullable String bogota) {
    return bogota == null ? null : at(bogota).plus(Vigencia.MARGEN);
  }

  private static @Nullable Instant closing(@Nullable String bogota) {
    return bogota == null ? null : at(bogota);
  }

  private static Instant at(String bogota) {
    return LocalDateTime.parse(bogota).atZone(Cronograma.BOGOTA).toInstant();
  }
}
