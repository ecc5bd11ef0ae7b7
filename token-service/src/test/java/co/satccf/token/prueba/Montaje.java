package co.satccf.token.prueba;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

/** The mounted files: a ring of keys, and the credentials of this environment. */
public record Montaje(Path carpeta) {

  public static final String CLAVES =
      "k1 = %s\nk2 = %s\n".formatted("1".repeat(64), "2".repeat(64));

  /** That of the running service. */
  public static final Montaje DEL_SERVICIO = new Montaje(Path.of("target", "montaje"));

  /** What each test begins with. */
  public void restaurar() {
    llavero("actual = k1\n" + CLAVES);
    credencial(MinisterioResource.USUARIO, MinisterioResource.CLAVE);
  }

  public void credencial(String usuario, String clave) {
    escribir("desarrollo", "usuario=%s\nclave=%s\n".formatted(usuario, clave));
  }

  public void llavero(String texto) {
    escribir("llavero", texto);
  }

  /** Replaces a file as a mounted secret is replaced: at once. */
  public void escribir(String nombre, String texto) {
    try {
      Files.createDirectories(carpeta);
      Path nuevo = Files.writeString(carpeta.resolve(nombre + ".nuevo"), texto);
      Files.move(nuevo, carpeta.resolve(nombre), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void borrar(String nombre) {
    try {
      Files.deleteIfExists(carpeta.resolve(nombre));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Map<String, String> propiedades() {
    return Map.of(
        "sat.llavero",
        carpeta.resolve("llavero").toAbsolutePath().toString(),
        "sat.credencial.carpeta",
        carpeta.toAbsolutePath().toString());
  }
}
