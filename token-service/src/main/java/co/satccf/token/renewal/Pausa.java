package co.satccf.token.renewal;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Until when the Ministry is not asked for a token of one service, and why. */
public record Pausa(Codigo codigo, Instant hasta) {

  boolean vigente(Instant ahora) {
    return ahora.isBefore(hasta);
  }

  SinToken sinToken(Instant ahora) {
    return new SinToken(codigo, Duration.between(ahora, hasta));
  }

  /** A new reason to wait never shortens an older one. */
  static Pausa laMasLarga(@Nullable Pausa una, Pausa otra) {
    return una != null && una.hasta.isAfter(otra.hasta) ? una : otra;
  }
}
