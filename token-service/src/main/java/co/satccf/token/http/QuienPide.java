package co.satccf.token.http;

import co.satccf.identidad.Portero;
import co.satccf.token.auditoria.Solicitante;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;

/** Who asks, by the verified token, and from where. */
@RequestScoped
public class QuienPide {

  private final Portero portero;
  private final RoutingContext contexto;

  QuienPide(Portero portero, RoutingContext contexto) {
    this.portero = portero;
    this.contexto = contexto;
  }

  public Solicitante solicitante() {
    return new Solicitante(
        portero.operador().nombre(), contexto.request().remoteAddress().hostAddress());
  }
}
