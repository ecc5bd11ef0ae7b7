package co.satccf.reporting.consola.cargas;

import co.satccf.identidad.Portero;
import co.satccf.identidad.Requiere;
import co.satccf.identidad.Rol;
import co.satccf.reporting.cargas.Carga;
import co.satccf.reporting.cargas.Cargas;
import co.satccf.reporting.cargas.Hallazgo;
import co.satccf.reporting.cargas.Plantilla;
import co.satccf.reporting.consola.Ir;
import co.satccf.reporting.consola.sesion.Sesion;
import co.satccf.reporting.informes.Parametros;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Uploads, as people see them. */
@Path("/consola/cargas")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class CargasPagina {

  private static final int POR_PAGINA = 30;
  private static final int HALLAZGOS = 100;

  private final Cargas cargas;
  private final Portero portero;
  private final Sesion sesion;

  CargasPagina(Cargas cargas, Portero portero, Sesion sesion) {
    this.cargas = cargas;
    this.portero = portero;
    this.sesion = sesion;
  }

  /**
   * What was found, a page of it.
   *
   * @param siguiente line after which the next page begins; null on the last one
   */
  public record Hallados(
      boolean errados, int despues, List<Hallazgo> lista, @Nullable Integer siguiente) {}

  @CheckedTemplate(basePath = "consola/cargas")
  static final class Vistas {
    private Vistas() {}

    static native TemplateInstance cargas(
        List<Carga> lista, @Nullable Long siguiente, List<ClaseDeHecho> clases, long maximo);

    static native TemplateInstance carga(Cargas.Detalle detalle, Hallados hallados);

    static native TemplateInstance avance(Cargas.Detalle detalle, Hallados hallados);
  }

  @GET
  @Requiere(Rol.CONSULTA)
  public TemplateInstance todas(@RestQuery @Nullable String antes) throws SQLException {
    var lista =
        cargas.pagina(
            Parametros.entero("antes", antes, Long.MAX_VALUE, Long.MAX_VALUE), POR_PAGINA);
    var siguiente = lista.size() == POR_PAGINA ? lista.getLast().id() : null;
    return Vistas.cargas(lista, siguiente, ClaseDeHecho.todas(), cargas.maximoDeBytes());
  }

  /** The body is the file; the page's script sends it so that it is never in a form's memory. */
  @POST
  @Path("/archivo")
  @Consumes(MediaType.APPLICATION_OCTET_STREAM)
  @Requiere(Rol.OPERADOR)
  public Response recibir(
      @RestQuery @Nullable String nombre,
      @RestQuery @Nullable String tipo,
      @HeaderParam(HttpHeaders.CONTENT_LENGTH) @Nullable Long bytes,
      InputStream archivo)
      throws IOException, SQLException {
    cargas.admitir(bytes, archivo);
    var carga =
        cargas.recibir(
            nombre == null ? "" : nombre,
            tipo == null ? "" : tipo,
            archivo,
            portero.operador(),
            sesion.autorizacion());
    return Response.status(Response.Status.CREATED)
        .header(HttpHeaders.LOCATION, ruta(carga.id()))
        .build();
  }

  @GET
  @Path("/plantillas/{tipo}")
  @Produces(Plantilla.CSV)
  @Requiere(Rol.CONSULTA)
  public Response plantilla(@RestPath String tipo) {
    return Plantilla.de(tipo);
  }

  @GET
  @Path("/{id}")
  @Requiere(Rol.CONSULTA)
  public TemplateInstance una(
      @RestPath String id, @RestQuery boolean errados, @RestQuery @Nullable String despues)
      throws SQLException {
    return Vistas.carga(
        cargas.detalle(Cargas.numero(id)), hallados(Cargas.numero(id), errados, despues));
  }

  @GET
  @Path("/{id}/avance")
  @Requiere(Rol.CONSULTA)
  public TemplateInstance avance(
      @RestPath String id, @RestQuery boolean errados, @RestQuery @Nullable String despues)
      throws SQLException {
    return Vistas.avance(
        cargas.detalle(Cargas.numero(id)), hallados(Cargas.numero(id), errados, despues));
  }

  @POST
  @Path("/{id}/revision")
  @Requiere(Rol.OPERADOR)
  public Response revisar(@RestPath String id) throws SQLException {
    return Ir.a(
        ruta(cargas.revisar(Cargas.numero(id), portero.operador(), sesion.autorizacion()).id()));
  }

  @POST
  @Path("/{id}/publicacion")
  @Requiere(Rol.OPERADOR)
  public Response publicar(@RestPath String id, @RestForm boolean sinErradas) throws SQLException {
    return Ir.a(ruta(cargas.publicar(Cargas.numero(id), sinErradas, portero.operador()).id()));
  }

  @POST
  @Path("/{id}/cancelacion")
  @Requiere(Rol.OPERADOR)
  public Response cancelar(@RestPath String id) throws SQLException {
    return Ir.a(ruta(cargas.cancelar(Cargas.numero(id), portero.operador()).id()));
  }

  private Hallados hallados(long id, boolean errados, @Nullable String despues)
      throws SQLException {
    var desde = (int) Parametros.entero("despues", despues, Integer.MAX_VALUE, 0);
    var lista = cargas.hallazgos(id, errados, desde, HALLAZGOS);
    return new Hallados(
        errados, desde, lista, lista.size() == HALLAZGOS ? lista.getLast().linea() : null);
  }

  private static String ruta(long id) {
    return "/consola/cargas/" + id;
  }
}
