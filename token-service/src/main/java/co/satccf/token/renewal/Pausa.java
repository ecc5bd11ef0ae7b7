package co.satccf.token.renewal;

import java.time.Duration;

/**
 * Why the Ministry is not asked for a token of one service.
 *
 * @param resto for so long; zero when it is until a person does something
 */
public record Pausa(Codigo codigo, Duration resto) {

  SinToken sinToken() {
    return new SinToken(codigo, resto);
  }
}
