package co.satccf.transmitter.dispatch;

import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Notices when one glosa code dominates the last answers of a SAT service (rule 4): a wrong
 * catalogue must not burn 1.6 million reports. Counts the answers this process saw.
 */
final class FrenoDeGlosas {

  private final @Nullable String[] ultimas;
  private final int umbral;
  private int next;
  private long total;
  private @Nullable Instant reanudado;

  FrenoDeGlosas(int ventana, int umbral) {
    this.ultimas = new String[ventana];
    this.umbral = umbral;
  }

  /**
   * @param glosa code of a glosa, or null for an accepted report
   * @return whether the brake must be pulled for that code
   */
  synchronized boolean seen(@Nullable String glosa) {
    ultimas[next] = glosa;
    next = (next + 1) % ultimas.length;
    total++;
    return glosa != null && counts().getOrDefault(glosa, 0) >= umbral;
  }

  synchronized void forget() {
    Arrays.fill(ultimas, null);
    total = 0;
  }

  /**
   * Forgets what was answered before the service was last resumed, by whichever replica.
   *
   * @return whether there was a resumption this brake did not know of
   */
  synchronized boolean stale(@Nullable Instant resumed) {
    if (Objects.equals(resumed, reanudado)) {
      return false;
    }
    reanudado = resumed;
    forget();
    return true;
  }

  /** Answers in the window, and how many of them were each glosa. */
  synchronized Frenos.Ventana window() {
    return new Frenos.Ventana(
        ultimas.length, umbral, (int) Math.min(total, ultimas.length), counts());
  }

  private Map<String, Integer> counts() {
    Map<String, Integer> counts = new TreeMap<>();
    for (String glosa : ultimas) {
      if (glosa != null) {
        counts.merge(glosa, 1, Integer::sum);
      }
    }
    return counts;
  }
}
