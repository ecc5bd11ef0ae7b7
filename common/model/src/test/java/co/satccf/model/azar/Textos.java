package co.satccf.model.azar;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Texts that somebody might send, and texts that nobody should. */
public final class Textos {
  /** Stands for a personal value in what is sent: it must not come back in a reason. */
  public static final String PERSONAL = "Q7Zk9";

  private static final List<String> CONOCIDOS =
      List.of(
          "",
          " ",
          "0",
          "1",
          "SI",
          "NO",
          "N",
          "J",
          "NI",
          "CC",
          "TI",
          "05",
          "11",
          "001",
          "CCF04",
          "2026-10-02",
          "2026-02-29",
          "0000-01-01",
          "9999-12-31",
          "900123456",
          "1000000001",
          "nomina@ejemplo.co",
          "3001234567",
          "Ñandú",
          "e\u0301",
          "\u0000",
          "\uFFFD",
          "\uD800",
          "\uDC00",
          "\uD83D\uDE00",
          "\u202E",
          "\u2028",
          "\t",
          "\r\n",
          "\uFEFF",
          "\"",
          "\\",
          "{}",
          "null",
          "NaN",
          "1e400",
          "-0",
          "٣٠",
          "１２３",
          "Calle 1 # 2-3");

  private Textos() {}

  /** Any text at all, a half of them close to what a contract wants. */
  public static Arbitrary<String> cualquiera() {
    return Arbitraries.oneOf(
        Arbitraries.of(CONOCIDOS),
        Arbitraries.strings().numeric().ofMaxLength(20),
        Arbitraries.strings().all().ofMaxLength(80),
        Arbitraries.of(CONOCIDOS).map(texto -> PERSONAL + texto),
        Arbitraries.integers().between(1, 2_000).map("9"::repeat),
        Arbitraries.integers().between(100, 2_000).map(largo -> PERSONAL.repeat(largo / 5)));
  }

  /** The object with a text in place of one of its members, counted round and round. */
  public static ObjectNode enUnaHoja(ObjectNode objeto, int donde, String texto) {
    var copia = objeto.deepCopy();
    var hojas = new ArrayList<Runnable>();
    reunir(copia, texto, hojas);
    hojas.get(donde % hojas.size()).run();
    return copia;
  }

  private static void reunir(ObjectNode objeto, String texto, List<Runnable> hojas) {
    for (var miembro : objeto.properties()) {
      if (miembro.getValue() instanceof ObjectNode parte) {
        reunir(parte, texto, hojas);
      } else {
        hojas.add(() -> objeto.put(miembro.getKey(), texto));
      }
    }
  }
}
