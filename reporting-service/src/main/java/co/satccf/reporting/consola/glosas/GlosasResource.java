package co.satccf.reporting.consola.glosas;

import co.satccf.identidad.Requiere;
import co.satccf.identidad.Rol;
import co.satccf.model.ServicioSat;
import co.satccf.reporting.consola.familias.Direccion;
import co.satccf.reporting.consola.familias.EnTandas;
import co.satccf.reporting.consola.familias.FallaDeVecino;
import co.satccf.reporting.consola.familias.ReporteDeFamilia;
import co.satccf.reporting.consola.familias.Suite;
import co.satccf.reporting.consola.reportes.Camino;
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
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** The tray of refused reports, by cause and age, and what is done to many of one cause. */
@Path("/consola/glosas")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class GlosasResource {

  /** Reports of a cause that one page shows, and one correction takes. */
  private static final int MUCHOS = 200;

  private static final String SIN_CODIGO = "-";

  private final GlosasStatements statements;
  private final Significados significados;
  private final Suite suite;

  GlosasResource(GlosasStatements statements, Significados significados, Suite suite) {
    this.statements = statements;
    this.significados = significados;
    this.suite = suite;
  }

  /**
   * What became of many.
   *
   * @param fallas of those that stayed as they were, by radicado
   */
  public record Balance(String servicio, String codigo, int hechos, List<Fallo> fallas) {}

  /** Why one stayed as it was. */
  public record Fallo(String radicado, String porque) {}

  @CheckedTemplate(basePath = "consola/glosas")
  static final class Vistas {
    private Vistas() {}

    static native TemplateInstance bandeja(List<Causa> causas);

    static native TemplateInstance causa(
        String servicio,
        String codigo,
        String camino,
        String significado,
        List<Glosado> glosados,
        List<String> campos);

    static native TemplateInstance balance(Balance balance);

    static native TemplateInstance reenvios(
        String servicio, String codigo, String camino, String motivo, EnTandas.Hechos hechos);
  }

  @GET
  @Requiere(Rol.CONSULTA)
  public TemplateInstance bandeja() throws SQLException {
    return Vistas.bandeja(statements.causas());
  }

  @GET
  @Path("/causas/{servicio}/{codigo}")
  @Requiere(Rol.CONSULTA)
  public TemplateInstance causa(@RestPath String servicio, @RestPath String codigo)
      throws SQLException {
    var propio = Camino.servicio(servicio);
    var suyo = codigo.equals(SIN_CODIGO) ? "" : codigo;
    return Vistas.causa(
        propio.nombre(),
        suyo,
        causa(propio, codigo),
        significados.deCodigo(propio, suyo),
        statements.deLaCausa(propio, suyo, MUCHOS),
        significados.corregibles(propio));
  }

  /** The same correction for each of them; each stands or falls by itself. */
  @POST
  @Path("/causas/{servicio}/{codigo}/correcciones")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Requiere(Rol.OPERADOR)
  public TemplateInstance corregir(
      @RestPath String servicio,
      @RestPath String codigo,
      @RestForm List<String> radicado,
      @RestForm @Nullable String campo,
      @RestForm @Nullable String valor,
      @RestForm @Nullable String motivo) {
    var propio = Camino.servicio(servicio);
    var vecino = suite.de(propio);
    var pedido =
        Map.of(
            "campos", Map.of(texto(campo), texto(valor)),
            "motivo", texto(motivo));
    var hechos = 0;
    var fallas = new ArrayList<Fallo>();
    var falta = new ArrayDeque<>(radicado.stream().distinct().limit(MUCHOS).toList());
    while (!falta.isEmpty()) {
      var uno = falta.removeFirst();
      try {
        vecino.post(ReporteDeFamilia.donde(propio, uno, "correcciones"), pedido, JsonNode.class);
        hechos++;
      } catch (FallaDeVecino falla) {
        fallas.add(new Fallo(uno, falla.problema().detail()));
        if (falla.problema().status() >= 500) {
          falta.forEach(otro -> fallas.add(new Fallo(otro, "No se intentó: el servicio no está")));
          break;
        }
      }
    }
    return Vistas.balance(new Balance(propio.nombre(), codigo, hechos, fallas));
  }

  /**
   * Unchanged, those that were refused with this code; whoever sends them sees whether more are
   * left.
   */
  @POST
  @Path("/causas/{servicio}/{codigo}/reenvios")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Requiere(Rol.OPERADOR)
  public TemplateInstance reenviar(
      @RestPath String servicio,
      @RestPath String codigo,
      @RestForm @Nullable String motivo,
      @RestForm @Nullable Long despues) {
    var propio = Camino.servicio(servicio);
    var porque = texto(motivo);
    return Vistas.reenvios(
        propio.nombre(),
        codigo,
        causa(propio, codigo),
        porque,
        EnTandas.pedir(
            suite.de(propio),
            Direccion.de("reenvios"),
            Map.of("servicio", propio.nombre(), "codigo", codigo, "motivo", porque),
            despues == null ? 0 : despues));
  }

  private static String causa(ServicioSat servicio, String codigo) {
    return Direccion.de("consola", "glosas", "causas", servicio.nombre(), codigo).valor();
  }

  private static String texto(@Nullable String valor) {
    return valor == null ? "" : valor;
  }
}
