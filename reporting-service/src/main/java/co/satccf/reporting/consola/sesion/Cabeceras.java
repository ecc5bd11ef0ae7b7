package co.satccf.reporting.consola.sesion;

import io.vertx.core.MultiMap;
import java.util.Map;

/**
 * What every answer tells the browser (OWASP Secure Headers). A resource that needs another policy
 * says so itself, and is left alone.
 */
final class Cabeceras {

  private static final String POLITICA = "Content-Security-Policy";

  /** Nothing from elsewhere, nothing inline. */
  private static final String DE_LA_CONSOLA =
      "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none';"
          + " form-action 'self'; frame-ancestors 'none'";

  private static final String DE_LO_DEMAS = "default-src 'none'; frame-ancestors 'none'";

  private static final Map<String, String> DE_TODAS =
      Map.of(
          "X-Content-Type-Options", "nosniff",
          "X-Frame-Options", "SAMEORIGIN",
          "Referrer-Policy", "same-origin",
          "Cross-Origin-Opener-Policy", "same-origin",
          "Cross-Origin-Resource-Policy", "same-origin",
          "Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()");

  private Cabeceras() {}

  /**
   * @param pagina whether it is the console's: nobody but the browser's memory keeps it then
   * @param segura whether browsers may only come by https from now on
   */
  static void poner(MultiMap cabeceras, boolean pagina, boolean segura) {
    DE_TODAS.forEach((nombre, valor) -> siFalta(cabeceras, nombre, valor));
    siFalta(cabeceras, POLITICA, pagina ? DE_LA_CONSOLA : DE_LO_DEMAS);
    if (pagina) {
      siFalta(cabeceras, "Cache-Control", "no-store");
    }
    if (segura) {
      siFalta(cabeceras, "Strict-Transport-Security", "max-age=31536000");
    }
  }

  private static void siFalta(MultiMap cabeceras, String nombre, String valor) {
    if (!cabeceras.contains(nombre)) {
      cabeceras.set(nombre, valor);
    }
  }
}
