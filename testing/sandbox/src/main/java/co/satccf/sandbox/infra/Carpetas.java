package co.satccf.sandbox.infra;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Folders that are made and removed whole. */
final class Carpetas {
  private Carpetas() {}

  static Path crear(Path carpeta) {
    try {
      return Files.createDirectories(carpeta);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void borrar(Path carpeta) {
    if (!Files.exists(carpeta)) {
      return;
    }
    try (Stream<Path> todo = Files.walk(carpeta)) {
      List<Path> deHojaARaiz = todo.sorted(Comparator.reverseOrder()).toList();
      for (Path camino : deHojaARaiz) {
        Files.deleteIfExists(camino);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
