package co.satccf.identidad;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import org.jspecify.annotations.Nullable;

/** Asks at every door for the role it names, before its method runs. */
@Provider
class PuertaDeRoles implements ContainerRequestFilter {

  private final Portero portero;
  private final ResourceInfo recurso;

  PuertaDeRoles(Portero portero, @Context ResourceInfo recurso) {
    this.portero = portero;
    this.recurso = recurso;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    @Nullable Requiere requiere = recurso.getResourceMethod().getAnnotation(Requiere.class);
    if (requiere == null) {
      throw new IllegalStateException("no role is required at " + recurso.getResourceMethod());
    }
    portero.recibir(PuertaDeEntrada.de(request));
    portero.exigir(requiere.value());
  }
}
