package co.satccf.sandbox.infra;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
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
    Files.walkFileTree(
        de,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path carpeta, BasicFileAttributes atributos)
              throws IOException {
            if (!carpeta.equals(de) && !toma.test(de.relativize(carpeta))) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            return copiarUno(carpeta);
          }

          @Override
          public FileVisitResult visitFile(Path archivo, BasicFileAttributes atributos)
              throws IOException {
            return toma.test(de.relativize(archivo))
                ? copiarUno(archivo)
                : FileVisitResult.CONTINUE;
          }

          private FileVisitResult copiarUno(Path uno) throws IOException {
            try {
              Files.copy(uno, a.resolve(de.relativize(uno)), StandardCopyOption.COPY_ATTRIBUTES);
            } catch (NoSuchFileException goneMeanwhile) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path archivo, IOException fallo)
              throws IOException {
            if (fallo instanceof NoSuchFileException) {
              return FileVisitResult.CONTINUE;
            }
            throw fallo;
          }
        });
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
