package co.satccf.token.http;

import java.time.Duration;

/** A caller has used up its questions of this minute. */
final class DemasiadasSolicitudes extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Duration esperar;

  DemasiadasSolicitudes(Duration esperar) {
    super("rate limit", null, false, false);
    this.esperar = esperar;
  }

  /** Whole seconds, at least one. */
  long segundos() {
    return Math.max(1, esperar.plusMillis(999).toSeconds());
  }
}
