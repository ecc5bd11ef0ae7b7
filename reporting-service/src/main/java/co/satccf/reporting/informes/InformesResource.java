package co.satccf.reporting.informes;

import co.satccf.identidad.Portero;
import co.satccf.identidad.Requiere;
import co.satccf.identidad.Rol;
import co.satccf.reporting.documento.Archivo;
import co.satccf.reporting.informes.Expedientes.Decision;
import co.satccf.reporting.problema.Problema;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * The follow-up reports. An operator has them made and throws them away; what leaves the house in
 * the name of the fund, an administrator lets go (ADR 16).
 */
@Path("/informes")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Informes", description = "Los informes de seguimiento")
@APIResponse(
    responseCode = "400",
    description = "Un parámetro o el cuerpo no es válido",
    content =
        @Content(mediaType = Problema.TIPO, schema = @Schema(implementation = Problema.class)))
@APIResponse(
    responseCode = "404",
    description = "No hay un informe con ese número",
    content =
        @Content(mediaType = Problema.TIPO, schema = @Schema(implementation = Problema.class)))
@APIResponse(
    responseCode = "409",
    description = "Con el informe no se puede hacer eso en el estado en que está",
    content =
        @Content(mediaType = Problema.TIPO, schema = @Schema(implementation = Problema.class)))
public class InformesResource {

  private static final String VISTA_SEGURA =
      "default-src 'none'; style-src 'unsafe-inline'; sandbox";

  private final Expedientes expedientes;
  private final Portero portero;

  InformesResource(Expedientes expedientes, Portero portero) {
    this.expedientes = expedientes;
    this.portero = portero;
  }

  @GET
  @Requiere(Rol.CONSULTA)
  @Operation(summary = "Los informes, el más nuevo primero")
  @APIResponse(responseCode = "200", description = "Una página de informes")
  public List<Expediente> listar(
      @Parameter(description = "Solo de esta clase") @QueryParam("tipo") @Nullable String tipo,
      @Parameter(description = "Solo en este estado") @QueryParam("estado") @Nullable String estado,
      @Parameter(
              description = "Número del último de la página anterior",
              schema = @Schema(minimum = "1"))
          @QueryParam("despues")
          @Nullable String despues,
      @Parameter(
              description = "Cuántos",
              schema = @Schema(minimum = "1", maximum = "200", defaultValue = "50"))
          @QueryParam("limite")
          @Nullable String limite)
      throws SQLException {
    return expedientes.pagina(
        Parametros.tipos(tipo),
        Parametros.estados(estado),
        Parametros.entero("despues", despues, Long.MAX_VALUE, Long.MAX_VALUE),
        (int) Parametros.entero("limite", limite, 200, 50));
  }

  @POST
  @Requiere(Rol.OPERADOR)
  @Operation(
      summary = "Hace un informe ahora",
      description = "Se hace en cuanto sus conteos cuadran con los de los servicios de familia.")
  @APIResponse(
      responseCode = "201",
      description = "El informe, por hacer",
      content = @Content(schema = @Schema(implementation = Expediente.class)))
  public Response hacer(@Nullable Encargo encargo) throws SQLException {
    var pedido = Encargo.valido(encargo);
    return Response.status(Response.Status.CREATED)
        .entity(expedientes.abrir(pedido.clase(), pedido.instante(), portero.operador()))
        .build();
  }

  @GET
  @Path("/{id}")
  @Requiere(Rol.CONSULTA)
  @Operation(summary = "Un informe con sus cifras, sus archivos y su historia")
  @APIResponse(responseCode = "200", description = "El informe")
  public Detalle uno(@PathParam("id") String id) throws SQLException {
    return expedientes.detalle(Parametros.id(id));
  }

