package co.satccf.reporting.consola.glosas;

import co.satccf.identidad.Requiere;
import co.satccf.identidad.Rol;
import co.satccf.model.ServicioSat;
import co.satccf.reporting.consola.familias.Direccion;
import co.satccf.reporting.consola.familias.EnTandas;
import co.satccf.reporting.consola.familias.ReporteDeFamilia;
import co.satccf.reporting.consola.familias.Suite;
import co.satccf.reporting.consola.familias.Turno;
import co.satccf.reporting.consola.familias.UnoPorUno;
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
import java.time.Clock;
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
  private final Clock reloj;

  GlosasResource(GlosasStatements statements, Significados significados, Suite suite, Clock reloj) {
    this.statements = statements;
    this.significados = significados;
    this.suite = suite;
    this.reloj = reloj;
  }

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

    static native TemplateInstance balance(String servicio, UnoPorUno.Hechos balance);

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
    var hechos =
        UnoPorUno.pedir(
            radicado.stream().distinct().limit(MUCHOS).toList(),
            Turno.desde(reloj),
            uno ->
                vecino.post(
                    ReporteDeFamilia.donde(propio, uno, "correcciones"), pedido, JsonNode.class));
    return Vistas.balance(propio.nombre(), hechos);
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
            despues == null ? 0 : despues,
            Turno.desde(reloj)));
  }

  private static String causa(ServicioSat servicio, String codigo) {
    return Direccion.de("consola", "glosas", "causas", servicio.nombre(), codigo).valor();
  }

  private static String texto(@Nullable String valor) {
    return valor == null ? "" : valor;
  }
}
