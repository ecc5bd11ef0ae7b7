package co.satccf.sandbox.local;

import co.satccf.sandbox.erp.ErpSintetico;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Where the events of a run come from. */
final class Alimentacion {

  private Alimentacion() {}

  static List<byte[]> sintetica(int eventos, long semilla) {
    return ErpSintetico.lineas(eventos, semilla);
  }

  /**
   * Every non-empty line as its bytes: what is not UTF-8 is published as it is.
   *
   * @throws ParameterException when there is no such file, or not one line in it
   */
  static List<byte[]> deArchivo(Path archivo, CommandSpec comando) throws IOException {
    if (!Files.isRegularFile(archivo)) {
      throw new ParameterException(comando.commandLine(), "no existe el archivo " + archivo);
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
    if (lineas.isEmpty()) {
      throw new ParameterException(
          comando.commandLine(), "el archivo " + archivo + " no tiene ninguna línea");
    }
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
