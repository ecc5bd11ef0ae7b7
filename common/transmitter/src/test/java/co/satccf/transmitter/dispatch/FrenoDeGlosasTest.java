package co.satccf.transmitter.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FrenoDeGlosasTest {

  private final FrenoDeGlosas freno = new FrenoDeGlosas(10, 4);

  @Test
  void pullsAtTheFourthEqualGlosaAmongTheLastTen() {
    assertThat(freno.seen("GE19")).isFalse();
    assertThat(freno.seen(null)).isFalse();
    assertThat(freno.seen("GE19")).isFalse();
    assertThat(freno.seen("GE20")).isFalse();
    assertThat(freno.seen("GE19")).isFalse();
    assertThat(freno.seen("GE19")).isTrue();
  }

  @Test
  void forgetsWhatIsOlderThanTheWindow() {
    // Given three glosas and then a window full of acceptances
    IntStream.range(0, 3).forEach(i -> freno.seen("GE19"));
    IntStream.range(0, 10).forEach(i -> freno.seen(null));
    // Then it takes four new ones
    assertThat(freno.seen("GE19")).isFalse();
    assertThat(freno.seen("GE19")).isFalse();
    assertThat(freno.seen("GE19")).isFalse();
    assertThat(freno.seen("GE19")).isTrue();
  }

  @Test
  void startsAfreshOnceReleased() {
    IntStream.range(0, 4).forEach(i -> freno.seen("GE19"));
    freno.forget();
    assertThat(freno.seen("GE19")).isFalse();
  }

  @Test
  void startsAfreshOnceAnotherReplicaHasResumedTheService() {
    // Given three glosas before the resumption
    IntStream.range(0, 3).forEach(i -> freno.seen("GE19"));
    Instant resumed = Instant.parse("2026-11-21T12:00:00Z");
    // When
    assertThat(freno.stale(resumed)).isTrue();
    // Then they no longer count, and the same resumption is news only once
    assertThat(freno.window().porCodigo()).isEmpty();
    assertThat(freno.seen("GE19")).isFalse();
    assertThat(freno.stale(resumed)).isFalse();
    assertThat(freno.window().porCodigo()).containsOnly(entry("GE19", 1));
  }

  @Test
  void showsHowManyOfTheLastAnswersWereEachGlosa() {
    freno.seen("GE19");
    freno.seen(null);
    freno.seen("GE20");
    freno.seen("GE19");
    assertThat(freno.window())
        .isEqualTo(new Frenos.Ventana(10, 4, 4, Map.of("GE19", 2, "GE20", 1)));
  }
}
