package co.satccf.reporting.consola.reportes;

import co.satccf.identidad.Requiere;
import co.satccf.identidad.Rol;
import co.satccf.reporting.consola.familias.Direccion;
import co.satccf.reporting.consola.familias.ReporteDeFamilia;
import co.satccf.reporting.consola.familias.Respuesta;
import co.satccf.reporting.consola.familias.Suite;
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
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/**
 * Search of reports: in the projection, but by a document, which only the owning services can look
 * for. A document comes in a body and goes into none of our addresses.
 */
@Path("/consola/reportes")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class BusquedaResource {

  private static final int PAGINA = 50;
  private static final int DE_UN_DOCUMENTO = 200;

  private final BusquedaStatements statements;
  private final Suite suite;

  BusquedaResource(BusquedaStatements statements, Suite suite) {
    this.statements = statements;
    this.suite = suite;
  }

  @CheckedTemplate(basePath = "consola/reportes")
  static final class Vistas {
    private Vistas() {}

    static native TemplateInstance busqueda(
        Busqueda busqueda, List<Hallado> hallados, @Nullable String siguiente);

    static native TemplateInstance deUnDocumento(
        List<Hallado> hallados, List<String> fallas, boolean hayMas);
  }

  @GET
  @Requiere(Rol.CONSULTA)
  public TemplateInstance buscar(
      @RestQuery @Nullable String radicado,
      @RestQuery @Nullable String servicio,
      @RestQuery @Nullable String estado,
      @RestQuery @Nullable String codigo,
      @RestQuery @Nullable String desde,
      @RestQuery @Nullable String hasta,
      @RestQuery @Nullable String abiertos,
      @RestQuery @Nullable String despues)
      throws SQLException {
    var busqueda = Busqueda.de(radicado, servicio, estado, codigo, desde, hasta, abiertos);
    var hallados = statements.buscar(busqueda, Marca.leer(despues), PAGINA);
    var pagina = hallados.stream().limit(PAGINA).toList();
    return Vistas.busqueda(
        busqueda, pagina, hallados.size() > PAGINA ? siguiente(busqueda, pagina.getLast()) : null);
  }

  private static String siguiente(Busqueda busqueda, Hallado ultimo) {
    var servicio = busqueda.servicio();
    return Direccion.de("consola", "reportes")
        .con("radicado", busqueda.radicado())
        .con("servicio", servicio == null ? null : servicio.nombre())
        .con("estado", busqueda.estado())
        .con("codigo", busqueda.codigo())
        .con("desde", busqueda.desde())
        .con("hasta", busqueda.hasta())
        .con("abiertos", busqueda.abiertos() ? "true" : null)
        .con("despues", Marca.de(ultimo).texto())
        .valor();
  }

  @POST
  @Path("/documento")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Requiere(Rol.CONSULTA)
  public TemplateInstance deUnDocumento(
      @RestForm @Nullable String quien,
      @RestForm @Nullable String tipo,
      @RestForm @Nullable String numero,
      @RestForm @Nullable String serial) {
    var pregunta = pregunta(quien, tipo, numero, serial);
    var respuestas =
        Suite.aTodos(
            suite.familias(),
            vecino ->
                vecino.post(
                    Direccion.de("consultas").con("limite", DE_UN_DOCUMENTO),
                    pregunta,
                    ReporteDeFamilia.Pagina.class));
    var paginas = respuestas.stream().map(Respuesta::valor).filter(Objects::nonNull).toList();
    return Vistas.deUnDocumento(
        paginas.stream()
            .flatMap(pagina -> pagina.reportes().stream())
            .map(Hallado::de)
            .sorted(Comparator.comparing(Hallado::recibido).reversed())
            .toList(),
        respuestas.stream().map(Respuesta::falla).filter(Objects::nonNull).toList(),
        paginas.stream().anyMatch(pagina -> pagina.siguiente() != null));
  }

  private static Map<String, Object> pregunta(
      @Nullable String quien,
      @Nullable String tipo,
      @Nullable String numero,
      @Nullable String serial) {
    var documento = Map.of("tipo", texto(tipo), "numero", texto(numero));
    if ("trabajador".equals(quien)) {
      return Map.of("trabajador", documento);
    }
    return Map.of(
        "empleador",
        Map.of(
            "tipo", texto(tipo),
            "numero", texto(numero),
            "serialSAT", texto(serial).isEmpty() ? "0" : texto(serial)));
  }

  private static String texto(@Nullable String valor) {
    return valor == null ? "" : valor.strip();
  }
}
