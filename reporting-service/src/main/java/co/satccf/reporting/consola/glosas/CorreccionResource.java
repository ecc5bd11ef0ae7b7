package co.satccf.reporting.consola.glosas;

import co.satccf.identidad.Requiere;
import co.satccf.identidad.Rol;
import co.satccf.model.ServicioSat;
import co.satccf.reporting.consola.Ir;
import co.satccf.reporting.consola.familias.Cuerpo;
import co.satccf.reporting.consola.familias.FallaDeVecino;
import co.satccf.reporting.consola.familias.GlosaDicha;
import co.satccf.reporting.consola.familias.ReporteDeFamilia;
import co.satccf.reporting.consola.familias.Suite;
import co.satccf.reporting.consola.reportes.Camino;
import co.satccf.reporting.consola.reportes.ReporteResource;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/**
 * The correction of one report: what is wrong, why somebody looks, its fields, and the owning
 * service's word on what they became. What a person typed and the contract refused comes back.
 */
@Path("/consola/glosas/{servicio}/{radicado}")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class CorreccionResource {

  private static final int INCUMPLE = 422;
  private static final String HTML = "text/html;charset=UTF-8";

  private final Significados significados;
  private final Suite suite;

  CorreccionResource(Significados significados, Suite suite) {
    this.significados = significados;
    this.suite = suite;
  }

  @CheckedTemplate(basePath = "consola/glosas")
  static final class Vistas {
    private Vistas() {}

    static native TemplateInstance porque(
        ReporteDeFamilia reporte, String camino, String significado);

    static native TemplateInstance correccion(
        String servicio, String radicado, String camino, Formulario formulario);
  }

  @GET
  @Requiere(Rol.OPERADOR)
  public TemplateInstance porque(@RestPath String servicio, @RestPath String radicado) {
    var propio = Camino.servicio(servicio);
    var reporte =
        suite.de(propio).get(ReporteDeFamilia.donde(propio, radicado), ReporteDeFamilia.class);
    return Vistas.porque(
        reporte,
        camino(servicio, radicado),
        significados.deCodigo(propio, Objects.requireNonNullElse(reporte.codigo(), "")));
  }

  @POST
  @Path("/campos")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Requiere(Rol.OPERADOR)
  public TemplateInstance campos(
      @RestPath String servicio, @RestPath String radicado, @RestForm @Nullable String motivo) {
    var propio = Camino.servicio(servicio);
    var vecino = suite.de(propio);
    var porque = motivo == null ? "" : motivo;
    var reporte = vecino.get(ReporteDeFamilia.donde(propio, radicado), ReporteDeFamilia.class);
    var cuerpo = Cuerpo.pedir(vecino, propio, radicado, porque);
    var glosas =
        Formulario.glosasDe(
            reporte, cuerpo, (codigo, campo) -> significados.culpa(propio, codigo, campo));
    return Vistas.correccion(
        propio.nombre(),
        radicado,
        camino(servicio, radicado),
        Formulario.de(cuerpo, porque, glosas));
  }

  @POST
  @Path("/correccion")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Requiere(Rol.OPERADOR)
  public Response corregir(
      @RestPath String servicio,
      @RestPath String radicado,
      MultivaluedMap<String, String> enviado) {
    var propio = Camino.servicio(servicio);
    var motivo = Objects.requireNonNullElse(enviado.getFirst("motivo"), "");
    try {
      suite
          .de(propio)
          .post(
              ReporteDeFamilia.donde(propio, radicado, "correcciones"),
              Map.of("campos", Formulario.cambios(enviado), "motivo", motivo),
              JsonNode.class);
      return Ir.a(Camino.de(propio.nombre(), radicado) + "?hecho=" + ReporteResource.CORREGIDO);
    } catch (FallaDeVecino falla) {
      if (falla.problema().status() != INCUMPLE || falla.glosas().isEmpty()) {
        throw falla;
      }
      return Response.status(INCUMPLE)
          .type(HTML)
          .entity(otraVez(propio, radicado, enviado, falla.glosas()))
          .build();
    }
  }

  private static String otraVez(
      ServicioSat servicio,
      String radicado,
      MultivaluedMap<String, String> enviado,
      List<GlosaDicha> glosas) {
    return Vistas.correccion(
            servicio.nombre(),
            radicado,
            camino(servicio.nombre(), radicado),
            Formulario.otraVez(enviado, glosas))
        .render();
  }

  private static String camino(String servicio, String radicado) {
    return Camino.de(servicio, radicado).replaceFirst("/reportes/", "/glosas/");
  }
}
