package co.satccf.token.vigente;

import java.time.Duration;

/**
 * How long a token is used, counted from just before the request that brought it (rule 17).
 *
 * @param hastaRenovar from then on a renewal is due while the token still serves
 * @param hastaFin from then on it is handed out no more
 */
public record Vida(Duration hastaRenovar, Duration hastaFin) {

  /** Whatever the answer says (MinSalud, SAT protocol of 14-Jul-2021). */
  public static final Duration MAXIMA = Duration.ofMinutes(20);

  private static final int PARTE = 4;

  /**
   * @param dicha as the Ministry told it, more than zero; cut to 20 minutes
   * @param margen not used in the last part of its life, at most a quarter of it
   * @param anticipacion renewed this long before that, at most a quarter of its life
   */
  public static Vida de(Duration dicha, Duration margen, Duration anticipacion) {
    Duration cierta = menor(dicha, MAXIMA);
    // A token of a short life would else be spent before its first use and asked for without end.
    Duration parte = cierta.dividedBy(PARTE);
    Duration fin = cierta.minus(menor(margen, parte));
    return new Vida(fin.minus(menor(anticipacion, parte)), fin);
  }

  private static Duration menor(Duration una, Duration otra) {
    return una.compareTo(otra) < 0 ? una : otra;
  }
}
