package co.satccf.transmitter.cronograma;

import static co.satccf.model.ServicioSat.DESAFILIACION;
import static co.satccf.model.ServicioSat.ESTADO_PAGO_EMPLEADOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.satccf.transmitter.config.SatConfig;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CronogramaTest {

  @Test
  void aServiceThatConfigurationDoesNotNameIsClosed() {
    Cronograma cronograma = cronograma("2021-07-29T08:00", null, null, Map.of());
    assertThat(cronograma.clasesAbiertas(ESTADO_PAGO_EMPLEADOR, bogota("2026-01-05T10:00:00")))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2021-07-29T07:59:59, false",
    "2021-07-29T08:00:04, false",
    "2021-07-29T08:00:05, true",
    "2026-11-21T03:00:00, true"
  })
  void opensAtTheHourOfTheProtocolWithAMarginOfFiveSeconds(String momento, boolean abierto) {
    Cronograma cronograma = cronograma("2021-07-29T08:00", null, null, Map.of());
    assertThat(cronograma.clasesAbiertas(DESAFILIACION, bogota(momento)))
        .isEqualTo(abierto ? List.of(1, 2, 3, 4) : List.of());
  }

  @ParameterizedTest
  @CsvSource({"2021-08-13T17:59:59, true", "2021-08-13T18:00:00, false"})
  void closesAtTheClosing(String momento, boolean abierto) {
    Cronograma cronograma = cronograma("2021-07-29T08:00", "2021-08-13T18:00", null, Map.of());
    assertThat(cronograma.clasesAbiertas(DESAFILIACION, bogota(momento)).isEmpty())
        .isNotEqualTo(abierto);
  }

  @ParameterizedTest
  @CsvSource({
    "06:00-22:00, 05:59:59, false",
    "06:00-22:00, 06:00:04, false",
    "06:00-22:00, 06:00:05, true",
    "06:00-22:00, 12:00:00, true",
    "06:00-22:00, 21:59:59, true",
    "06:00-22:00, 22:00:00, false",
    "22:00-06:00, 22:00:04, false",
    "22:00-06:00, 23:30:00, true",
    "22:00-06:00, 00:00:01, true",
    "22:00-06:00, 06:00:00, false",
    "22:00-06:00, 12:00:00, false"
  })
  void keepsToTheDailyWindowAlsoAcrossMidnight(String ventana, String hora, boolean abierto) {
    Cronograma cronograma = cronograma("2021-07-29T08:00", null, ventana, Map.of());
    assertThat(cronograma.clasesAbiertas(DESAFILIACION, bogota("2026-03-02T" + hora)).isEmpty())
        .isNotEqualTo(abierto);
  }

  @Test
  void openingsOfSingleRezagoClassesDiffer() {
    Cronograma cronograma =
        cronograma(
            "2021-07-29T08:00", null, null, Map.of(1, "2021-08-02T08:00", 2, "2021-08-03T08:00"));
    assertThat(cronograma.clasesAbiertas(DESAFILIACION, bogota("2021-08-02T09:00:00")))
        .containsExactly(1, 3, 4);
  }

  @ParameterizedTest
  @CsvSource({
    "mañana, , apertura",
    "2021-07-29T08:00, 06:00, ventana",
    "2021-07-29T08:00, 6-22, ventana"
  })
  void refusesWhatItCannotReadNamingPropertyAndValue(
      String apertura, @Nullable String ventana, String property) {
    assertThatThrownBy(() -> cronograma(apertura, null, ventana, Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("sat.cronograma.Desafiliacion." + property)
        .hasMessageContaining(ventana == null ? apertura : ventana);
  }

  @ParameterizedTest
  @CsvSource({
    "2021-07-29T08:00, 06:00-22:00, 1, cierre",
    "2021-07-28T08:00, 06:00-22:00, 1, cierre",
    "2021-08-13T18:00, 06:00-06:00, 1, ventana",
    "2021-08-13T18:00, 06:00-22:00, 0, rezago.0",
    "2021-08-13T18:00, 06:00-22:00, 5, rezago.5"
  })
  void refusesWhatWouldNeverOpenOrNeverClose(
      String cierre, String ventana, int clase, String property) {
    assertThatThrownBy(
            () ->
                cronograma("2021-07-29T08:00", cierre, ventana, Map.of(clase, "2021-08-02T08:00")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("sat.cronograma.Desafiliacion." + property);
  }

  @Test
  void refusesAServiceThatDoesNotExist() {
    assertThatThrownBy(
            () ->
                Cronograma.de(
                    Map.of("Afiliacion", configured("2021-07-29T08:00", null, null, Map.of()))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("sat.cronograma.Afiliacion");
  }

  private static Cronograma cronograma(
      String apertura,
      @Nullable String cierre,
      @Nullable String ventana,
      Map<Integer, String> rezago) {
    return Cronograma.de(Map.of("Desafiliacion", configured(apertura, cierre, ventana, rezago)));
  }

  private static SatConfig.Cronograma configured(
      String apertura,
      @Nullable String cierre,
      @Nullable String ventana,
      Map<Integer, String> rezago) {
    return new SatConfig.Cronograma() {
      @Override
      public String apertura() {
        return apertura;
      }

      @Override
      public Optional<String> cierre() {
        return Optional.ofNullable(cierre);
      }

      @Override
      public Optional<String> ventana() {
        return Optional.ofNullable(ventana);
      }

      @Override
      public Map<Integer, String> rezago() {
        return rezago;
      }
    };
  }

  private static Instant bogota(String momento) {
    return LocalDateTime.parse(momento).atZone(Cronograma.BOGOTA).toInstant();
  }
}
