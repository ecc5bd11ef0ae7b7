package co.satccf.transmitter.validaciones;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * The answers to an NDJSON body, kept compressed until the body has been read to its end: a caller
 * that reads only after it has sent everything would else wait for us and we for it, and what is
 * wrong with the request could no longer be its status.
 */
final class Resultados {

  private static final int BUFFER = 64 * 1024;

  private final ByteArrayOutputStream comprimido = new ByteArrayOutputStream(BUFFER);
  private final GZIPOutputStream salida;
  private final ObjectWriter json;

  Resultados(ObjectMapper json) throws IOException {
    this.json = json.writerFor(ValidacionDeEvento.class);
    this.salida =
        new GZIPOutputStream(comprimido, BUFFER) {
          {
            def.setLevel(Deflater.BEST_SPEED);
          }
        };
  }

  void agregar(List<ValidacionDeEvento> validaciones) throws IOException {
    for (ValidacionDeEvento validacion : validaciones) {
      salida.write(json.writeValueAsBytes(validacion));
      salida.write('\n');
    }
  }

  /** All of them, one a line; nothing can be added any more. */
  InputStream leer() throws IOException {
    salida.close();
    return new GZIPInputStream(new ByteArrayInputStream(comprimido.toByteArray()), BUFFER);
  }
}
