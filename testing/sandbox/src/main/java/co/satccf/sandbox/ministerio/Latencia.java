package co.satccf.sandbox.ministerio;

/**
 * How long a request waits before it is processed and answered, in milliseconds.
 *
 * @param forma shape of the distribution
 * @param minMs FIJA: the wait; UNIFORME: its lower end; LOGNORMAL: its median
 * @param maxMs UNIFORME: upper end; LOGNORMAL: cap; FIJA: not read
 * @param sigma LOGNORMAL: standard deviation of the logarithm, 0 or more; otherwise not read
 */
public record Latencia(Forma forma, long minMs, long maxMs, double sigma) {
  /** Shapes of the distribution. */
  public enum Forma {
    FIJA,
    UNIFORME,
    LOGNORMAL
  }

  public Latencia {
    boolean conTope = forma != Forma.FIJA;
    if (minMs < 0 || sigma < 0 || (conTope && maxMs < minMs)) {
      throw new IllegalArgumentException("latencia fuera de rango");
    }
  }

  public static Latencia ninguna() {
    return fija(0);
  }

  public static Latencia fija(long ms) {
    return new Latencia(Forma.FIJA, ms, ms, 0);
  }

  public static Latencia uniforme(long minMs, long maxMs) {
    return new Latencia(Forma.UNIFORME, minMs, maxMs, 0);
  }

  public static Latencia lognormal(long medianaMs, double sigma, long maxMs) {
    return new Latencia(Forma.LOGNORMAL, medianaMs, maxMs, sigma);
  }
}
