package co.satccf.token.solicitud;

import co.satccf.token.solicitud.Objecion.Tipo;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which state of a thing its caller has seen, so that nobody overwrites what another has just
 * changed (RFC 9110, section 13.1.1).
 */
public final class Version {

  private static final Pattern ETIQUETA = Pattern.compile("\"([1-9]\\d{0,8})\"");

  private Version() {}

  /** Value of {@code ETag}. */
  public static String etiqueta(int version) {
    return "\"%d\"".formatted(version);
  }

  /**
   * @param etiqueta value of {@code If-Match}, as {@code ETag} had it
   * @param actual the version that stands
   * @throws Objecion when the caller names none, or another
   */
  public static void exigir(@Nullable String etiqueta, int actual) {
    if (etiqueta == null) {
      throw new Objecion(
          Tipo.VERSION_REQUERIDA,
          "Falta la cabecera If-Match con el ETag de lo que se leyó antes de cambiarlo");
    }
    Matcher leida = ETIQUETA.matcher(etiqueta);
    if (!leida.matches()) {
      throw Objecion.dato("If-Match", "se espera la versión entre comillas, como la dio ETag");
    }
    int vista = Integer.parseInt(leida.group(1));
    if (vista != actual) {
      throw new Objecion(
          Tipo.VERSION_CAMBIADA,
          "Alguien lo cambió entretanto: se leyó la versión %d y ahora es la %d"
              .formatted(vista, actual));
    }
  }
}
