package co.satccf.reporting.consola.seguimiento;

import co.satccf.identidad.Requiere;
import co.satccf.identidad.Rol;
import co.satccf.model.calendario.Vencimientos;
import co.satccf.reporting.consola.Ir;
import co.satccf.reporting.documento.TipoInforme;
import co.satccf.reporting.informes.Detalle;
import co.satccf.reporting.informes.Encargo;
import co.satccf.reporting.informes.EstadoInforme;
import co.satccf.reporting.informes.Expediente;
import co.satccf.reporting.informes.InformesResource;
import co.satccf.reporting.informes.Motivo;
import co.satccf.reporting.problema.SolicitudIncorrecta;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/**
 * The follow-up reports, as people see them; what is done to them, {@link InformesResource} does.
 */
@Path("/consola/seguimiento")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class SeguimientoPagina {

  private static final int POR_PAGINA = 30;

  private final InformesResource informes;

  SeguimientoPagina(InformesResource informes) {
    this.informes = informes;
  }

  @CheckedTemplate(basePath = "consola/seguimiento")
  static final class Vistas {
    private Vistas() {}

    static native TemplateInstance informes(
        List<Expediente> lista,
        @Nullable Long siguiente,
        List<TipoInforme> tipos,
        List<EstadoInforme> estados,
        String tipo,
        String estado);

    static native TemplateInstance informe(Detalle detalle);

    static native TemplateInstance expediente(Detalle detalle);
  }

  @GET
  @Requiere(Rol.CONSULTA)
  public TemplateInstance todos(
      @RestQuery @Nullable String tipo,
      @RestQuery @Nullable String estado,
      @RestQuery @Nullable String antes)
      throws SQLException {
    var lista = informes.listar(tipo, estado, antes, String.valueOf(POR_PAGINA));
    return Vistas.informes(
        lista,
        lista.size() == POR_PAGINA ? lista.getLast().id() : null,
        List.of(TipoInforme.values()),
        List.of(EstadoInforme.values()),
        Objects.requireNonNullElse(tipo, ""),
        Objects.requireNonNullElse(estado, ""));
  }

  @POST
  @Requiere(Rol.OPERADOR)
  public Response hacer(@RestForm @Nullable String tipo, @RestForm @Nullable String corte)
      throws SQLException {
    var hecho = informes.hacer(new Encargo(tipo, enBogota(corte)));
    return Ir.a(ruta(String.valueOf(((Expediente) hecho.getEntity()).id())));
  }

  @GET
  @Path("/{id}")
  @Requiere(Rol.CONSULTA)
  public TemplateInstance uno(@RestPath String id) throws SQLException {
    return Vistas.informe(informes.uno(id));
  }

  @GET
  @Path("/{id}/avance")
  @Requiere(Rol.CONSULTA)
  public TemplateInstance avance(@RestPath String id) throws SQLException {
    return Vistas.expediente(informes.uno(id));
  }

  @GET
  @Path("/{id}/vista")
  @Requiere(Rol.CONSULTA)
  public Response ver(@RestPath String id) throws SQLException {
    return informes.ver(id);
  }

  @GET
  @Path("/{id}/archivos/{nombre}")
  @Produces(MediaType.WILDCARD)
  @Requiere(Rol.CONSULTA)
  public Response descargar(@RestPath String id, @RestPath String nombre) throws SQLException {
    return informes.descargar(id, nombre);
  }

  @POST
  @Path("/{id}/aprobacion")
  @Requiere(Rol.ADMINISTRADOR)
  public Response aprobar(@RestPath String id, @RestForm @Nullable String motivo)
      throws SQLException {
    return a(informes.aprobar(id, new Motivo(motivo)));
  }

  @POST
  @Path("/{id}/descarte")
  @Requiere(Rol.OPERADOR)
  public Response descartar(@RestPath String id, @RestForm @Nullable String motivo)
      throws SQLException {
    return a(informes.descartar(id, new Motivo(motivo)));
  }

  @POST
  @Path("/{id}/nuevo-cuadre")
  @Requiere(Rol.OPERADOR)
  public Response cuadrar(@RestPath String id, @RestForm @Nullable String motivo)
      throws SQLException {
    return a(informes.cuadrar(id, new Motivo(motivo)));
  }

  @POST
  @Path("/{id}/reenvio")
  @Requiere(Rol.ADMINISTRADOR)
  public Response reenviar(@RestPath String id, @RestForm @Nullable String motivo)
      throws SQLException {
    return a(informes.reenviar(id, new Motivo(motivo)));
  }

  @POST
  @Path("/{id}/llegada")
  @Requiere(Rol.ADMINISTRADOR)
  public Response llego(@RestPath String id, @RestForm @Nullable String motivo)
      throws SQLException {
    return a(informes.darPorEnviado(id, new Motivo(motivo)));
  }

  /** What a browser's field for date and hour says, as the API takes it. */
  private static @Nullable String enBogota(@Nullable String corte) {
    if (corte == null || corte.isBlank()) {
      return null;
    }
    try {
      return LocalDateTime.parse(corte).atZone(Vencimientos.BOGOTA).toOffsetDateTime().toString();
    } catch (DateTimeParseException unreadable) {
      throw SolicitudIncorrecta.delCuerpo("corte", "se espera un día y una hora");
    }
  }

  private static Response a(Expediente expediente) {
    return Ir.a(ruta(String.valueOf(expediente.id())));
  }

  private static String ruta(String id) {
    return "/consola/seguimiento/" + id;
  }
}
