package co.satccf.reporting.consola.sesion;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The token against forged requests: a cookie that scripts cannot read, and the same value in every
 * form of our pages (OWASP, double submit).
 */
final class Llave {

  static final String NOMBRE = "csrf";
  static final String CABECERA = "X-CSRF-TOKEN";

  private static final Pattern FORMA = Pattern.compile("[A-Za-z0-9_-]{43}");
  private static final int BYTES = 32;
  private static final SecureRandom AZAR = new SecureRandom();

  private Llave() {}

  /** The browser's, or a new one for a browser that has none. */
  static void entregar(RoutingContext rc, boolean segura) {
    var suya = rc.request().getCookie(NOMBRE);
    if (suya != null && FORMA.matcher(suya.getValue()).matches()) {
      rc.put(NOMBRE, suya.getValue());
      return;
    }
    var bytes = new byte[BYTES];
    AZAR.nextBytes(bytes);
    var nueva = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    rc.put(NOMBRE, nueva);
    rc.response()
        .addCookie(
            Cookie.cookie(NOMBRE, nueva)
                .setPath(Ruta.RAIZ)
                .setHttpOnly(true)
                .setSecure(segura)
                .setSameSite(CookieSameSite.LAX));
  }

  /** What this request's forms must carry. */
  static String de(RoutingContext rc) {
    return String.valueOf(rc.<@Nullable String>get(NOMBRE));
  }

  /** Whether a form is ours; a browser that says that it is another site's is believed. */
  static boolean abre(RoutingContext rc, @Nullable String ofrecida) {
    var origen = rc.request().getHeader("Sec-Fetch-Site");
    return (origen == null || origen.equals("same-origin"))
        && ofrecida != null
        && MessageDigest.isEqual(
            de(rc).getBytes(StandardCharsets.US_ASCII),
            ofrecida.getBytes(StandardCharsets.US_ASCII));
  }
}
