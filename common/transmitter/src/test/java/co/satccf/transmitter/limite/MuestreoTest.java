package co.satccf.transmitter.limite;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class MuestreoTest {

  private static final long MS = 1_000_000;

  private final Muestreo muestreo = new Muestreo();

  @Test
  void tellsTheFleetAtMostFiveTimesASecond() {
    // Given
    muestreo.respondida(1, Duration.ofMillis(50));
    assertThat(muestreo.tomar(1, 0)).hasSize(1);
    // When
    muestreo.respondida(1, Duration.ofMillis(50));
    // Then
    assertThat(muestreo.tomar(1, 199 * MS)).isEmpty();
    assertThat(muestreo.tomar(1, 200 * MS))
        .singleElement()
        .matches(m -> m.latencias().cuantas() == 1);
  }

  @Test
  void tellsOfARefusalAtOnceButNotOfOneThatIsPast() {
    // Given
    muestreo.respondida(1, Duration.ofMillis(50));
    muestreo.tomar(1, 0);
    // When, Then
    muestreo.rechazada(1);
    assertThat(muestreo.tomar(2, 1 * MS)).isEmpty();
    assertThat(muestreo.tomar(1, 2 * MS)).singleElement().matches(m -> m.rechazos() == 1);
  }

  @Test
  void hasNothingToTellWhenNothingHappened() {
    assertThat(muestreo.tomar(1, 1_000 * MS)).isEmpty();
  }

  @Test
  void keepsRoundsApart() {
    // Given
    muestreo.rechazada(1);
    muestreo.respondida(2, Duration.ofMillis(50));
    muestreo.llena(2);
    // When, Then
    assertThat(muestreo.tomar(2, 0))
        .extracting(Muestra::ronda, Muestra::rechazos, Muestra::lleno)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(1, 1, false),
            org.assertj.core.groups.Tuple.tuple(2, 0, true));
  }
}
