package co.satccf.token.renewal;

import co.satccf.token.config.SatConfig;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Capped exponential backoff with full jitter, never below the initial wait: callers ask all the
 * time, so a wait near zero would be hammering.
 */
record Retroceso(Duration inicial, Duration maximo) {

  private static final int DOBLECES = 20;

  static Retroceso de(SatConfig.Retroceso config) {
    return new Retroceso(config.inicial(), config.maximo());
  }

  /**
   * @param fallos in a row, at least 1
   * @return between the initial wait and the lesser of the maximum and initial × 2^fallos
   */
  Duration tras(int fallos, RandomGenerator azar) {
    Duration techo = inicial.multipliedBy(1L << Math.min(fallos, DOBLECES));
    long holgura = (techo.compareTo(maximo) < 0 ? techo : maximo).minus(inicial).toMillis();
    return inicial.plusMillis(azar.nextLong(holgura + 1));
  }
}
