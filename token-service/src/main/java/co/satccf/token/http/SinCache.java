package co.satccf.token.http;

import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Nothing that is told here may stay in a cache. */
final class SinCache {

  @ServerResponseFilter
  void noGuardar(ContainerResponseContext respuesta) {
    respuesta.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
  }
}
