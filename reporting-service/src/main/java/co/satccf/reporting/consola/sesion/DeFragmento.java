package co.satccf.reporting.consola.sesion;

import io.quarkus.oidc.JavaScriptRequestChecker;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/** What htmx asks for cannot be led to the provider's page: it is told instead. */
@ApplicationScoped
class DeFragmento implements JavaScriptRequestChecker {

  static final String CABECERA = "HX-Request";

  @Override
  public boolean isJavaScriptRequest(RoutingContext context) {
    return context.request().headers().contains(CABECERA);
  }
}
