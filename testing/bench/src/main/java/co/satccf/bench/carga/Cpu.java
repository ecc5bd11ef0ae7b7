package co.satccf.bench.carga;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Processor time and memory of the platform's processes, as Linux counts them in /proc. */
public final class Cpu {
  /** USER_HZ: 100 on every Linux that Java 25 runs on. */
  private static final long TICK_MS = 10;

  private final Supplier<Map<String, Long>> processes;

  /**
   * @param processes process ids by name, asked at each look
   */
  Cpu(Supplier<Map<String, Long>> processes) {
    this.processes = processes;
  }

  /** Processor time by process name so far; children count with their parent. */
  public Map<String, Duration> used() {
    Map<String, Duration> used = new LinkedHashMap<>();
    processes.get().forEach((name, pid) -> used.put(name, Duration.ofMillis(ticks(pid) * TICK_MS)));
    return used;
  }

  /** Milliseconds of processor by process for 1,000 reports, e.g. {@code kafka 120, …}. */
  public static String perThousand(
      Map<String, Duration> before, Map<String, Duration> after, long reports) {
    return after.entrySet().stream()
        .map(
            entry -> {
              Duration spent =
                  entry.getValue().minus(before.getOrDefault(entry.getKey(), Duration.ZERO));
              return Map.entry(entry.getKey(), spent.toMillis() * 1_000 / Math.max(1, reports));
            })
        .filter(entry -> entry.getValue() > 0)
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .map(entry -> entry.getKey() + " " + entry.getValue())
        .collect(Collectors.joining(", "));
  }

  public static double seconds(Map<String, Duration> before, Map<String, Duration> after) {
    return after.entrySet().stream()
        .mapToDouble(
            entry ->
                entry
                        .getValue()
                        .minus(before.getOrDefault(entry.getKey(), Duration.ZERO))
                        .toMillis()
                    / 1e3)
        .sum();
  }

  /** A process, its children of now, and those it has already buried. */
  private static long ticks(long pid) {
    return Stream.concat(
            ProcessHandle.of(pid).stream(),
            ProcessHandle.of(pid).stream().flatMap(ProcessHandle::children))
        .mapToLong(process -> own(process.pid()))
        .sum();
  }

  /** proc(5), /proc/pid/stat: fields 14 to 17 are utime, stime, cutime and cstime. */
  private static long own(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      long ticks = 0;
      for (int field = 14; field <= 17; field++) {
        ticks += Long.parseLong(fields[field - 3]);
      }
      return ticks;
    } catch (IOException ended) {
      return 0;
    }
  }

  /** Resident memory of one process in MiB. */
  public static double residentMib(long pid) {
    try (Stream<String> status = Files.lines(Path.of("/proc/" + pid + "/status"))) {
      return status
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1_024)
          .findFirst()
          .orElse(0);
    } catch (IOException ended) {
      return 0;
    }
  }
}
