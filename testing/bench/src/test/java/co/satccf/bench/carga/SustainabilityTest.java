package co.satccf.bench.carga;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import co.satccf.bench.carga.Sustainability.Sample;
import java.time.Duration;
import java.util.List;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SustainabilityTest {
  private static final double RATE = 1_000;
  private static final Duration LATENCY = Duration.ofMillis(50);

  @Test
  void takesASteadyLoadForSustained() {
    Sustainability steady = load(second -> 80, RATE, 0);

    assertThat(steady.objections()).isEmpty();
    assertThat(steady.sustained()).isTrue();
  }

  @Test
  void doesNotCountWhatFillsUpAtTheStart() {
    Sustainability warming = load(second -> Math.min(second, 4) * 100L, RATE, 0);

    assertThat(warming.sustained()).isTrue();
  }

  @Test
  void refusesABacklogThatGrows() {
    Sustainability falling = load(second -> second * 21L, RATE, 0);

    assertThat(falling.slope()).isCloseTo(21, within(0.01));
    assertThat(falling.objections()).containsExactly("lo pendiente crece 21/s");
  }

  @Test
  void acceptsABacklogThatGrowsLessThanNoise() {
    assertThat(load(second -> second * 19L, RATE, 0).sustained()).isTrue();
  }

  @Test
  void refusesALoadThatLeavesTooMuchWaiting() {
    Sustainability late = load(second -> 551, RATE, 0);

    assertThat(late.objections()).containsExactly("quedaron 551 pendientes (límite 550)");
  }

  @Test
  void refusesARateThatWasNotOffered() {
    Sustainability slow = load(second -> 80, 989, 0);

    assertThat(slow.objections())
        .containsExactly("se ofrecieron 1000/s y solo se publicaron 989/s");
  }

  @Test
  void refusesARunWithReportsThatWereNeverDone() {
    assertThat(load(second -> 80, RATE, 1).objections()).containsExactly("1 sin terminar");
  }

  @Test
  void tellsEveryObjection() {
    assertThat(load(second -> second * 100L, 500, 3).objections()).hasSize(4);
  }

  private static Sustainability load(IntToLongFunction waiting, double published, long undone) {
    List<Sample> backlog =
        IntStream.rangeClosed(1, 20)
            .mapToObj(second -> new Sample(second, waiting.applyAsLong(second)))
            .toList();
    return new Sustainability(RATE, published, LATENCY, backlog, undone);
  }
}
