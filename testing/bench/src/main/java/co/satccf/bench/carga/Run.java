package co.satccf.bench.carga;

import co.satccf.bench.informe.Latencias;
import java.time.Duration;
import java.util.Map;

/**
 * What became of one load.
 *
 * @param perSecond reports accepted per second
 * @param middlePerSecond the same without the first and the last tenth of them
 * @param latencies from the instant at which each event was meant to be published to its acceptance
 * @param cpuBefore processor time by process when the load started
 * @param cpuAfter the same when the last report was done
 */
public record Run(
    int events,
    double perSecond,
    double middlePerSecond,
    Latencias latencies,
    Sustainability sustainability,
    Map<String, Duration> cpuBefore,
    Map<String, Duration> cpuAfter) {

  /** Seconds of processor for 1,000 reports, all processes together. */
  public double cpuPerThousand() {
    return Cpu.seconds(cpuBefore, cpuAfter) * 1_000 / events;
  }

  /** Milliseconds of processor for 1,000 reports, by process. */
  public String cpuByProcess() {
    return "CPU ms por 1.000: " + Cpu.perThousand(cpuBefore, cpuAfter, events);
  }
}
