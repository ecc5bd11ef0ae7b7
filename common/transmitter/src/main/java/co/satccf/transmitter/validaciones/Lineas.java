package co.satccf.transmitter.validaciones;

import co.satccf.model.evento.LectorEventos;
import co.satccf.transmitter.problem.Falla;
import co.satccf.transmitter.problem.Rechazo;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lines of an NDJSON body, as they arrive; never more of it in memory than was asked for. */
final class Lineas {

  static final int MAXIMO = 100_000;
  static final long BYTES_MAXIMOS = 512L * 1024 * 1024;

  private static final int TROZO = 64 * 1024;

  /** An event is a kilobyte or less; five hundred of the longest would fill a small heap. */
  private static final int BYTES_POR_LOTE = 4 * 1024 * 1024;

  /** One byte more than the reader of events takes: it is the one that says what is too long. */
  private static final int GUARDADO = LectorEventos.MAXIMO_BYTES + 1;

  private final InputStream cuerpo;
  private final byte[] trozo = new byte[TROZO];
  private final ByteArrayOutputStream linea = new ByteArrayOutputStream();
  private int desde;
  private int hasta;
  private long bytes;
  private long numero;

  Lineas(InputStream cuerpo) {
    this.cuerpo = cuerpo;
  }

  /**
   * @param numero from 1, blank lines counted
   * @param contenido without the end of line; of one that is too long, the beginning
   */
  record Linea(long numero, byte[] contenido) {}

  /**
   * The next lines that are not blank: fewer than asked for when they are long, none at the end.
   *
   * @throws Rechazo when there are more lines or bytes than a request may have
   * @throws IOException when the caller has gone
   */
  List<Linea> siguientes(int cuantas) throws IOException {
    List<Linea> lineas = new ArrayList<>(cuantas);
    int held = 0;
    while (lineas.size() < cuantas && held < BYTES_POR_LOTE) {
      Linea siguiente = siguiente();
      if (siguiente == null) {
        break;
      }
      if (!isBlank(siguiente.contenido())) {
        lineas.add(siguiente);
        held += siguiente.contenido().length;
      }
    }
    return lineas;
  }

  private @Nullable Linea siguiente() throws IOException {
    linea.reset();
    boolean any = false;
    while (desde < hasta || fill()) {
      any = true;
      int end = desde;
      while (end < hasta && trozo[end] != '\n') {
        end++;
      }
      linea.write(trozo, desde, Math.min(end - desde, GUARDADO - linea.size()));
      boolean whole = end < hasta;
      desde = whole ? end + 1 : end;
      if (whole) {
        break;
      }
    }
    if (!any) {
      return null;
    }
    numero++;
    if (numero > MAXIMO) {
      drain();
      throw new Rechazo(
          Falla.CONTENIDO_DESMEDIDO,
          "El cuerpo tiene más de %,d líneas: divídalo".formatted(MAXIMO));
    }
    return new Linea(numero, linea.toByteArray());
  }

  private boolean fill() throws IOException {
    int read = cuerpo.read(trozo);
    if (read <= 0) {
      return false;
    }
    bytes += read;
    if (bytes > BYTES_MAXIMOS) {
      throw demasiadosBytes();
    }
    desde = 0;
    hasta = read;
    return true;
  }

  /** A caller that sends everything before it reads would else not see the answer. */
  private void drain() throws IOException {
    while (fill()) {
      desde = hasta;
    }
  }

  static Rechazo demasiadosBytes() {
    return new Rechazo(Falla.CONTENIDO_DESMEDIDO, "El cuerpo pasa de 512 MiB: divídalo");
  }

  private static boolean isBlank(byte[] contenido) {
    for (byte b : contenido) {
      if (b != ' ' && b != '\t' && b != '\r') {
        return false;
      }
    }
    return true;
  }
}
