package co.satccf.reporting.cargas;

import static java.nio.charset.StandardCharsets.UTF_8;

import co.satccf.model.evento.LectorEventos;
import co.satccf.model.huella.Sha256;
import co.satccf.reporting.problema.ArchivoRechazado;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a file as they arrive, in UTF-8 with or without its mark, and the hash of all its
 * bytes. What is no such file is refused in words that say what to do.
 */
final class LineasDeTexto {

  private static final int TROZO = 64 * 1024;
  private static final char MARCA = '\uFEFF';

  private final InputStream cuerpo;
  private final long maximo;
  private final MessageDigest digest = Sha256.digest();
  private final byte[] trozo = new byte[TROZO];
  private final ByteArrayOutputStream linea = new ByteArrayOutputStream();
  private int desde;
  private int hasta;
  private long bytes;
  private int numero;

  /**
   * @param maximo most bytes the file may have
   */
  LineasDeTexto(InputStream cuerpo, long maximo) {
    this.cuerpo = cuerpo;
    this.maximo = maximo;
  }

  /**
   * The next line without its end; null after the last.
   *
   * @throws ArchivoRechazado when this is no text in UTF-8, or there is too much of it
   * @throws IOException when whoever sends it has gone
   */
  @Nullable String siguiente() throws IOException {
    linea.reset();
    if (desde == hasta && !llenar()) {
      return null;
    }
    numero++;
    do {
      int fin = desde;
      while (fin < hasta && trozo[fin] != '\n') {
        fin++;
      }
      linea.write(trozo, desde, fin - desde);
      if (linea.size() > LectorEventos.MAXIMO_BYTES) {
        throw new ArchivoRechazado(
            "La línea %d pasa de 256 KiB: ningún hecho es tan largo. Si es CSV, quizás abre unas comillas que no cierra"
                .formatted(numero));
      }
      if (fin < hasta) {
        desde = fin + 1;
        break;
      }
      desde = hasta;
    } while (llenar());
    return texto();
  }

  private String texto() {
    String texto;
    try {
      texto = UTF_8.newDecoder().decode(ByteBuffer.wrap(linea.toByteArray())).toString();
    } catch (CharacterCodingException otro) {
      throw new ArchivoRechazado(
          "La línea %d no está en UTF-8; parece Latin-1 (Windows-1252). En Excel guárdelo como «CSV UTF-8 (delimitado por comas)»"
              .formatted(numero));
    }
    if (texto.indexOf('\0') >= 0) {
      throw noEsTexto();
    }
    int inicio = numero == 1 && !texto.isEmpty() && texto.charAt(0) == MARCA ? 1 : 0;
    int fin = texto.endsWith("\r") ? texto.length() - 1 : texto.length();
    return texto.substring(Math.min(inicio, fin), fin);
  }

  private boolean llenar() throws IOException {
    int leidos = cuerpo.read(trozo);
    if (leidos <= 0) {
      return false;
    }
    if (bytes == 0) {
      Firmas.rechazar(trozo, leidos);
    }
    bytes += leidos;
    if (bytes > maximo) {
      throw demasiado(maximo);
    }
    digest.update(trozo, 0, leidos);
    desde = 0;
    hasta = leidos;
    return true;
  }

  static ArchivoRechazado demasiado(long maximo) {
    return ArchivoRechazado.desmedido(
        "El archivo pasa de %d MiB: divídalo en varios".formatted(maximo / (1024 * 1024)));
  }

  static ArchivoRechazado noEsTexto() {
    return new ArchivoRechazado(
        "El archivo no es de texto: suba un NDJSON, o una hoja guardada como CSV UTF-8");
  }

  /** Number of the line told last, from 1. */
  int numero() {
    return numero;
  }

  /** How many bytes have been read. */
  long bytes() {
    return bytes;
  }

  /** SHA-256 of what was read, in hexadecimal; to be asked once, at the end. */
  String huella() {
    return HexFormat.of().formatHex(digest.digest());
  }

  /** The lines that are left, as one text. */
  Reader restantes() {
    return new Reader() {
      private @Nullable String actual = "";
      private int leido;

      @Override
      public int read(char[] destino, int inicio, int cuantos) throws IOException {
        Objects.checkFromIndexSize(inicio, cuantos, destino.length);
        if (actual != null && leido == actual.length()) {
          @Nullable String otra = siguiente();
          actual = otra == null ? null : otra + "\n";
          leido = 0;
        }
        if (actual == null) {
          return -1;
        }
        int copiados = Math.min(cuantos, actual.length() - leido);
        actual.getChars(leido, leido + copiados, destino, inicio);
        leido += copiados;
        return copiados;
      }

      @Override
      public void close() {
        // Whoever gave the file closes it.
      }
    };
  }
}
