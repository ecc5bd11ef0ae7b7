package co.satccf.stream;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Doubling waits up to a cap, each between half and whole so that replicas do not knock together.
 */
final class Backoff {

  private final Duration first;
  private final Duration cap;
  private int failures;

  Backoff(Duration first, Duration cap) {
    this.first = first;
    this.cap = cap;
  }

  Duration next() {
    var doubled = first.multipliedBy(1L << Math.min(failures++, 20));
    var whole = doubled.compareTo(cap) > 0 ? cap : doubled;
    return Duration.ofNanos(
        ThreadLocalRandom.current().nextLong(whole.toNanos() / 2, whole.toNanos() + 1));
  }

  void reset() {
    failures = 0;
  }
}
