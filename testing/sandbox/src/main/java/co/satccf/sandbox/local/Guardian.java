package co.satccf.sandbox.local;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * Makes sure that nothing is left behind, even when this process is killed with signal 9: a small
 * process of its own session waits for the end of a pipe, then ends every process named to it and
 * removes the run's folder.
 */
final class Guardian implements AutoCloseable {

  private final Process proceso;
  private final BufferedWriter pipe;

  private Guardian(Process proceso) {
    this.proceso = proceso;
    this.pipe = proceso.outputWriter(StandardCharsets.US_ASCII);
  }

  /**
   * @param carpeta removed at the end
   * @param guion where the guard's script is put; outside of {@code carpeta}
   */
  static Guardian de(Path carpeta, Path guion) {
    try (InputStream script =
        Objects.requireNonNull(Guardian.class.getResourceAsStream("guardian.sh"))) {
      Files.write(guion, script.readAllBytes());
      return new Guardian(
          new ProcessBuilder(
                  "setsid", "bash", guion.toString(), carpeta.toAbsolutePath().toString())
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start());
    } catch (IOException e) {
      throw new UncheckedIOException(
          "the guard could not be started (it needs setsid and bash)", e);
    }
  }

  /**
   * @param senal signal that ends the process fast, e.g. TERM; QUIT for PostgreSQL
   */
  synchronized void vigilar(long pid, String senal) {
    try {
      pipe.write(senal + " " + pid + "\n");
      pipe.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("the guard is gone", e);
    }
  }

  /** Ends the guard, and with it whatever still runs. */
  @Override
  public synchronized void close() {
    try {
      pipe.close();
      if (!proceso.waitFor(15, TimeUnit.SECONDS)) {
        proceso.destroyForcibly();
      }
    } catch (IOException gone) {
      proceso.destroy();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
