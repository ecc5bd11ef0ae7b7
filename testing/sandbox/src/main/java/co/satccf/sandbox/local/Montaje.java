package co.satccf.sandbox.local;

import co.satccf.sandbox.infra.LlaveroDeArena;
import co.satccf.sandbox.ministerio.ClientesSat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The files that production mounts from its secrets: the Ministry's credentials, and a ring of
 * keys. Synthetic, like everything here.
 */
public record Montaje(Path carpeta) {

  /** Writes both, with the credentials that the simulated Ministry knows. */
  public static Montaje en(Path carpeta) {
    Montaje montaje = new Montaje(carpeta);
    LlaveroDeArena.escribir(montaje.llavero(), 1, 1);
    montaje.credencial(ClientesSat.USUARIO, ClientesSat.CLAVE);
    return montaje;
  }

  /** Replaces user and password while whoever reads them runs. */
  public void credencial(String usuario, String clave) {
    escribir("desarrollo", "usuario=%s\nclave=%s\n".formatted(usuario, clave));
  }

  /** Value of {@code sat.llavero}. */
  public Path llavero() {
    return carpeta.resolve("llavero");
  }

  private void escribir(String nombre, String texto) {
    try {
      Files.createDirectories(carpeta);
      Path nuevo = Files.writeString(carpeta.resolve(nombre + ".nuevo"), texto);
      Files.move(nuevo, carpeta.resolve(nombre), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
