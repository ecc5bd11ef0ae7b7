package co.satccf.token.catalogo;

import co.satccf.identidad.Requiere;
import co.satccf.identidad.Rol;
import co.satccf.token.flota.FlotaCaida;
import co.satccf.token.http.QuienPide;
import co.satccf.token.http.Respuestas;
import co.satccf.token.solicitud.Campos;
import co.satccf.token.solicitud.Version;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The catalogue of external web services (manual MN82, "Ver información de servicio"). */
@Path("/catalogo")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Catálogo", description = "Los servicios web externos y si el Ministerio los asignó")
@APIResponse(responseCode = "400", ref = Respuestas.SOLICITUD_INCORRECTA)
@APIResponse(responseCode = "404", ref = Respuestas.NO_ENCONTRADO)
@APIResponse(responseCode = "409", ref = Respuestas.CONFLICTO)
@APIResponse(responseCode = "503", ref = Respuestas.NO_DISPONIBLE)
class CatalogoResource {

  private final Catalogo catalogo;
  private final QuienPide quien;

  CatalogoResource(Catalogo catalogo, QuienPide quien) {
    this.catalogo = catalogo;
    this.quien = quien;
  }

  @GET
  @Requiere(Rol.CONSULTA)
  @Operation(operationId = "catalogo", summary = "Todos los servicios, primero los siete")
  @APIResponse(responseCode = "200", description = "El catálogo")
  public ServicioDelCatalogo.Todos todos() throws FlotaCaida {
    return new ServicioDelCatalogo.Todos(catalogo.todos());
  }

  @GET
  @Path("/{nombre}")
  @Requiere(Rol.CONSULTA)
  @Operation(operationId = "servicioDelCatalogo", summary = "Un servicio, con su ETag")
  @APIResponse(responseCode = "200", description = "El servicio")
  public RestResponse<ServicioDelCatalogo> uno(@PathParam("nombre") String nombre)
      throws FlotaCaida {
    return con(RestResponse.Status.OK, catalogo.uno(Campos.deLaRuta(nombre)));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Requiere(Rol.ADMINISTRADOR)
  @Operation(
      operationId = "agregarServicio",
      summary = "Anota otro servicio",
      description = "La suite no lo llama: solo transmite los siete.")
  @APIResponse(responseCode = "201", description = "El servicio, como quedó")
  public RestResponse<ServicioDelCatalogo> agregar(@Nullable ServicioPedido pedido)
      throws FlotaCaida {
    ServicioPedido suyo = Campos.exigido("el cuerpo", pedido);
    String nombre = Campos.nombre("nombre", suyo.nombre());
    return con(
        RestResponse.Status.CREATED, catalogo.agregar(nombre, suyo.leer(), quien.solicitante()));
  }

  @PUT
  @Path("/{nombre}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requiere(Rol.ADMINISTRADOR)
  @Operation(
      operationId = "cambiarServicio",
      summary = "Cambia un servicio; de los siete, solo si está asignado y su documentación",
      description =
          "Un servicio que se marca como no asignado no recibe más tokens ni los pide; un transmisor"
              + " que ya tiene uno lo suelta a más tardar en 17 minutos.")
  @APIResponse(responseCode = "200", description = "El servicio, como quedó")
  @APIResponse(responseCode = "412", ref = Respuestas.VERSION_CAMBIADA)
  public RestResponse<ServicioDelCatalogo> cambiar(
      @PathParam("nombre") String nombre,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String vista,
      @Nullable ServicioPedido pedido)
      throws FlotaCaida {
    ServicioPedido.Leido leido = Campos.exigido("el cuerpo", pedido).leer();
    return con(
        RestResponse.Status.OK,
        catalogo.cambiar(Campos.deLaRuta(nombre), vista, leido, quien.solicitante()));
  }

  @DELETE
  @Path("/{nombre}")
  @Requiere(Rol.ADMINISTRADOR)
  @Operation(
      operationId = "quitarServicio",
      summary = "Quita un servicio; no los siete que se transmiten")
  @APIResponse(responseCode = "204", description = "Ya no está")
  @APIResponse(responseCode = "412", ref = Respuestas.VERSION_CAMBIADA)
  public void quitar(
      @PathParam("nombre") String nombre, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String vista)
      throws FlotaCaida {
    catalogo.quitar(Campos.deLaRuta(nombre), vista, quien.solicitante());
  }

  private static RestResponse<ServicioDelCatalogo> con(
      RestResponse.Status estado, ServicioDelCatalogo servicio) {
    return RestResponse.ResponseBuilder.create(estado, servicio)
        .header(HttpHeaders.ETAG, Version.etiqueta(servicio.version()))
        .build();
  }
}
