package co.satccf.sandbox.identidad;

import io.vertx.core.MultiMap;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The console, as the provider of persons knows it: its one client. Its port is of no account, as
 * RFC 8252, section 7.3 has it for loopback, for replicas and tests take any.
 */
public final class ClienteDeArena {
  public static final String ID = "consola";

  /** Synthetic; long enough to derive the keys of quarkus-oidc's cookies. */
  public static final String SECRETO = "secreto-de-arena-de-la-consola-00";

  private static final Set<String> AQUI = Set.of("127.0.0.1", "localhost", "[::1]");
  private static final String BASIC = "Basic ";

  private ClienteDeArena() {}

  /** Whether a person may be sent back there. */
  static boolean esSuya(String direccion) {
    try {
      URI uri = new URI(direccion);
      return "http".equals(uri.getScheme())
          && uri.getRawUserInfo() == null
          && uri.getRawFragment() == null
          && AQUI.contains(Objects.requireNonNullElse(uri.getHost(), ""))
          && esDeLaConsola(uri.normalize().getPath());
    } catch (URISyntaxException noAddress) {
      return false;
    }
  }

  private static boolean esDeLaConsola(String ruta) {
    return ruta.equals("/") || ruta.equals("/consola") || ruta.startsWith("/consola/");
  }

  /**
   * Whether it is the console that asks (RFC 6749, section 2.3.1).
   *
   * @param autorizacion the header; without one, the form says who asks
   */
  static boolean pregunta(@Nullable String autorizacion, MultiMap formulario) {
    if (autorizacion == null) {
      return es(formulario.get("client_id"), formulario.get("client_secret"));
    }
    if (!autorizacion.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
      return false;
    }
    try {
      String par =
          new String(
              Base64.getDecoder().decode(autorizacion.substring(BASIC.length()).strip()),
              StandardCharsets.UTF_8);
      String[] partes = par.split(":", 2);
      return partes.length == 2 && es(legible(partes[0]), legible(partes[1]));
    } catch (IllegalArgumentException unreadable) {
      return false;
    }
  }

  private static boolean es(@Nullable String id, @Nullable String secreto) {
    return ID.equals(id) && secreto != null && iguales(SECRETO, secreto);
  }

  private static String legible(String codificado) {
    return URLDecoder.decode(codificado, StandardCharsets.UTF_8);
  }

  static boolean iguales(String a, String b) {
    return MessageDigest.isEqual(
        a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
  }
}
