package co.satccf.sandbox.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A child process with one log file; it can be killed and started again with the same command. */
final class Proceso {

  private final String nombre;
  private final List<String> comando;
  private final Path registro;
  private final Guardian guardian;
  private @Nullable Process vivo;

  Proceso(String nombre, List<String> comando, Path registro, Guardian guardian) {
    this.nombre = nombre;
    this.comando = List.copyOf(comando);
    this.registro = registro;
    this.guardian = guardian;
  }

  String nombre() {
    return nombre;
  }

  synchronized void iniciar() {
    try {
      Files.createDirectories(registro.resolveSibling("."));
      Process iniciado =
          new ProcessBuilder(comando)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(registro.toFile()))
              .start();
      guardian.vigilar(iniciado.pid(), "TERM");
      vivo = iniciado;
    } catch (IOException e) {
      throw new UncheckedIOException(nombre + " could not be started", e);
    }
  }

  synchronized boolean vive() {
    return vivo != null && vivo.isAlive();
  }

  /** Signal 9: no chance to settle anything. */
  synchronized void matar() {
    Process proceso = vivo;
    if (proceso != null) {
      proceso.destroyForcibly();
      proceso.onExit().join();
      vivo = null;
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
