package co.satccf.token.http;

import co.satccf.identidad.Portero;
import co.satccf.token.auditoria.Solicitante;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;

/** Who asks, by the verified token, and from where. */
@RequestScoped
public class QuienPide {

  private final Portero portero;
  private final Proxies proxies;
  private final RoutingContext contexto;

  QuienPide(Portero portero, Proxies proxies, RoutingContext contexto) {
    this.portero = portero;
    this.proxies = proxies;
    this.contexto = contexto;
  }

  public Solicitante solicitante() {
    HttpServerRequest solicitud = contexto.request();
    return new Solicitante(
        portero.operador().nombre(),
        proxies.origen(
            solicitud.connection().remoteAddress().hostAddress(),
            solicitud.headers().getAll("X-Forwarded-For")));
  }
}
