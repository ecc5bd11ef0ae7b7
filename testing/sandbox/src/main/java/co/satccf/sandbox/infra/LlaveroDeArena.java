package co.satccf.sandbox.infra;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;

/** A ring of synthetic keys, {@code k1} to {@code k3}, in the file that services read it from. */
public final class LlaveroDeArena {

  private static final List<String> CLAVES =
      List.of("5a7cf1e2".repeat(8), "c03b9d64".repeat(8), "1e88a75f".repeat(8));

  private LlaveroDeArena() {}

  /**
   * Writes the ring, or replaces it while whoever reads it runs.
   *
   * @param actual number of the current key, 1 to 3
   * @param claves numbers of all its keys
   */
  public static Path escribir(Path archivo, int actual, int... claves) {
    StringBuilder texto = new StringBuilder("actual = k%d%n".formatted(actual));
    for (int clave : claves) {
      texto.append("k%d = %s%n".formatted(clave, CLAVES.get(clave - 1)));
    }
    try {
      Files.createDirectories(Objects.requireNonNull(archivo.toAbsolutePath().getParent()));
      Path nuevo = Files.writeString(archivo.resolveSibling("llavero.nuevo"), texto);
      return Files.move(nuevo, archivo, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
