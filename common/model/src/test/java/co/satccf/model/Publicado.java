package co.satccf.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file under {@code docs/} that is generated: compared, or written with -Dactualizar=true. */
public final class Publicado {
  private static final Path DOCS = Path.of("..", "..", "docs");

  private Publicado() {}

  public static void alDia(String nombre, String contenido) throws IOException {
    var archivo = DOCS.resolve(nombre);
    if (Boolean.getBoolean("actualizar")) {
      Files.createDirectories(archivo.getParent());
      Files.writeString(archivo, contenido);
    }
    assertThat(archivo)
        .as("Run the test again with -Dactualizar=true and commit docs/%s", nombre)
        .exists()
        .content()
        .isEqualTo(contenido);
  }
}
