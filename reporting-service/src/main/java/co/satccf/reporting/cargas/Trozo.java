package co.satccf.reporting.cargas;

import static java.nio.charset.StandardCharsets.UTF_8;

import co.satccf.model.Familia;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Lines of one family that are kept, looked at and published together.
 *
 * @param numero its place among the pieces of its upload, from 0
 */
record Trozo(int numero, Familia familia, List<Linea> lineas) {

  /** A piece is closed with so many lines. */
  static final int LINEAS = 500;

  /** Or so many characters. */
  static final int CARACTERES = 512 * 1024;

  /** As it is kept, before it is encrypted. */
  byte[] bytes() {
    var bytes = new ByteArrayOutputStream();
    try (var comprimido = new GZIPOutputStream(bytes)) {
      for (var linea : lineas) {
        var fila = "%d%s%s\n".formatted(linea.numero(), linea.conId() ? "=" : "+", linea.evento());
        comprimido.write(fila.getBytes(UTF_8));
      }
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
    return bytes.toByteArray();
  }

  static Trozo de(int numero, Familia familia, byte[] bytes) {
    try (var comprimido = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      var texto = new String(comprimido.readAllBytes(), UTF_8);
      return new Trozo(
          numero, familia, Arrays.stream(texto.split("\n")).map(Trozo::linea).toList());
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
  }

  private static Linea linea(String fila) {
    int marca = 0;
    while (Character.isDigit(fila.charAt(marca))) {
      marca++;
    }
    return new Linea(
        Integer.parseInt(fila.substring(0, marca)),
        fila.charAt(marca) == '=',
        fila.substring(marca + 1));
  }
}
