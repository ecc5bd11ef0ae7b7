package co.satccf.reporting.consola.familias;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * How long one page goes on asking for more: what stands before the console gives up at 180 seconds
 * (the chart's ingress), and a last answer may take a minute ({@code sat.consola.plazo}).
 */
public final class Turno {

  private static final Duration LARGO = Duration.ofSeconds(100);

  private final InstantSource reloj;
  private final Instant fin;

  private Turno(InstantSource reloj, Instant fin) {
    this.reloj = reloj;
    this.fin = fin;
  }

  /** One that begins now. */
  public static Turno desde(InstantSource reloj) {
    return new Turno(reloj, reloj.instant().plus(LARGO));
  }

  /** Whether another request may begin. */
  public boolean queda() {
    return reloj.instant().isBefore(fin);
  }
}
