package co.satccf.sandbox.reloj;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;

/** The system's clock, ahead or behind by what a file says; it is looked at each second. */
public final class RelojMovible extends Clock {
  private static final long ENTRE_MIRADAS = Duration.ofSeconds(1).toNanos();

  private static volatile Path archivo = Path.of("");

  private final Clock sistema;
  private long mirado = System.nanoTime() - ENTRE_MIRADAS;
  private Duration salto = Duration.ZERO;

  private RelojMovible(Clock sistema) {
    this.sistema = sistema;
  }

  static void seguir(Path otro) {
    archivo = otro;
  }

  /** In the place of {@link Clock#systemUTC()}. */
  public static Clock systemUTC() {
    return system(ZoneOffset.UTC);
  }

  /** In the place of {@link Clock#system(ZoneId)}. */
  public static Clock system(ZoneId zona) {
    return new RelojMovible(Clock.system(zona));
  }

  @Override
  public synchronized Instant instant() {
    if (System.nanoTime() - mirado >= ENTRE_MIRADAS) {
      mirado = System.nanoTime();
      salto = leer();
    }
    return sistema.instant().plus(salto);
  }

  private Duration leer() {
    try {
      return Duration.parse(Files.readString(archivo).strip());
    } catch (IOException | DateTimeParseException halfWritten) {
      return salto;
    }
  }

  @Override
  public ZoneId getZone() {
    return sistema.getZone();
  }

  @Override
  public Clock withZone(ZoneId zona) {
    return new RelojMovible(sistema.withZone(zona));
  }
}
