package co.satccf.transmitter.restauracion;

import co.satccf.identidad.Requiere;
import co.satccf.identidad.Rol;
import co.satccf.transmitter.problem.Falla;
import co.satccf.transmitter.problem.Rechazo;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Nobody moves a report, or switches a service, by what a store shows that may be behind: only
 * those doors are open whose role just looks.
 */
@Provider
class PuertaDeRestauracion implements ContainerRequestFilter {

  private final Restauracion restauracion;
  private final ResourceInfo recurso;

  PuertaDeRestauracion(Restauracion restauracion, @Context ResourceInfo recurso) {
    this.restauracion = restauracion;
    this.recurso = recurso;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    @Nullable Requiere requiere = recurso.getResourceMethod().getAnnotation(Requiere.class);
    boolean soloMira = requiere != null && List.of(requiere.value()).contains(Rol.CONSULTA);
    if (!soloMira && !restauracion.abierta()) {
      throw new Rechazo(Falla.ALMACEN_INCOMPLETO, restauracion.texto());
    }
  }
}
