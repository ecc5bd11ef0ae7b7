package co.satccf.sandbox.local;

import co.satccf.sandbox.identidad.UsuarioDeArena;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** With whose token a command asks a service. */
final class TokenDeLaLlamada {

  @Option(names = "--token", paramLabel = "F")
  @Nullable Path archivo;

  /**
   * The token in the given file, as it is now; without one that of a built-in person of the
   * platform that is on.
   *
   * @throws IllegalStateException when there is neither
   */
  String leer(UsuarioDeArena usuario) {
    if (archivo == null) {
      return Encendida.token(usuario);
    }
    try {
      return Files.readString(archivo).strip();
    } catch (IOException e) {
      throw new IllegalStateException("no se pudo leer el token de " + archivo, e);
    }
  }
}
