package co.satccf.bench.carga;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import co.satccf.bench.carga.Sustainability.Sample;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScheduleTest {
  private static final Instant START = Instant.parse("2026-11-21T12:00:00Z");

  @Test
  void isDueAtAFixedRateWhateverHappens() {
    Schedule schedule = new Schedule(START, 100, 200);

    assertThat(schedule.due(0)).isEqualTo(START);
    assertThat(schedule.due(150)).isEqualTo(START.plusMillis(1_500));
    assertThat(schedule.length()).isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void isDueAtOnceWithoutARate() {
    Schedule schedule = new Schedule(START, Double.POSITIVE_INFINITY, 200);

    assertThat(schedule.due(199)).isEqualTo(START);
    assertThat(schedule.backlog(List.of())).isEmpty();
  }

  @Test
  void countsAsBacklogWhatIsDueAndNotAccepted() {
    // Given 100 events a second for 1 s, all accepted 300 ms after they were due
    Schedule schedule = new Schedule(START, 100, 100);
    List<Instant> accepted =
        IntStream.range(0, 100).mapToObj(i -> schedule.due(i).plusMillis(300)).toList();

    // When
    List<Sample> backlog = schedule.backlog(accepted);

    // Then
    assertThat(backlog.getFirst()).isEqualTo(new Sample(0.25, 25));
    assertThat(backlog.getLast().waiting()).isBetween(28L, 31L);
    assertThat(backlog).hasSize(4);
  }

  @Test
  void measuresTheRateAfterTheFirstFifthOfALoad() {
    // Given 10 s in which the first fifth was slow
    Schedule schedule = new Schedule(START, 50, 500);
    List<Instant> accepted =
        IntStream.range(0, 400).mapToObj(i -> START.plusMillis(2_000 + 20L * i)).toList();

    // When, Then
    assertThat(schedule.acceptedPerSecond(accepted)).isCloseTo(50, within(0.2));
  }

  @Test
  void measuresADrainToItsLastReport() {
    Schedule schedule = new Schedule(START, Double.POSITIVE_INFINITY, 3);
    List<Instant> accepted =
        List.of(START.plusSeconds(1), START.plusSeconds(6), START.plusSeconds(3));

    assertThat(schedule.acceptedPerSecond(accepted)).isEqualTo(0.5);
    assertThat(schedule.acceptedPerSecond(List.of())).isZero();
  }

  @Test
  void leavesStartAndEndOfADrainAside() {
    // Given 100 reports, of which the first and the last ten dripped
    List<Instant> accepted =
        IntStream.range(0, 100)
            .mapToObj(
                i ->
                    START.plusMillis(
                        i < 10 ? 100 * i : i < 90 ? 900 + 10 * (i - 9) : 1_700 + 100 * (i - 89)))
            .toList();

    // When, Then
    assertThat(Schedule.middlePerSecond(accepted)).isCloseTo(100, within(0.5));
    assertThat(Schedule.middlePerSecond(accepted.subList(0, 9))).isZero();
  }
}
