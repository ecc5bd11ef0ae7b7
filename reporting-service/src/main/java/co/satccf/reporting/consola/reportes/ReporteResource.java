package co.satccf.reporting.consola.reportes;

import co.satccf.identidad.Requiere;
import co.satccf.identidad.Rol;
import co.satccf.reporting.consola.Ir;
import co.satccf.reporting.consola.familias.AsientoDeAuditoria;
import co.satccf.reporting.consola.familias.Cuerpo;
import co.satccf.reporting.consola.familias.Direccion;
import co.satccf.reporting.consola.familias.FallaDeVecino;
import co.satccf.reporting.consola.familias.ReporteDeFamilia;
import co.satccf.reporting.consola.familias.Suite;
import co.satccf.reporting.problema.NoHay;
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
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/**
 * One report: its life, its attempts and answers, what it says, and what a person may do to it. The
 * owning service tells and decides; while it is away, the page shows what the projection knows.
 */
@Path("/consola/reportes/{servicio}/{radicado}")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class ReporteResource {

  /** What {@code hecho} says after a correction. */
  public static final String CORREGIDO = "corregir";

  private final BusquedaStatements statements;
  private final Suite suite;

  ReporteResource(BusquedaStatements statements, Suite suite) {
    this.statements = statements;
    this.suite = suite;
  }

  @CheckedTemplate(basePath = "consola/reportes")
  static final class Vistas {
    private Vistas() {}

    static native TemplateInstance reporte(
        ReporteDeFamilia reporte,
        String camino,
        List<Paso> pasos,
        List<AsientoDeAuditoria> asientos,
        List<Movida> movidas,
        @Nullable String aviso);

    static native TemplateInstance sinSuFamilia(Hallado reporte, List<Paso> pasos, String falla);

    static native TemplateInstance cuerpo(Cuerpo cuerpo, String camino);
  }

  @GET
  @Requiere(Rol.CONSULTA)
  public TemplateInstance ver(
      @RestPath String servicio, @RestPath String radicado, @RestQuery @Nullable String hecho)
      throws SQLException {
    var propio = Camino.servicio(servicio);
    var pasos = statements.pasos(propio, radicado);
    var vecino = suite.de(propio);
    try {
      var reporte = vecino.get(ReporteDeFamilia.donde(propio, radicado), ReporteDeFamilia.class);
      var auditoria =
          vecino.get(
              Direccion.de("auditoria")
                  .con("objeto", "reporte/%s/%s".formatted(propio.nombre(), radicado)),
              AsientoDeAuditoria.Pagina.class);
      return Vistas.reporte(
          reporte,
          Camino.de(propio.nombre(), radicado),
          pasos,
          auditoria.asientos(),
          Movida.de(reporte),
          aviso(hecho));
    } catch (FallaDeVecino falla) {
      if (falla.problema().status() < 500) {
        throw falla;
      }
      return Vistas.sinSuFamilia(
          statements
              .uno(propio, radicado)
              .orElseThrow(() -> new NoHay("No se conoce un reporte con ese radicado")),
          pasos,
          falla.problema().detail());
    }
  }

  private static @Nullable String aviso(@Nullable String hecho) {
    if (hecho == null) {
      return null;
    }
    return hecho.equals(CORREGIDO)
        ? "La corrección quedó y el reporte está pendiente de envío; el ERP recibe aviso"
        : Movida.porRuta(hecho).hecho();
  }

  @POST
  @Path("/cuerpo")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Requiere(Rol.OPERADOR)
  public TemplateInstance cuerpo(
      @RestPath String servicio, @RestPath String radicado, @RestForm @Nullable String motivo) {
    var propio = Camino.servicio(servicio);
    return Vistas.cuerpo(
        Cuerpo.pedir(suite.de(propio), propio, radicado, motivo == null ? "" : motivo),
        Camino.de(propio.nombre(), radicado));
  }

  @POST
  @Path("/movidas/{movida}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Requiere(Rol.OPERADOR)
  public Response mover(
      @RestPath String servicio,
      @RestPath String radicado,
      @RestPath String movida,
      @RestForm @Nullable String motivo,
      @RestForm @Nullable String seguidor,
      @RestForm @Nullable String estado,
      @RestForm @Nullable String codigo,
      @RestForm @Nullable String evidencia) {
    var propio = Camino.servicio(servicio);
    var suya = Movida.porRuta(movida);
    suite
        .de(propio)
        .post(
            ReporteDeFamilia.donde(propio, radicado, suya.ruta()),
            pedido(
                "motivo", motivo,
                "seguidor", seguidor,
                "estado", estado,
                "codigo", codigo,
                "evidencia", evidencia),
            JsonNode.class);
    return Ir.a(Camino.de(propio.nombre(), radicado) + "?hecho=" + suya.ruta());
  }

  /** Names and values by turns; what is blank stays away. */
  private static Map<String, String> pedido(@Nullable String... partes) {
    var pedido = new LinkedHashMap<String, String>();
    for (var i = 0; i < partes.length; i += 2) {
      var valor = partes[i + 1];
      if (valor != null && !valor.isBlank()) {
        pedido.put(String.valueOf(partes[i]), valor);
      }
    }
    return pedido;
  }
}
