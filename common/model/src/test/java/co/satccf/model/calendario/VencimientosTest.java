package co.satccf.model.calendario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VencimientosTest {

  private final Vencimientos vencimientos = new Vencimientos(new DiasHabiles());

  @ParameterizedTest
  @CsvSource({
    // Friday 13-Aug-2021 in Bogotá; Monday 16 is a holiday.
    "2021-08-13T15:00:00Z, 1, 2021-08-18T05:00:00Z",
    "2021-08-14T04:59:59Z, 1, 2021-08-18T05:00:00Z",
    "2021-08-14T05:00:00Z, 0, 2021-08-18T05:00:00Z",
    "2021-08-13T15:00:00Z, 0, 2021-08-14T05:00:00Z",
    "1900-01-01T00:00:00Z, 1, 1984-01-03T05:00:00Z"
  })
  void isOverdueWhenTheLastBusinessDayHasEnded(Instant instante, int dias, Instant vence) {
    assertThat(vencimientos.vence(instante, dias)).isEqualTo(vence);
  }

  @Test
  void partsOverdueFromNotOverdueAtOneInstantOfTheEvent() {
    // Given: any moment and any event around it
    var random = new Random(3);
    for (var i = 0; i < 5_000; i++) {
      var ahora =
          Instant.parse("2021-07-01T00:00:00Z").plusSeconds(random.nextInt(400 * 24 * 3600));
      var evento = ahora.minus(Duration.ofMinutes(random.nextInt(20 * 24 * 60)));
      var dias = random.nextInt(8);
      // Then
      assertThat(evento.isBefore(vencimientos.primeroNoVencido(ahora, dias)))
          .as("%s at %s, %d days", evento, ahora, dias)
          .isEqualTo(!vencimientos.vence(evento, dias).isAfter(ahora));
    }
  }
}
