package co.satccf.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReaderConfigTest {

  private final ReaderConfig usual =
      ReaderConfig.of(Map.of("bootstrap.servers", "localhost:1"), "g", Set.of("t"));

  @Test
  void namesTheValueThatIsOutOfRange() {
    assertThatThrownBy(() -> usual.withBatch(0, 8_192))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("maxRecords = 0");
    assertThatThrownBy(() -> usual.withBatch(10, 12)).hasMessageContaining("maxBytes = 12");
    assertThatThrownBy(() -> ReaderConfig.of(Map.of(), "g", Set.of("t")))
        .hasMessageContaining("bootstrap.servers");
  }

  @Test
  void refusesAWaitThatWouldCostThePlaceInTheGroup() {
    var second = Duration.ofSeconds(1);
    assertThatThrownBy(
            () -> usual.withTimes(Duration.ofSeconds(10), second, second, Duration.ofSeconds(3)))
        .hasMessageContaining("lastRetry = PT3S");
  }

  @Test
  void doesNotWaitLongForAReplicaThatWasKilledUnlessToldSo() {
    assertThat(usual.consumerProperties()).containsEntry("session.timeout.ms", 15_000);
    var told =
        ReaderConfig.of(
            Map.of("bootstrap.servers", "localhost:1", "session.timeout.ms", "45000"),
            "g",
            Set.of("t"));
    assertThat(told.consumerProperties()).containsEntry("session.timeout.ms", "45000");
  }

  @Test
  void doesNotLetTheConnectionPropertiesUndoWhatTheReaderReliesOn() {
    var config =
        ReaderConfig.of(
            Map.of(
                "bootstrap.servers", "localhost:1",
                "enable.auto.commit", true,
                "isolation.level", "read_uncommitted",
                "auto.offset.reset", "latest"),
            "g",
            Set.of("t"));
    assertThat(config.consumerProperties())
        .containsEntry("enable.auto.commit", false)
        .containsEntry("isolation.level", "read_committed")
        .containsEntry("auto.offset.reset", "none");
  }
}
