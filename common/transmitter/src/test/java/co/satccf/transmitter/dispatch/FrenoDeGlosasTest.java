package co.satccf.transmitter.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

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
}
