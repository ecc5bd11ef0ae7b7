package co.satccf.reporting.consola.familias;

import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** What another service refused, the console tells in its words. */
final class Fallas {

  @ServerExceptionMapper
  Response deVecino(FallaDeVecino falla) {
    return falla.problema().respuesta();
  }
}
