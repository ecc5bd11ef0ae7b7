package co.satccf.reporting.consola.sesion;

import co.satccf.reporting.problema.Problema;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import java.lang.annotation.Annotation;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/**
 * Whatever fails at the console is told as a page, or as a notice when a fragment was asked for.
 */
class PaginaDeError {

  /** Set by htmx, and by our scripts that show an answer within the page. */
  static final String DE_FRAGMENTO = "HX-Request";

  /** From here on it is not the person's doing: what was typed comes back, to be sent again. */
  private static final int FALLA = 500;

  private final ObjectMapper json;

  PaginaDeError(ObjectMapper json) {
    this.json = json;
  }

  @CheckedTemplate(basePath = "consola")
  static final class Vistas {
    private Vistas() {}

    static native TemplateInstance error(Problema problema, Devuelto devuelto);

    static native TemplateInstance aviso(Problema problema);
  }

  @ServerResponseFilter
  public void vestir(
      ContainerRequestContext request, ContainerResponseContext response, RoutingContext rc) {
    var estado = response.getStatus();
    if (estado < 400 || !Ruta.esDeLaConsola(rc.normalizedPath()) || esPagina(response)) {
      return;
    }
    var problema = problema(estado, response.getEntity());
    var vista =
        request.getHeaderString(DE_FRAGMENTO) == null
            ? Vistas.error(problema, estado < FALLA ? Devuelto.NADA : Devuelto.guardado(rc))
            : Vistas.aviso(problema);
    response.setEntity(
        vista.render(), new Annotation[0], MediaType.valueOf("text/html;charset=UTF-8"));
  }

  private static boolean esPagina(ContainerResponseContext response) {
    var tipo = response.getMediaType();
    return tipo != null && tipo.isCompatible(MediaType.TEXT_HTML_TYPE);
  }

  /** What is said of tokens is for programs; a person is told what to do. */
  private Problema problema(int estado, @Nullable Object entidad) {
    var dicho = json.valueToTree(entidad);
    var codigo = dicho.path("codigo").asText("");
    return switch (codigo) {
      case "TOKEN_NO_VALIDO", "SIN_TOKEN" ->
          new Problema("La sesión venció", estado, "Entre de nuevo para seguir", codigo);
      case "SIN_PERMISO" ->
          new Problema(
              "Sin permiso",
              estado,
              "Su usuario no puede hacer esto; pida el permiso a quien administra los usuarios",
              codigo);
      default ->
          new Problema(
              dicho.path("title").asText("No se pudo"),
              estado,
              dicho.path("detail").asText("No se entiende la solicitud"),
              codigo);
    };
  }
}
