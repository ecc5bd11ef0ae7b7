package co.satccf.sandbox.identidad;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Files that only this user can read, replaced as a whole. */
final class Archivos {
  private static final FileAttribute<?> SOLO_DUENO =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private Archivos() {}

  static void escribir(Path archivo, String texto) {
    try {
      Path carpeta = archivo.toAbsolutePath().getParent();
      Path nuevo = Files.createTempFile(carpeta, "nuevo", "", SOLO_DUENO);
      Files.writeString(nuevo, texto);
      Files.move(
          nuevo, archivo, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
