package co.satccf.bench.carga;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * So many events in a stretch of time.
 *
 * @param cpuBefore processor time by process at its start
 * @param cpuAfter the same at its end
 */
public record Stretch(
    long events, double seconds, Map<String, Duration> cpuBefore, Map<String, Duration> cpuAfter) {

  public double perSecond() {
    return events / seconds;
  }

  /** Seconds of processor of some processes for 1,000 events. */
  public double cpuPerThousand(Set<String> processes) {
    Map<String, Duration> before = new HashMap<>(cpuBefore);
    Map<String, Duration> after = new HashMap<>(cpuAfter);
    before.keySet().retainAll(processes);
    after.keySet().retainAll(processes);
    return Cpu.seconds(before, after) * 1_000 / events;
  }

  /** Milliseconds of processor for 1,000 events, by process. */
  public String cpuByProcess() {
    return "CPU ms por 1.000: " + Cpu.perThousand(cpuBefore, cpuAfter, events);
  }
}
