package co.satccf.transmitter.dispatch;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Reports of one SAT service whose answers this process has and the store has not: in flight by the
 * store's word, but the Ministry has done with them, and they take no place of the limit
 * (docs/adr/0022).
 */
final class EnMano {

  private final Map<Long, Long> contestados = new ConcurrentHashMap<>();

  void tomar(long reporte) {
    contestados.put(reporte, System.nanoTime());
  }

  void soltar(long reporte) {
    contestados.remove(reporte);
  }

  /**
   * @param atMost how long an answer may have been in hand; less than its lease still holds, so
   *     that no report is told that somebody else may have claimed meanwhile
   */
  List<Long> desdeHace(Duration atMost) {
    long oldest = System.nanoTime() - atMost.toNanos();
    return contestados.entrySet().stream()
        .filter(contestado -> contestado.getValue() - oldest > 0)
        .map(Map.Entry::getKey)
        .toList();
  }
}
