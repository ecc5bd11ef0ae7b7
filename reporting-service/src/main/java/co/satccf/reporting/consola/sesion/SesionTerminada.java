package co.satccf.reporting.consola.sesion;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;

/**
 * Tells who sends something without a session how to go on. A form cannot be led to the provider:
 * browsers refuse it ({@code form-action}), and what was typed would be lost. It comes back in the
 * answer instead, to be sent again after signing in elsewhere.
 */
final class SesionTerminada {

  private static final String FORMULARIO = "application/x-www-form-urlencoded";

  /** Nobody has signed in who sends this: more is not read. */
  private static final long DEVUELTO_MAXIMO = 1L << 20;

  private SesionTerminada() {}

  @CheckedTemplate(basePath = "consola/sesion")
  static final class Vistas {
    private Vistas() {}

    static native TemplateInstance terminada(Devuelto devuelto);

    static native TemplateInstance aviso();
  }

  /** Lets through what may be led to the provider, and who is signed in. */
  static void revisar(RoutingContext rc) {
    var esFragmento = rc.request().headers().contains(PaginaDeError.DE_FRAGMENTO);
    if (!Ruta.esDeLaConsola(rc.normalizedPath())
        || !esFragmento && Ruta.soloLee(rc.request().method().name())) {
      rc.next();
      return;
    }
    QuarkusHttpUser.getSecurityIdentity(rc, null)
        .subscribe()
        .with(
            quien -> {
              if (quien.isAnonymous()) {
                decir(rc, esFragmento);
              } else {
                rc.next();
              }
            },
            falla -> {
              if (falla instanceof SecurityException) {
                decir(rc, esFragmento);
              } else {
                rc.fail(falla);
              }
            });
  }

  private static void decir(RoutingContext rc, boolean esFragmento) {
    if (esFragmento) {
      responder(rc, Vistas.aviso());
    } else if (seDevuelve(rc.request())) {
      devolver(rc);
    } else {
      responder(rc, Vistas.terminada(Devuelto.NADA));
    }
  }

  private static boolean seDevuelve(HttpServerRequest request) {
    var tipo = request.getHeader(HttpHeaders.CONTENT_TYPE);
    var largo = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    return tipo != null
        && tipo.toLowerCase(Locale.ROOT).startsWith(FORMULARIO)
        && largo != null
        && Long.parseLong(largo) <= DEVUELTO_MAXIMO;
  }

  private static void devolver(RoutingContext rc) {
    var request = rc.request();
    request.setExpectMultipart(true);
    request.exceptionHandler(rc::fail);
    request.endHandler(
        fin ->
            responder(rc, Vistas.terminada(Devuelto.de(rc, request.formAttributes().entries()))));
    request.resume();
  }

  private static void responder(RoutingContext rc, TemplateInstance vista) {
    rc.response()
        .setStatusCode(401)
        .putHeader(HttpHeaders.CONTENT_TYPE, "text/html;charset=UTF-8")
        .end(vista.render());
  }
}
