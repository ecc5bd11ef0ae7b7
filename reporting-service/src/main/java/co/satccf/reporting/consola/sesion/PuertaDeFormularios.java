package co.satccf.reporting.consola.sesion;

import co.satccf.reporting.problema.Problema;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.WithFormRead;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.core.multipart.FormData;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;
import org.jspecify.annotations.Nullable;

/**
 * Lets nothing be changed by a form that is not ours: another site cannot know the token, and a
 * browser that says that the request is another site's is believed.
 */
class PuertaDeFormularios {

  @ServerRequestFilter
  @WithFormRead
  public @Nullable Response revisar(
      ResteasyReactiveContainerRequestContext request, RoutingContext rc) {
    if (!Ruta.esDeLaConsola(rc.normalizedPath()) || Ruta.soloLee(request.getMethod())) {
      return null;
    }
    var formulario =
        ((ResteasyReactiveRequestContext) request.getServerRequestContext()).getFormData();
    if (!Llave.abre(rc, ofrecida(request, formulario))) {
      return FORMULARIO_AJENO.respuesta();
    }
    Devuelto.guardar(rc, formulario);
    return null;
  }

  private static final Problema FORMULARIO_AJENO =
      new Problema(
          "La página ya no sirve",
          403,
          "No se hizo nada: el formulario venció o no es de esta consola. Vuelva a cargar la página"
              + " e intente de nuevo",
          "FORMULARIO_AJENO");

  private static @Nullable String ofrecida(
      ResteasyReactiveContainerRequestContext request, @Nullable FormData formulario) {
    var cabecera = request.getHeaderString(Llave.CABECERA);
    if (cabecera != null || formulario == null) {
      return cabecera;
    }
    var campo = formulario.getFirst(Llave.NOMBRE);
    return campo == null ? null : campo.getValue();
  }
}
