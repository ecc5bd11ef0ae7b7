package co.satccf.reporting.consola.sesion;

import co.satccf.reporting.config.ReportingConfig;
import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What happens to a request for the console around signing in. Afterwards it goes the way of any
 * other: the token of the session passes the same verification as a caller's own (ADR 13).
 */
@ApplicationScoped
class PuertaDeConsola {

  private static final int ANTES_DE_ENTRAR = 1_000;

  /** Quarkus signs people in at 200 and asks whether they are at 100. */
  private static final int ANTES_DE_PREGUNTAR = 150;

  private static final int DESPUES_DE_ENTRAR = 50;

  /** The wording of terms is the longest form there is. Files go elsewhere, piece by piece. */
  private static final long FORMULARIO_MAXIMO = 4L << 20;

  private final boolean activa;
  private final boolean segura;

  PuertaDeConsola(
      ReportingConfig config,
      @ConfigProperty(name = "quarkus.oidc.authentication.cookie-force-secure") boolean segura) {
    this.activa = config.consola().activa();
    this.segura = segura;
  }

  void registrar(@Observes Filters filters) {
    filters.register(this::recibir, ANTES_DE_ENTRAR);
    if (activa) {
      filters.register(SesionTerminada::revisar, ANTES_DE_PREGUNTAR);
    }
    filters.register(this::llevarToken, DESPUES_DE_ENTRAR);
  }

  private void recibir(RoutingContext rc) {
    var ruta = rc.normalizedPath();
    var suya = Ruta.esDeLaConsola(ruta);
    var pagina = suya || ruta.startsWith("/estatico/") || ruta.startsWith("/webjars/");
    rc.addHeadersEndHandler(fin -> Cabeceras.poner(rc.response().headers(), suya, segura));
    if (pagina && !activa) {
      rc.response().setStatusCode(404).end();
    } else if (activa && ruta.equals("/")) {
      rc.response().setStatusCode(302).putHeader(HttpHeaders.LOCATION, Ruta.RAIZ).end();
    } else if (suya && excesivo(rc.request())) {
      rc.response()
          .setStatusCode(413)
          .putHeader(HttpHeaders.CONTENT_TYPE, "text/plain;charset=UTF-8")
          .end("El formulario es más grande de lo que esta consola recibe");
    } else {
      if (suya) {
        Llave.entregar(rc, segura);
      }
      rc.next();
    }
  }

  /** A form is read into memory, before anybody knows whether it is ours. */
  private static boolean excesivo(HttpServerRequest request) {
    if (request.path().equals(Ruta.ARCHIVOS)) {
      return false;
    }
    var largo = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    return largo == null
        ? request.headers().contains(HttpHeaders.TRANSFER_ENCODING)
        : largo.length() > 18 || Long.parseLong(largo) > FORMULARIO_MAXIMO;
  }

  private void llevarToken(RoutingContext rc) {
    if (Ruta.esDeLaConsola(rc.normalizedPath())) {
      rc.request().headers().remove(HttpHeaders.AUTHORIZATION);
      if (rc.user() instanceof QuarkusHttpUser usuario) {
        var token = usuario.getSecurityIdentity().getCredential(AccessTokenCredential.class);
        if (token != null) {
          rc.request().headers().set(HttpHeaders.AUTHORIZATION, "Bearer " + token.getToken());
        }
      }
    }
    rc.next();
  }
}
