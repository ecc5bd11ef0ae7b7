package co.satccf.sandbox.reloj;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgenteDeRelojTest {

  @TempDir Path carpeta;

  /** Asks for the system's clock, as the beans of the services do. */
  public static final class Pregunta implements Supplier<Clock> {
    @Override
    public Clock get() {
      return Clock.systemUTC();
    }
  }

  /** Defines the class as the agent leaves it. */
  private static final class Cargador extends ClassLoader {
    private final byte[] cambiada;

    Cargador(byte[] cambiada) {
      super(Pregunta.class.getClassLoader());
      this.cambiada = cambiada;
    }

    Class<?> definir() {
      return defineClass(Pregunta.class.getName(), cambiada, 0, cambiada.length);
    }
  }

  @Test
  void aBeanOfOursGetsTheClockThatTheFileMoves() throws Exception {
    // Given
    Path archivo = carpeta.resolve("servicio.reloj");
    Files.writeString(archivo, "PT-3H");
    RelojMovible.seguir(archivo);
    byte[] cambiada =
        Objects.requireNonNull(
            new AgenteDeReloj()
                .transform(null, "co/satccf/x/config/Beans", null, null, bytes(Pregunta.class)));
    // When
    Object pregunta = new Cargador(cambiada).definir().getDeclaredConstructor().newInstance();
    Clock reloj = (Clock) ((Supplier<?>) pregunta).get();
    // Then
    assertThat(Duration.between(reloj.instant(), Instant.now()))
        .isBetween(Duration.ofHours(3).minusMinutes(1), Duration.ofHours(3).plusMinutes(1));
  }

  @Test
  void leavesEverybodyElseAlone() throws IOException {
    assertThat(
            new AgenteDeReloj()
                .transform(null, "io/quarkus/config/Beans", null, null, bytes(Pregunta.class)))
        .isNull();
  }

  private static byte[] bytes(Class<?> clase) throws IOException {
    String archivo = clase.getName().substring(clase.getPackageName().length() + 1) + ".class";
    try (InputStream entrada = Objects.requireNonNull(clase.getResourceAsStream(archivo))) {
      return entrada.readAllBytes();
    }
  }
}
