package co.satccf.sandbox.infra;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
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

  /**
   * Copies a folder that others may be writing to; what is gone meanwhile is passed over.
   *
   * @param toma what to take, by its path below the folder
   */
  static void copiar(Path de, Path a, Predicate<Path> toma) throws IOException {
    try (Stream<Path> todo = Files.walk(de)) {
      for (Path origen : (Iterable<Path>) todo::iterator) {
        Path nombre = de.relativize(origen);
        if (!nombre.toString().isEmpty() && !toma.test(nombre)) {
          continue;
        }
        try {
          Files.copy(origen, a.resolve(nombre), StandardCopyOption.COPY_ATTRIBUTES);
        } catch (NoSuchFileException goneMeanwhile) {
          // The write-ahead log knows what became of it.
        }
      }
    } catch (UncheckedIOException walking) {
      throw walking.getCause();
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
