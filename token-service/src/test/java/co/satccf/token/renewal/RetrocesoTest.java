package co.satccf.token.renewal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetrocesoTest {

  private final Retroceso retroceso = new Retroceso(Duration.ofSeconds(1), Duration.ofSeconds(60));

  @ParameterizedTest
  @CsvSource({"1, 2", "2, 4", "5, 32", "6, 60", "40, 60", "2147483647, 60"})
  void spreadsItsWaitsOverTheWholeRangeAndDoublesIt(int fallos, long techoEnSegundos) {
    // Given
    Random azar = new Random(7);
    Duration techo = Duration.ofSeconds(techoEnSegundos);
    Set<Duration> vistas = new HashSet<>();

    // When
    for (int i = 0; i < 2_000; i++) {
      vistas.add(retroceso.tras(fallos, azar));
    }

    // Then
    assertThat(vistas)
        .allSatisfy(espera -> assertThat(espera).isBetween(Duration.ofSeconds(1), techo))
        .anySatisfy(espera -> assertThat(espera).isLessThan(Duration.ofSeconds(2)))
        .anySatisfy(
            espera -> assertThat(espera).isGreaterThan(techo.multipliedBy(9).dividedBy(10)));
  }
}
