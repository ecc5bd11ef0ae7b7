package co.satccf.transmitter.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

  private final Clock clock = Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "30|PT30S",
        "999999999|PT1H",
        "Sat, 21 Nov 2026 12:00:10 GMT|PT10S",
        "Sat, 21 Nov 2026 11:00:00 GMT|PT0S"
      })
  void readsSecondsAndDates(String header, Duration wait) {
    assertThat(RetryAfter.read(Optional.of(header), clock)).isEqualTo(wait);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "-5", "1e9", "Sat, 99 Nov 2026 12:00:10 GMT"})
  void readsNothingIntoAnythingElse(String header) {
    assertThat(RetryAfter.read(Optional.of(header), clock)).isNull();
  }

  @Test
  void absentIsNull() {
    assertThat(RetryAfter.read(Optional.empty(), clock)).isNull();
  }
}
