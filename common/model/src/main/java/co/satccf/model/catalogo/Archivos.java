package co.satccf.model.catalogo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Where catalogue files come from: a folder, file by file, and otherwise the ones built in. */
record Archivos(@Nullable Path carpeta) {

  /**
   * Refuses what the folder holds under a name nothing reads: a misspelt name would otherwise leave
   * the built-in catalogue in force unnoticed.
   */
  void exigirNombresConocidos(Path carpeta) {
    var conocidos = new TreeSet<>(Set.of(Catalogos.DIVIPOLA, Catalogos.CAJAS, Catalogos.TIPOS));
    Arrays.stream(Lista.values()).map(Lista::archivo).forEach(conocidos::add);
    try (var archivos = Files.newDirectoryStream(carpeta, "*.csv")) {
      for (var archivo : archivos) {
        var nombre = String.valueOf(archivo.getFileName());
        if (!conocidos.contains(nombre)) {
          throw new CatalogoInvalidoException(
              archivo.toString(), "no es un catálogo conocido; son " + conocidos);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the catalogues in " + carpeta, e);
    }
  }

  ArchivoCsv leer(String nombre, String encabezado) {
    try {
      var propio = carpeta == null ? null : carpeta.resolve(nombre);
      return propio != null && Files.exists(propio)
          ? ArchivoCsv.leer(propio.toString(), Files.readAllBytes(propio), encabezado)
          : ArchivoCsv.leer(nombre, predeterminado(nombre), encabezado);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the catalogue " + nombre, e);
    }
  }

  private static byte[] predeterminado(String nombre) throws IOException {
    try (var entrada = Catalogos.class.getResourceAsStream(nombre)) {
      if (entrada == null) {
        throw new IllegalStateException("The catalogue " + nombre + " is not on the class path");
      }
      return entrada.readAllBytes();
    }
  }
}
