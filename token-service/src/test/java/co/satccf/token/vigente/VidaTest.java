package co.satccf.token.vigente;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VidaTest {

  @ParameterizedTest
  @CsvSource({
    // life, renewal due after, handed out until (margin 60 s, 120 s ahead of it)
    "1199, 1019, 1139",
    "1200, 1020, 1140",
    "86400, 1020, 1140",
    "480, 300, 420",
    "100, 50, 75",
    "4, 2, 3",
  })
  void isRenewedAheadOfItsSafeEnd(long vida, long renovar, long hasta) {
    // When
    Vida suya = Vida.de(Duration.ofSeconds(vida), Duration.ofSeconds(60), Duration.ofSeconds(120));

    // Then
    assertThat(suya.hastaRenovar()).hasSeconds(renovar);
    assertThat(suya.hastaFin()).hasSeconds(hasta);
  }
}
