package co.satccf.sandbox.ministerio;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that moves only when told. */
final class RelojDePrueba implements InstantSource {
  private volatile Instant ahora = Instant.parse("2026-11-20T15:00:00Z");

  @Override
  public Instant instant() {
    return ahora;
  }

  void avanzar(Duration tiempo) {
    ahora = ahora.plus(tiempo);
  }
}
