package co.satccf.sandbox.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A child process with one log file; it can be killed and started again with the same command. */
final class Proceso {
  private static final int ULTIMAS_LINEAS = 15;
  private static final Duration ESPERA_LISTO = Duration.ofSeconds(120);
  private static final Duration ENTRE_MIRADAS = Duration.ofMillis(100);

  private final String nombre;
  private final List<String> comando;
  private final Path registro;
  private final Guardian guardian;
  private @Nullable Process vivo;
  private boolean yaInicio;

  Proceso(String nombre, List<String> comando, Path registro, Guardian guardian) {
    this.nombre = nombre;
    this.comando = List.copyOf(comando);
    this.registro = registro;
    this.guardian = guardian;
  }

  /** Starts it; the first start empties the log, the later ones add to it. */
  synchronized void iniciar() {
    try {
      Files.createDirectories(registro.toAbsolutePath().getParent());
      ProcessBuilder porIniciar =
          new ProcessBuilder(comando)
              .redirectErrorStream(true)
              .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
              .redirectOutput(
                  yaInicio
                      ? ProcessBuilder.Redirect.appendTo(registro.toFile())
                      : ProcessBuilder.Redirect.to(registro.toFile()));
      guardian.marcar(porIniciar);
      vivo = porIniciar.start();
      yaInicio = true;
    } catch (IOException e) {
      throw new UncheckedIOException("no se pudo iniciar " + nombre, e);
    }
  }

  /**
   * Waits until it is ready.
   *
   * @throws IllegalStateException when it ends instead, or is not ready in two minutes; names its
   *     log
   */
  void esperar(BooleanSupplier listo) {
    long limite = System.nanoTime() + ESPERA_LISTO.toNanos();
    while (!listo.getAsBoolean()) {
      if (!vive()) {
        throw new IllegalStateException(
            "%s terminó al arrancar; el final de %s:\n%s"
                .formatted(nombre, registro, ultimasLineas()));
      }
      if (System.nanoTime() - limite > 0) {
        throw new IllegalStateException(
            "%s no estuvo listo en %d s: vea %s"
                .formatted(nombre, ESPERA_LISTO.toSeconds(), registro));
      }
      Pausa.de(ENTRE_MIRADAS);
    }
  }

  /** Empty when it does not run. */
  synchronized Optional<Long> pid() {
    return Optional.ofNullable(vivo).filter(Process::isAlive).map(Process::pid);
  }

  synchronized boolean vive() {
    return vivo != null && vivo.isAlive();
  }

  /** Signal 9: no chance to settle anything. */
  synchronized void matar() {
    Process proceso = vivo;
    if (proceso != null) {
      // Not by onExit(): that needs a thread of the common pool, which may have none left.
      try {
        proceso.destroyForcibly().waitFor();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      vivo = null;
    }
  }

  /** Stops it where it stands (SIGSTOP), or lets it go on (SIGCONT); nothing when it is gone. */
  synchronized void congelar(boolean detenido) {
    Process proceso = vivo;
    if (proceso == null || !proceso.isAlive()) {
      return;
    }
    try {
      new ProcessBuilder("kill", detenido ? "-STOP" : "-CONT", String.valueOf(proceso.pid()))
          .start()
          .waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException("no se pudo enviar la señal a " + nombre, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Asks the process to end; does not wait. */
  synchronized void pedirFin() {
    if (vivo != null) {
      vivo.destroy();
    }
  }

  /** Waits for the end, and forces it after the time. */
  synchronized void esperarFin(long segundos) {
    Process proceso = vivo;
    if (proceso == null) {
      return;
    }
    try {
      if (!proceso.waitFor(segundos, TimeUnit.SECONDS)) {
        anotar("no terminó en " + segundos + " s; se fuerza");
        proceso.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      proceso.destroyForcibly();
    }
    vivo = null;
  }

  private String ultimasLineas() {
    try {
      List<String> lineas = Files.readAllLines(registro, StandardCharsets.UTF_8);
      return String.join(
          "\n", lineas.subList(Math.max(0, lineas.size() - ULTIMAS_LINEAS), lineas.size()));
    } catch (IOException unreadable) {
      return "";
    }
  }

  private void anotar(String linea) {
    try {
      Files.writeString(
          registro,
          nombre + ": " + linea + "\n",
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
