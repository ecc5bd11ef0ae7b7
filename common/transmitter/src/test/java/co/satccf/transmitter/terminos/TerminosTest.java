package co.satccf.transmitter.terminos;

import static co.satccf.model.ServicioSat.DESAFILIACION;
import static co.satccf.model.ServicioSat.ESTADO_PAGO_EMPLEADOR;
import static co.satccf.model.ServicioSat.INICIO_RELACION_LABORAL;
import static org.assertj.core.api.Assertions.assertThat;

import co.satccf.transmitter.config.SatConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminosTest {

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # an ordinary Tuesday, up to its last moment in Bogotá
          2026-10-06T10:00:00-05:00, 2026-10-08T00:00:00-05:00
          2026-10-06T23:59:59.999-05:00, 2026-10-08T00:00:00-05:00
          # 7 October in UTC is still the 6th in Bogotá
          2026-10-07T04:59:59Z, 2026-10-08T00:00:00-05:00
          2026-10-07T05:00:00Z, 2026-10-09T00:00:00-05:00
          # Friday before a holiday Monday (12 October)
          2026-10-09T08:00:00-05:00, 2026-10-14T00:00:00-05:00
          # Sunday
          2026-10-18T12:00:00-05:00, 2026-10-20T00:00:00-05:00
          # out of the years of the law and of the store
          0001-06-01T00:00:00Z, 1984-01-03T00:00:00-05:00
          9999-12-31T23:59:59Z, 9998-01-03T00:00:00-05:00
          """)
  void oneBusinessDayEndsAtTheMidnightAfterIt(String evento, String vence) {
    assertThat(terminos(Map.of()).vence(DESAFILIACION, instante(evento)))
        .isEqualTo(instante(vence));
  }

  @Test
  void zeroDaysEndWithTheDayOfTheEventOrWithTheNextBusinessDay() {
    // Given
    Terminos terminos = terminos(Map.of("sat.plazo.Desafiliacion", "0"));
    // When, Then
    assertThat(terminos.vence(DESAFILIACION, instante("2026-10-06T10:00:00-05:00")))
        .isEqualTo(instante("2026-10-07T00:00:00-05:00"));
    assertThat(terminos.vence(DESAFILIACION, instante("2026-10-10T10:00:00-05:00")))
        .isEqualTo(instante("2026-10-14T00:00:00-05:00"));
  }

  @Test
  void eachServiceHasItsOwnTerm() {
    // Given
    Terminos terminos = terminos(Map.of("sat.plazo.InicioRelacionLaboral", "3"));
    // When, Then
    Instant evento = instante("2026-10-08T10:00:00-05:00");
    assertThat(terminos.vence(INICIO_RELACION_LABORAL, evento))
        .isEqualTo(instante("2026-10-15T00:00:00-05:00"));
    assertThat(terminos.dias(INICIO_RELACION_LABORAL)).isEqualTo(3);
    assertThat(terminos.porConfirmar(INICIO_RELACION_LABORAL)).isFalse();
    assertThat(terminos.dias(ESTADO_PAGO_EMPLEADOR)).isEqualTo(1);
    assertThat(terminos.porConfirmar(ESTADO_PAGO_EMPLEADOR)).isTrue();
  }

  @Test
  void aHolidayOfALaterLawComesFromAFile(@TempDir Path dir) throws IOException {
    // Given
    Path festivos = Files.writeString(dir.resolve("festivos.txt"), "2026-10-07 # por ley\n");
    // When, Then
    Terminos terminos = terminos(Map.of("sat.festivos", festivos.toString()));
    assertThat(terminos.vence(DESAFILIACION, instante("2026-10-06T10:00:00-05:00")))
        .isEqualTo(instante("2026-10-09T00:00:00-05:00"));
  }

  private static Terminos terminos(Map<String, String> more) {
    Map<String, String> values =
        new HashMap<>(
            Map.of(
                "sat.ministerio.url", "http://localhost:1",
                "sat.token.url", "http://localhost:1",
                "sat.token.archivo", "token",
                "sat.referencia.clave", "00".repeat(32)));
    values.putAll(more);
    return new Terminos(
        new SmallRyeConfigBuilder()
            .addDiscoveredConverters()
            .withMapping(SatConfig.class)
            .withDefaultValues(values)
            .build()
            .getConfigMapping(SatConfig.class));
  }

  private static Instant instante(String texto) {
    return OffsetDateTime.parse(texto).toInstant();
  }
}
