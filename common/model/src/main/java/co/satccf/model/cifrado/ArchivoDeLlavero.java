package co.satccf.model.cifrado;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A ring in a mounted file, read again when the file changes. While the file is missing or wrong
 * the last good ring serves.
 */
public final class ArchivoDeLlavero {

  private final Path archivo;
  private final Consumer<LlaveroInvalidoException> aviso;
  private @Nullable Marca leida;
  private Llavero llavero;
  private boolean legible = true;

  /** What tells that the file is another one, a replaced link included. */
  private record Marca(FileTime modificado, long bytes, @Nullable Object identidad) {

    static Marca de(Path archivo) throws IOException {
      BasicFileAttributes atributos = Files.readAttributes(archivo, BasicFileAttributes.class);
      return new Marca(atributos.lastModifiedTime(), atributos.size(), atributos.fileKey());
    }
  }

  /**
   * @param aviso told once of each change that cannot be used
   * @throws LlaveroInvalidoException when the file cannot be used now
   */
  public ArchivoDeLlavero(Path archivo, Consumer<LlaveroInvalidoException> aviso) {
    this.archivo = archivo;
    this.aviso = aviso;
    this.leida = marca();
    this.llavero = leer();
  }

  /** The ring as the file has it now. */
  public synchronized Llavero llavero() {
    @Nullable Marca ahora = marca();
    if (ahora == null ? leida != null : !ahora.equals(leida)) {
      leida = ahora;
      try {
        llavero = leer();
        legible = true;
      } catch (LlaveroInvalidoException unusable) {
        legible = false;
        aviso.accept(unusable);
      }
    }
    return llavero;
  }

  /** Whether the file as it is now can be used; if not, the last good ring serves, and no start. */
  public synchronized boolean legible() {
    llavero();
    return legible;
  }

  /** Taken before the content: a change in between is seen at the next look. */
  private @Nullable Marca marca() {
    try {
      return Marca.de(archivo);
    } catch (IOException missing) {
      return null;
    }
  }

  private Llavero leer() {
    String texto;
    try {
      texto = Files.readString(archivo);
    } catch (IOException unreadable) {
      throw new LlaveroInvalidoException("cannot read " + archivo);
    }
    return Llavero.de(texto);
  }
}
