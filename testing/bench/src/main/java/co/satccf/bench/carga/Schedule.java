package co.satccf.bench.carga;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * When each event of a load was meant to be published: an open model, in which nobody waits for an
 * answer. A system that falls behind is charged for what it kept waiting.
 *
 * @param rate events per second; infinite when all are due at once
 */
record Schedule(Instant start, double rate, int events) {
  private static final Duration BETWEEN_SAMPLES = Duration.ofMillis(250);

  Instant due(int event) {
    return start.plusNanos((long) (event / rate * 1e9));
  }

  /** How long the load lasts. */
  Duration length() {
    return Duration.between(start, due(events));
  }

  /** Events due and not accepted, every 250 ms of the load. */
  List<Sustainability.Sample> backlog(Collection<Instant> accepted) {
    long[] sorted = accepted.stream().mapToLong(this::nanos).sorted().toArray();
    List<Sustainability.Sample> samples = new ArrayList<>();
    long step = BETWEEN_SAMPLES.toNanos();
    for (long at = step; at <= length().toNanos(); at += step) {
      long due = Math.min(events, (long) (at / 1e9 * rate));
      int place = Arrays.binarySearch(sorted, at);
      long done = place >= 0 ? place : -place - 1;
      samples.add(new Sustainability.Sample(at / 1e9, Math.max(0, due - done)));
    }
    return samples;
  }

  /**
   * Over the load but its first fifth; when all was due at once, from the start to the last one.
   */
  double acceptedPerSecond(Collection<Instant> accepted) {
    boolean atOnce = length().isZero();
    Instant from = atOnce ? start : start.plus(length().dividedBy(5));
    Instant to =
        atOnce ? accepted.stream().max(Instant::compareTo).orElse(start) : start.plus(length());
    long count = accepted.stream().filter(i -> !i.isBefore(from) && !i.isAfter(to)).count();
    return count == 0 ? 0 : count / (Duration.between(from, to).toNanos() / 1e9);
  }

  /** From the first tenth that was accepted to the last: what is kept up, start and end aside. */
  static double middlePerSecond(Collection<Instant> accepted) {
    List<Instant> sorted = accepted.stream().sorted().toList();
    int edge = sorted.size() / 10;
    if (edge == 0) {
      return 0;
    }
    int last = sorted.size() - 1 - edge;
    long nanos = Duration.between(sorted.get(edge), sorted.get(last)).toNanos();
    return (last - edge) / (nanos / 1e9);
  }

  private long nanos(Instant instant) {
    return Duration.between(start, instant).toNanos();
  }
}
