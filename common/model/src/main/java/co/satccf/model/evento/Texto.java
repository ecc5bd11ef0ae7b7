package co.satccf.model.evento;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * Leaf values as text. What no text can hold (a NUL or half a surrogate pair, which PostgreSQL
 * refuses; an object or a list where a leaf belongs) becomes U+FFFD, which no contract admits: the
 * report keeps its place and earns a glosa.
 */
final class Texto {
  private static final int REEMPLAZO = 0xFFFD;

  /** Stands for a value that is no leaf. */
  static final String ILEGIBLE = Character.toString(REEMPLAZO);

  private Texto() {}

  /** The value without surrounding white space, {@code ""} when it is absent. */
  static String de(@Nullable JsonNode nodo) {
    if (nodo == null || nodo.isMissingNode() || nodo.isNull()) {
      return "";
    }
    return nodo.isValueNode() ? almacenable(nodo.asText()).strip() : ILEGIBLE;
  }

  /** Whether the text could be stored and shown as it is. */
  static boolean limpio(String texto) {
    return texto.codePoints().noneMatch(c -> c == REEMPLAZO || Character.isISOControl(c));
  }

  /** The text with U+FFFD in place of what PostgreSQL refuses. */
  static String almacenable(String texto) {
    if (texto.codePoints().noneMatch(Texto::noAlmacenable)) {
      return texto;
    }
    return texto
        .codePoints()
        .map(c -> noAlmacenable(c) ? REEMPLAZO : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean noAlmacenable(int c) {
    return c == 0 || Character.getType(c) == Character.SURROGATE;
  }
}
