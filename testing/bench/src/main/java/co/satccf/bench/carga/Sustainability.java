package co.satccf.bench.carga;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Whether a rate was sustained, or only looked so for a while: the offered rate was met, what waits
 * did not grow, little was left when the load ended, and in the end every report was done.
 *
 * @param rate offered events per second
 * @param published events per second that were really published
 * @param latency of the Ministry: what is under way in it is no backlog of ours
 * @param backlog published and not accepted, over the time of the load, oldest first
 * @param undone events that were never accepted, and outcomes that never reached Kafka
 */
public record Sustainability(
    double rate, double published, Duration latency, List<Sample> backlog, long undone) {

  private static final double RATE_MET = 0.99;

  /** Of the offered rate: what the backlog may grow by in a second. */
  private static final double SLOPE = 0.02;

  /** Offered seconds that may wait when the load ends, besides those that the Ministry takes. */
  private static final double END_SECONDS = 0.5;

  /**
   * @param second since the start of the load
   * @param waiting events published and not accepted
   */
  public record Sample(double second, long waiting) {}

  /** What speaks against it, in Spanish; empty when it was sustained. */
  public List<String> objections() {
    List<String> objections = new ArrayList<>();
    if (published < rate * RATE_MET) {
      objections.add(text("se ofrecieron %.0f/s y solo se publicaron %.0f/s", rate, published));
    }
    if (slope() > rate * SLOPE) {
      objections.add(text("lo pendiente crece %.0f/s", slope()));
    }
    if (end() > endLimit()) {
      objections.add(text("quedaron %.0f pendientes (límite %.0f)", (double) end(), endLimit()));
    }
    if (undone > 0) {
      objections.add(text("%.0f sin terminar", (double) undone));
    }
    return objections;
  }

  public boolean sustained() {
    return objections().isEmpty();
  }

  /**
   * Growth of the backlog per second: least squares over the second half of the load, for the first
   * half fills what has to be under way.
   */
  double slope() {
    List<Sample> half = backlog.subList(backlog.size() / 2, backlog.size());
    double meanTime = half.stream().mapToDouble(Sample::second).average().orElse(0);
    double meanWaiting = half.stream().mapToDouble(Sample::waiting).average().orElse(0);
    double covariance = 0;
    double variance = 0;
    for (Sample sample : half) {
      covariance += (sample.second() - meanTime) * (sample.waiting() - meanWaiting);
      variance += (sample.second() - meanTime) * (sample.second() - meanTime);
    }
    return variance == 0 ? 0 : covariance / variance;
  }

  private long end() {
    return backlog.isEmpty() ? 0 : backlog.getLast().waiting();
  }

  private double endLimit() {
    return rate * (latency.toNanos() / 1e9 + END_SECONDS);
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.forLanguageTag("es-CO"), format, values);
  }
}
