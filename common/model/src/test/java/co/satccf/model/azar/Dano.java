package co.satccf.model.azar;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * What can befall JSON on its way.
 *
 * @param donde which member or byte, counted round and round
 * @param con what is put there, as it stands in the text
 */
public record Dano(Clase clase, int donde, String con) {

  /** Kinds of damage; those of members come before those of bytes. */
  public enum Clase {
    SUSTITUYE,
    QUITA,
    REPITE,
    CORTA,
    CAMBIA_UN_BIT,
    INSERTA,
    BORRA
  }

  private static final List<String> VALORES =
      List.of(
          "null",
          "true",
          "0",
          "-0",
          "1.50",
          "1e400",
          "1E-400",
          "1e2147483648",
          "-1e99999999999",
          "NaN",
          "Infinity",
          "01",
          "+1",
          "0x1F",
          "'a'",
          "[]",
          "{}",
          "[[1]]",
          "{\"a\":{\"b\":[]}}",
          "\"\"",
          "\"  \"",
          "\"\\u0000\"",
          "\"\\ud800\"",
          "\"\\udc00a\"",
          "\"\\ufffd\"",
          "\"\\u202e\"",
          "\"a\\nb\"",
          "\"1\u00A0\"",
          "\"\\x\"",
          "\"" + Textos.PERSONAL + "\"",
          "[\"" + Textos.PERSONAL + "\"]",
          "{\"" + Textos.PERSONAL + "\":1}",
          "[".repeat(20) + "]".repeat(20),
          "[".repeat(5_000),
          "9".repeat(900),
          "9".repeat(2_000),
          "0." + "1".repeat(900),
          "\"" + Textos.PERSONAL.repeat(500) + "\"");

  private static final List<String> PEDAZOS =
      List.of(
          "\u0000",
          "\uFEFF",
          "\"",
          "\\",
          "{",
          "}",
          "[",
          "]",
          ",",
          ":",
          "\r\n",
          "//",
          "\u2028",
          "\u00E9",
          "\uD83D\uDE00",
          "{}",
          "null",
          "\"id\":\"x\",",
          "[".repeat(3_000));

  /** A few damages at once, most often one. */
  public static Arbitrary<List<Dano>> varios() {
    return uno().list().ofMinSize(0).ofMaxSize(4);
  }

  private static Arbitrary<Dano> uno() {
    var clases =
        Arbitraries.frequency(
            Tuple.of(8, Clase.SUSTITUYE),
            Tuple.of(2, Clase.QUITA),
            Tuple.of(1, Clase.REPITE),
            Tuple.of(1, Clase.CORTA),
            Tuple.of(2, Clase.CAMBIA_UN_BIT),
            Tuple.of(1, Clase.INSERTA),
            Tuple.of(1, Clase.BORRA));
    return clases.flatMap(
        clase ->
            Combinators.combine(
                    Arbitraries.integers().between(0, 10_000),
                    Arbitraries.of(clase == Clase.INSERTA ? PEDAZOS : VALORES))
                .as((donde, con) -> new Dano(clase, donde, con)));
  }

  /**
   * The bytes of the object after all of it, first what befalls members, then what befalls bytes.
   */
  public static byte[] aplicar(ObjectNode objeto, List<Dano> danos) {
    var copia = objeto.deepCopy();
    danos.forEach(dano -> dano.enMiembros(copia));
    // Half a pair has no UTF-8 of its own: a producer can only send it escaped.
    var bytes = copia.toString().replace("\uD800", "\\ud800").getBytes(StandardCharsets.UTF_8);
    for (var dano : danos) {
      bytes = dano.enBytes(bytes);
    }
    return bytes;
  }

  private void enMiembros(ObjectNode objeto) {
    var miembros = new ArrayList<Miembro>();
    reunir(objeto, miembros);
    if (miembros.isEmpty()) {
      return;
    }
    var miembro = miembros.get(donde % miembros.size());
    switch (clase) {
      case SUSTITUYE -> miembro.dueno().putRawValue(miembro.clave(), new RawValue(con));
      case QUITA -> miembro.dueno().remove(miembro.clave());
      case REPITE -> {
        var valor = miembro.dueno().get(miembro.clave()).toString();
        var doble = "%s,\"%s\":%s".formatted(valor, miembro.clave(), con);
        miembro.dueno().putRawValue(miembro.clave(), new RawValue(doble));
      }
      case CORTA, CAMBIA_UN_BIT, INSERTA, BORRA -> {}
    }
  }

  private byte[] enBytes(byte[] bytes) {
    if (bytes.length == 0) {
      return bytes;
    }
    int sitio = donde % bytes.length;
    return switch (clase) {
      case CORTA -> Arrays.copyOf(bytes, sitio);
      case CAMBIA_UN_BIT -> {
        var otros = bytes.clone();
        otros[sitio] ^= (byte) (1 << donde % 8);
        yield otros;
      }
      case INSERTA ->
          unir(
              Arrays.copyOf(bytes, sitio),
              con.getBytes(StandardCharsets.UTF_8),
              Arrays.copyOfRange(bytes, sitio, bytes.length));
      case BORRA ->
          unir(
              Arrays.copyOf(bytes, sitio),
              Arrays.copyOfRange(
                  bytes, Math.min(sitio + 1 + donde % 20, bytes.length), bytes.length));
      case SUSTITUYE, QUITA, REPITE -> bytes;
    };
  }

  private record Miembro(ObjectNode dueno, String clave) {}

  private static void reunir(JsonNode nodo, List<Miembro> miembros) {
    if (nodo instanceof ObjectNode objeto) {
      objeto
          .properties()
          .forEach(
              miembro -> {
                miembros.add(new Miembro(objeto, miembro.getKey()));
                reunir(miembro.getValue(), miembros);
              });
    }
  }

  private static byte[] unir(byte[]... partes) {
    var todo = new ByteArrayOutputStream();
    for (var parte : partes) {
      todo.writeBytes(parte);
    }
    return todo.toByteArray();
  }
}
