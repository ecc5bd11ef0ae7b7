package co.satccf.transmitter.limite;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What this replica has seen of one SAT service's calls and not told the fleet yet. Thread-safe.
 */
final class Muestreo {

  /** No more often than this is the fleet told, except of refusals: each moment costs more. */
  private static final long INTERVALO = Duration.ofMillis(200).toNanos();

  private final Map<Integer, Muestra> porRonda = new TreeMap<>();
  private @Nullable Long ultima;

  /** The Ministry answered a call that was claimed in this round. */
  synchronized void respondida(int ronda, Duration latencia) {
    porRonda.compute(ronda, (r, antes) -> de(r, antes).respondida(latencia.toNanos() / 1e6));
  }

  /** The Ministry answered such a call with a glosa: it tells of its places, not of its time. */
  synchronized void glosada(int ronda) {
    porRonda.compute(ronda, (r, antes) -> de(r, antes).glosada());
  }

  /** The Ministry refused the call under pressure: 429, 5xx, or no answer in time. */
  synchronized void rechazada(int ronda) {
    porRonda.compute(ronda, (r, antes) -> de(r, antes).rechazada());
  }

  /** There was more to send than the limit let through. */
  synchronized void llena(int ronda) {
    porRonda.compute(ronda, (r, antes) -> de(r, antes).llena());
  }

  /**
   * Hands over what is due, and forgets it.
   *
   * @param ronda the fleet's round now
   * @param nanos now, as {@link System#nanoTime} tells it
   * @return empty when nothing is due
   */
  synchronized List<Muestra> tomar(int ronda, long nanos) {
    Muestra actual = porRonda.get(ronda);
    boolean apremia = actual != null && actual.rechazos() > 0;
    boolean pronto = ultima != null && nanos - ultima < INTERVALO;
    if (porRonda.isEmpty() || (pronto && !apremia)) {
      return List.of();
    }
    List<Muestra> muestras = List.copyOf(porRonda.values());
    porRonda.clear();
    ultima = nanos;
    return muestras;
  }

  private static Muestra de(int ronda, @Nullable Muestra antes) {
    return antes == null ? Muestra.vacia(ronda) : antes;
  }
}