  @GET
  @Path("/{id}/vista")
  @Produces({Archivo.HTML, MediaType.APPLICATION_JSON})
  @Requiere(Rol.CONSULTA)
  @Operation(summary = "El informe como página, tal como se congeló")
  @APIResponse(responseCode = "200", description = "La página, que se puede imprimir")
  public Response ver(@PathParam("id") String id) throws SQLException {
    return entrega(expedientes.pagina(Parametros.id(id)), "inline")
        .header("Content-Security-Policy", VISTA_SEGURA)
        .build();
  }

  @GET
  @Path("/{id}/archivos/{nombre}")
  @Produces(MediaType.WILDCARD)
  @Requiere(Rol.CONSULTA)
  @Operation(summary = "Un archivo del informe, byte por byte como se congeló")
  @APIResponse(responseCode = "200", description = "El archivo")
  public Response descargar(@PathParam("id") String id, @PathParam("nombre") String nombre)
      throws SQLException {
    return entrega(expedientes.archivo(Parametros.id(id), nombre), "attachment").build();
  }

  private static Response.ResponseBuilder entrega(Archivo archivo, String disposicion) {
    return Response.ok(archivo.contenido(), archivo.tipo())
        .header(
            "Content-Disposition", "%s; filename=\"%s\"".formatted(disposicion, archivo.nombre()))
        .header("X-Content-Type-Options", "nosniff")
        .header("Cache-Control", "no-store")
        .header("ETag", '"' + archivo.huella() + '"');
  }

  @POST
  @Path("/{id}/aprobacion")
  @Requiere(Rol.ADMINISTRADOR)
  @Operation(summary = "Aprueba el informe: sale a sus destinatarios")
  @APIResponse(responseCode = "200", description = "El informe, aprobado")
  public Expediente aprobar(@PathParam("id") String id, @Nullable Motivo motivo)
      throws SQLException {
    return expedientes.decidir(
        Parametros.id(id), Decision.APROBAR, portero.operador(), Motivo.siLoHay(motivo));
  }

  @POST
  @Path("/{id}/descarte")
  @Requiere(Rol.OPERADOR)
  @Operation(summary = "Descarta un informe que no ha salido; después se puede hacer otro")
  @APIResponse(responseCode = "200", description = "El informe, descartado")
  public Expediente descartar(@PathParam("id") String id, @Nullable Motivo motivo)
      throws SQLException {
    return expedientes.descartar(Parametros.id(id), portero.operador(), Motivo.obligatorio(motivo));
  }

  @POST
  @Path("/{id}/nuevo-cuadre")
  @Requiere(Rol.OPERADOR)
  @Operation(summary = "Cuadra otra vez un informe descuadrado")
  @APIResponse(responseCode = "200", description = "El informe, por hacer")
  public Expediente cuadrar(@PathParam("id") String id, @Nullable Motivo motivo)
      throws SQLException {
    return expedientes.decidir(
        Parametros.id(id), Decision.REHACER, portero.operador(), Motivo.siLoHay(motivo));
  }

  @POST
  @Path("/{id}/reenvio")
  @Requiere(Rol.ADMINISTRADOR)
  @Operation(
      summary = "Envía otra vez lo que falló, o lo que se comprobó que no llegó",
      description = "De un envío incierto, primero averigüe si llegó: nunca sale dos veces solo.")
  @APIResponse(responseCode = "200", description = "El informe, aprobado")
  public Expediente reenviar(@PathParam("id") String id, @Nullable Motivo motivo)
      throws SQLException {
    return expedientes.reenviar(Parametros.id(id), portero.operador(), Motivo.obligatorio(motivo));
  }

  @POST
  @Path("/{id}/llegada")
  @Requiere(Rol.ADMINISTRADOR)
  @Operation(summary = "Da por enviado un informe incierto que se comprobó que llegó")
  @APIResponse(responseCode = "200", description = "El informe, enviado")
  public Expediente darPorEnviado(@PathParam("id") String id, @Nullable Motivo motivo)
      throws SQLException {
    return expedientes.decidir(
        Parametros.id(id),
        Decision.DAR_POR_ENVIADO,
        portero.operador(),
        Motivo.obligatorio(motivo));
  }
}
