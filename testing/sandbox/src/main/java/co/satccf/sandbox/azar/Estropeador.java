package co.satccf.sandbox.azar;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/**
 * Spoils what is sent to the suite, from a seed that is printed: {@code -Dazar.semilla} sets
 * another, {@code -Dazar.factor} multiplies the tries.
 */
public final class Estropeador {
  /** Stands for a personal value in what is sent: it must not come back in a reason. */
  public static final String PERSONAL = "Q7Zk9";

  private static final long SEMILLA = Long.getLong("azar.semilla", 20_261_121L);
  private static final int FACTOR = Integer.getInteger("azar.factor", 1);
  private static final Pattern VALOR =
      Pattern.compile(":\\s*(\"(?:[^\"\\\\]++|\\\\.)*+\"|[^\"{\\[,}\\]]+)");

  private static final List<String> VALORES =
      List.of(
          "null",
          "true",
          "-1",
          "0",
          "1.5",
          "1e400",
          "1e99999999999",
          "-9223372036854775808",
          "99999999999999999999",
          "9".repeat(2_000),
          "NaN",
          "[]",
          "{}",
          "[[]]",
          "[".repeat(3_000),
          "{\"" + PERSONAL + "\":1}",
          "[\"" + PERSONAL + "\"]",
          "\"\"",
          "\" \"",
          "\"\\u0000\"",
          "\"\\ud800\"",
          "\"\\u202e\\r\\n\"",
          "\"\\x\"",
          "'" + PERSONAL + "'",
          "\"" + PERSONAL + "\"",
          "\"" + PERSONAL + "\\u0000\"",
          "\"" + PERSONAL.repeat(500) + "\"");

  private static final List<String> TEXTOS =
      List.of(
          "",
          " ",
          "\0",
          "a\0b",
          "\uFFFD",
          "\uD83D\uDE00",
          "\u202E",
          "\t",
          "\r\n",
          "..",
          "../..",
          "%",
          "%00",
          "'",
          "\"",
          "' or 1=1 --",
          "{}",
          "<script>",
          "null",
          "-1",
          "0",
          "1",
          "1.5",
          "1e9",
          "9223372036854775808",
          "9".repeat(300),
          "true",
          "PT0S",
          "P1D",
          "PT-1S",
          "P99999999999D",
          "PT9223372036854775807S",
          "2026-13-01",
          "2026-11-21",
          "+999999999-12-31",
          "2026-11-21T00:00:00Z",
          "-999999999-01-01T00:00:00+18:00",
          "+999999999-12-31T23:59:59-18:00",
          "ACEPTADO",
          "aceptado",
          "ñ",
          "a".repeat(3_000));

  private final Random azar = new Random(SEMILLA);

  public Estropeador() {
    System.out.printf("azar.semilla=%d azar.factor=%d%n", SEMILLA, FACTOR);
  }

  /** So many tries, times the factor. */
  public static int veces(int veces) {
    return veces * FACTOR;
  }

  public <T> T uno(List<T> de) {
    return de.get(azar.nextInt(de.size()));
  }

  public boolean porciento(int de100) {
    return azar.nextInt(100) < de100;
  }

  /** What stands where a JSON value belongs. */
  public String valor() {
    return uno(VALORES);
  }

  /** What stands where a short text belongs. */
  public String texto() {
    return porciento(90) ? uno(TEXTOS) : new String(bytes(40), StandardCharsets.ISO_8859_1);
  }

  /** Any bytes, at most so many. */
  public byte[] bytes(int maximo) {
    byte[] bytes = new byte[azar.nextInt(maximo + 1)];
    azar.nextBytes(bytes);
    return bytes;
  }

  /** JSON with some values replaced, or some of its bytes lost or changed. */
  public byte[] estropear(String json) {
    String texto = json;
    for (int i = azar.nextInt(3); i > 0; i--) {
      texto = conOtroValor(texto);
    }
    byte[] bytes = texto.getBytes(StandardCharsets.UTF_8);
    if (bytes.length == 0 || porciento(60)) {
      return bytes;
    }
    int sitio = azar.nextInt(bytes.length);
    return switch (azar.nextInt(4)) {
      case 0 -> Arrays.copyOf(bytes, sitio);
      case 1 -> {
        bytes[sitio] ^= (byte) (1 << azar.nextInt(8));
        yield bytes;
      }
      case 2 -> unir(bytes, sitio, bytes(8));
      default -> unir(bytes, sitio, "\uFEFF\0".getBytes(StandardCharsets.UTF_8));
    };
  }

  private String conOtroValor(String json) {
    List<Rango> valores =
        VALOR.matcher(json).results().map(r -> new Rango(r.start(1), r.end(1))).toList();
    if (valores.isEmpty()) {
      return json;
    }
    Rango valor = uno(valores);
    return json.substring(0, valor.desde()) + valor() + json.substring(valor.hasta());
  }

  private record Rango(int desde, int hasta) {}

  private static byte[] unir(byte[] bytes, int sitio, byte[] pedazo) {
    ByteArrayOutputStream todo = new ByteArrayOutputStream();
    todo.write(bytes, 0, sitio);
    todo.writeBytes(pedazo);
    todo.write(bytes, sitio, bytes.length - sitio);
    return todo.toByteArray();
  }
}
