package co.satccf.sandbox.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Makes sure that nothing is left behind, even when this process is killed with signal 9: a small
 * process of its own session waits for the end of a pipe, then ends every process of the run and
 * removes its folder.
 *
 * <p>A process belongs to the run when it carries the run's mark in its environment, so none can
 * slip away between its start and the noting of its number, and no stranger that got an old number
 * can be hit. PostgreSQL, which rewrites its environment, is found by its own pid file.
 */
final class Guardian implements AutoCloseable {
  private static final String MARCA = "SAT_CORRIDA";

  private final Process proceso;
  private final String marca;

  private Guardian(Process proceso, String marca) {
    this.proceso = proceso;
    this.marca = marca;
  }

  /**
   * @param carpeta the run's folder, whose name is its mark; removed at the end
   * @param temporales this process's own temporary files; removed at the end
   * @param guion where the guard's script is put; outside of both
   */
  static Guardian de(Path carpeta, Optional<Path> temporales, Path guion) {
    String marca = carpeta.toAbsolutePath().toString();
    try (InputStream script =
        Objects.requireNonNull(Guardian.class.getResourceAsStream("guardian.sh"))) {
      Files.write(guion, script.readAllBytes());
      List<String> comando = new ArrayList<>(List.of("setsid", "bash", guion.toString(), marca));
      temporales.ifPresent(propios -> comando.add(propios.toString()));
      Process proceso =
          new ProcessBuilder(comando)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      return new Guardian(proceso, marca);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "no se pudo iniciar el guardián, que necesita setsid y bash", e);
    }
  }

  /** Puts the run's mark on a process about to be started. */
  void marcar(ProcessBuilder porIniciar) {
    porIniciar.environment().put(MARCA, marca);
  }

  /** Numbers of the processes that carry the run's mark and have not ended. */
  List<String> marcados() {
    byte[] entrada = (MARCA + "=" + marca).getBytes(StandardCharsets.UTF_8);
    String buscada = new String(entrada, StandardCharsets.ISO_8859_1);
    try (Stream<Path> todos = Files.list(Path.of("/proc"))) {
      return todos
          .filter(proceso -> proceso.getFileName().toString().matches("\\d+"))
          .filter(proceso -> List.of(entorno(proceso).split("\0")).contains(buscada))
          .map(proceso -> proceso.getFileName().toString())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Empty for a process that is nobody's business or has ended. */
  private static String entorno(Path proceso) {
    try {
      return Files.readString(proceso.resolve("environ"), StandardCharsets.ISO_8859_1);
    } catch (IOException gone) {
      return "";
    }
  }

  /** Lets the guard end whatever still runs, and waits for it. */
  @Override
  public void close() {
    try {
      proceso.getOutputStream().close();
      if (!proceso.waitFor(30, TimeUnit.SECONDS)) {
        proceso.destroyForcibly();
      }
    } catch (IOException gone) {
      proceso.destroy();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
