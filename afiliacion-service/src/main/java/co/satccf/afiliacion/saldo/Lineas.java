package co.satccf.afiliacion.saldo;

import co.satccf.model.huella.Sha256;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** The lines of a body as they arrive, and the hash of all that were read; one at a time. */
final class Lineas {

  static final int MAXIMO_BYTES = 4_096;
  private static final int BUFFER = 64 * 1024;

  private final InputStream cuerpo;
  private final MessageDigest digest = Sha256.digest();
  private final ByteArrayOutputStream linea = new ByteArrayOutputStream();
  private long leidas;

  Lineas(InputStream cuerpo) {
    this.cuerpo = new BufferedInputStream(cuerpo, BUFFER);
  }

  /** Lines read so far, blank ones counted. */
  long leidas() {
    return leidas;
  }

  /** SHA-256 of all lines read so far, each with a line feed after it. */
  byte[] huella() {
    try {
      return ((MessageDigest) digest.clone()).digest();
    } catch (CloneNotSupportedException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * The next line without its end; of one longer than {@link #MAXIMO_BYTES}, that many and one
   * more. Null after the last.
   *
   * @throws IOException when the caller has gone: the line in hand may be cut and is not told
   */
  byte @Nullable [] siguiente() throws IOException {
    linea.reset();
    int b = cuerpo.read();
    if (b < 0) {
      return null;
    }
    while (b >= 0 && b != '\n') {
      digest.update((byte) b);
      if (linea.size() <= MAXIMO_BYTES) {
        linea.write(b);
      }
      b = cuerpo.read();
    }
    digest.update((byte) '\n');
    leidas++;
    return linea.toByteArray();
  }

  /** A caller that sends everything before it reads would else not see an early answer. */
  void agotar() throws IOException {
    cuerpo.transferTo(OutputStream.nullOutputStream());
  }
}
