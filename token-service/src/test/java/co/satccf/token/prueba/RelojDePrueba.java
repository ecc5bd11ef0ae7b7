package co.satccf.token.prueba;

import io.quarkus.test.Mock;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Time that passes only when a test says so. */
@Mock
@Singleton
public class RelojDePrueba extends Clock {

  private volatile Instant ahora = Instant.parse("2026-11-23T13:00:00Z");

  public synchronized void avanzar(Duration lapso) {
    ahora = ahora.plus(lapso);
  }

  @Override
  public Instant instant() {
    return ahora;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("nobody here needs another zone");
  }
}
