package co.satccf.bench.informe;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** Times of many events, up to an hour, to three significant digits. */
public final class Latencias {
  private static final long MAXIMO_MICROS = TimeUnit.HOURS.toMicros(1);

  private final Histogram histograma = new Histogram(MAXIMO_MICROS, 3);

  /** Times below zero, which clocks of one machine do not give but rounding does, count as zero. */
  public void anotar(Duration tiempo) {
    histograma.recordValue(Math.clamp(tiempo.toNanos() / 1_000, 0, MAXIMO_MICROS));
  }

  /**
   * @param percentil 0 to 100
   * @return milliseconds
   */
  public double ms(double percentil) {
    return histograma.getValueAtPercentile(percentil) / 1e3;
  }

  public long cuantas() {
    return histograma.getTotalCount();
  }
}
