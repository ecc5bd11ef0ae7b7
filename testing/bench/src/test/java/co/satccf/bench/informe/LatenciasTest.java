package co.satccf.bench.informe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LatenciasTest {
  private final Latencias latencias = new Latencias();

  @Test
  void givesPercentilesInMilliseconds() {
    for (int ms = 1; ms <= 100; ms++) {
      latencias.anotar(Duration.ofMillis(ms));
    }

    assertThat(latencias.ms(50)).isCloseTo(50, within(0.1));
    assertThat(latencias.ms(99)).isCloseTo(99, within(0.1));
    assertThat(latencias.cuantas()).isEqualTo(100);
  }

  @Test
  void keepsTimesBeyondItsRangeAtItsEnds() {
    latencias.anotar(Duration.ofNanos(-1_000_000));
    latencias.anotar(Duration.ofHours(2));

    assertThat(latencias.ms(1)).isZero();
    assertThat(latencias.ms(100)).isCloseTo(3_600_000, within(3_600.0));
  }
}
