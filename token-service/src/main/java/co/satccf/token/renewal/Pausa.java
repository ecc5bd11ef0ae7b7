package co.satccf.token.renewal;

import java.time.Duration;

/** How much longer the Ministry is not asked for a token of one service, and why. */
public record Pausa(Codigo codigo, Duration resto) {

  SinToken sinToken() {
    return new SinToken(codigo, resto);
  }
}
