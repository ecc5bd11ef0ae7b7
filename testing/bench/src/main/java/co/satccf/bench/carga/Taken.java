package co.satccf.bench.carga;

import java.time.Duration;
import java.util.Map;

/**
 * What intake took from a filled topic.
 *
 * @param perSecond events stored per second, over the last three quarters of them
 * @param events those of the last three quarters
 */
public record Taken(
    long events,
    double perSecond,
    Map<String, Duration> cpuBefore,
    Map<String, Duration> cpuAfter) {}
