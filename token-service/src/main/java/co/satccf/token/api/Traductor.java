package co.satccf.token.api;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** What the framework refuses before a resource is reached, as a problem. */
class Traductor {

  @ServerExceptionMapper
  public Response refused(WebApplicationException refused) {
    int status = refused.getResponse().getStatus();
    return Problema.de(status, "HTTP_" + status, "La solicitud no se puede atender así")
        .respuesta();
  }
}
