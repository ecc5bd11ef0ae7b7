package co.satccf.transmitter.dispatch;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Notices when one glosa code dominates the last answers of a SAT service (rule 4): a wrong
 * catalogue must not burn 1.6 million reports. Counts the answers this process saw.
 */
final class FrenoDeGlosas {

  private final @Nullable String[] ultimas;
  private final int umbral;
  private int next;

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
    return glosa != null && equal(glosa) >= umbral;
  }

  synchronized void forget() {
    Arrays.fill(ultimas, null);
  }

  private int equal(String glosa) {
    int equal = 0;
    for (String other : ultimas) {
      if (glosa.equals(other)) {
        equal++;
      }
    }
    return equal;
  }
}
