package co.satccf.sandbox.local;

import co.satccf.sandbox.erp.ErpSintetico;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Where the events of a run come from. */
final class Alimentacion {

  private Alimentacion() {}

  static List<byte[]> sintetica(int eventos, long semilla) {
    return ErpSintetico.lineas(eventos, semilla);
  }

  /**
   * Every non-empty line as its bytes: what is not UTF-8 is published as it is.
   *
   * @throws IllegalArgumentException when there is no such file
   */
  static List<byte[]> deArchivo(Path archivo) throws IOException {
    if (!Files.isRegularFile(archivo)) {
      throw new IllegalArgumentException("no existe el archivo " + archivo);
    }
    List<byte[]> lineas = new ArrayList<>();
    ByteArrayOutputStream linea = new ByteArrayOutputStream();
    for (byte b : Files.readAllBytes(archivo)) {
      if (b == '\n') {
        tomar(linea, lineas);
      } else {
        linea.write(b);
      }
    }
    tomar(linea, lineas);
    return lineas;
  }

  private static void tomar(ByteArrayOutputStream linea, List<byte[]> lineas) {
    byte[] bytes = linea.toByteArray();
    int largo =
        bytes.length > 0 && bytes[bytes.length - 1] == '\r' ? bytes.length - 1 : bytes.length;
    if (largo > 0) {
      lineas.add(Arrays.copyOf(bytes, largo));
    }
    linea.reset();
  }
}
