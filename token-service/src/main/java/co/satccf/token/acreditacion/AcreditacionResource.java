package co.satccf.token.acreditacion;

import co.satccf.identidad.Requiere;
import co.satccf.identidad.Rol;
import co.satccf.token.acreditacion.Acreditado.Cambio;
import co.satccf.token.acreditacion.Acreditado.Falta;
import co.satccf.token.flota.FlotaCaida;
import co.satccf.token.http.QuienPide;
import co.satccf.token.http.Respuestas;
import co.satccf.token.solicitud.Campos;
import co.satccf.token.solicitud.Objecion;
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
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Representante legal, delegado and autorizados, and who is still missing. */
@Path("/acreditacion")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(
    name = "Acreditación",
    description = "Las personas por las que la Caja usa los servicios, y hasta dónde va cada una")
@APIResponse(responseCode = "400", ref = Respuestas.SOLICITUD_INCORRECTA)
@APIResponse(responseCode = "404", ref = Respuestas.NO_ENCONTRADO)
@APIResponse(responseCode = "409", ref = Respuestas.CONFLICTO)
@APIResponse(responseCode = "412", ref = Respuestas.VERSION_CAMBIADA)
@APIResponse(responseCode = "503", ref = Respuestas.NO_DISPONIBLE)
class AcreditacionResource {

  private final Acreditaciones acreditaciones;
  private final Cambios cambios;
  private final QuienPide quien;
  private final Clock clock;

  AcreditacionResource(
      Acreditaciones acreditaciones, Cambios cambios, QuienPide quien, Clock clock) {
    this.acreditaciones = acreditaciones;
    this.cambios = cambios;
    this.quien = quien;
    this.clock = clock;
  }

  @Schema(description = "Quién será el representante legal")
  record CambioPedido(@Schema(required = true) @Nullable Persona persona) {}

  @Schema(description = "Cuándo se hizo un paso")
  record PasoHecho(@Schema(required = true, examples = "2026-11-20") @Nullable String dia) {}

  @GET
  @Requiere(Rol.ADMINISTRADOR)
  @Operation(operationId = "acreditacion", summary = "Quién es quién, quién falta y qué falta")
  @APIResponse(responseCode = "200", description = "Toda la acreditación")
  public Acreditado.Todo todo() throws FlotaCaida {
    List<Acreditado> personas = acreditaciones.todos();
    List<Falta> faltan =
        Arrays.stream(RolDeAcreditacion.values()).flatMap(rol -> Falta.de(rol, personas)).toList();
    return new Acreditado.Todo(faltan.isEmpty(), personas, faltan, cambios.enCurso().orElse(null));
  }

  @GET
  @Path("/personas/{id}")
  @Requiere(Rol.ADMINISTRADOR)
  @Operation(operationId = "acreditado", summary = "Una persona, con su ETag")
  @APIResponse(responseCode = "200", description = "La persona")
  public RestResponse<Acreditado> una(@PathParam("id") String id) throws FlotaCaida {
    return con(RestResponse.Status.OK, acreditaciones.uno(uuid(id)));
  }

  @POST
  @Path("/personas")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requiere(Rol.ADMINISTRADOR)
  @Operation(
      operationId = "agregarAcreditado",
      summary = "Agrega una persona a un rol",
      description = "Una persona tiene un rol una sola vez; solo puede haber varios autorizados.")
  @APIResponse(responseCode = "201", description = "La persona, como quedó")
  public RestResponse<Acreditado> agregar(@Nullable AcreditadoPedido pedido) throws FlotaCaida {
    AcreditadoPedido suyo = Campos.exigido("el cuerpo", pedido);
    RolDeAcreditacion rol = Campos.uno("rol", RolDeAcreditacion.class, suyo.rol());
    return con(
        RestResponse.Status.CREATED,
        acreditaciones.agregar(
            rol, suyo.leerPersona(), suyo.leerPasos(rol, clock), quien.solicitante()));
  }

  @PUT
  @Path("/personas/{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requiere(Rol.ADMINISTRADOR)
  @Operation(
      operationId = "cambiarAcreditado",
      summary = "Cambia los datos de una persona o los días de sus pasos",
      description = "El rol no cambia.")
  @APIResponse(responseCode = "200", description = "La persona, como quedó")
  public RestResponse<Acreditado> cambiar(
      @PathParam("id") String id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String vista,
      @Nullable AcreditadoPedido pedido)
      throws FlotaCaida {
    AcreditadoPedido suyo = Campos.exigido("el cuerpo", pedido);
    return con(
        RestResponse.Status.OK,
        acreditaciones.cambiar(
            uuid(id),
            vista,
            suyo.leerPersona(),
            rol -> suyo.leerPasos(rol, clock),
            quien.solicitante()));
  }

  @DELETE
  @Path("/personas/{id}")
  @Requiere(Rol.ADMINISTRADOR)
  @Operation(operationId = "quitarAcreditado", summary = "Quita a una persona y borra sus datos")
  @APIResponse(responseCode = "204", description = "Ya no está")
  public void quitar(
      @PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String vista)
      throws FlotaCaida {
    acreditaciones.quitar(uuid(id), vista, quien.solicitante());
  }

  @GET
  @Path("/cambio")
  @Requiere(Rol.ADMINISTRADOR)
  @Operation(
      operationId = "cambioDeRepresentante",
      summary = "El cambio del representante legal en curso, con su ETag")
  @APIResponse(responseCode = "200", description = "El cambio y sus pasos")
  public RestResponse<Cambio> cambio() throws FlotaCaida {
    return con(RestResponse.Status.OK, cambios.enCurso().orElseThrow(Cambios::ninguno));
  }

  @POST
  @Path("/cambio")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requiere(Rol.ADMINISTRADOR)
  @Operation(
      operationId = "iniciarCambioDeRepresentante",
      summary = "Empieza el cambio del representante legal",
      description = "Sigue el procedimiento de SISPRO, sección 7, paso por paso.")
  @APIResponse(responseCode = "201", description = "El cambio y sus pasos")
  public RestResponse<Cambio> iniciar(@Nullable CambioPedido pedido) throws FlotaCaida {
    Persona persona =
        Campos.exigido("persona", Campos.exigido("el cuerpo", pedido).persona()).leer();
    return con(RestResponse.Status.CREATED, cambios.iniciar(persona, quien.solicitante()));
  }

  @PUT
  @Path("/cambio/pasos/{paso}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requiere(Rol.ADMINISTRADOR)
  @Operation(operationId = "marcarPasoDelCambio", summary = "Marca como hecho el paso que sigue")
  @APIResponse(responseCode = "200", description = "El cambio, como quedó")
  public RestResponse<Cambio> marcar(
      @PathParam("paso") String paso,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String vista,
      @Nullable PasoHecho hecho)
      throws FlotaCaida {
    return con(
        RestResponse.Status.OK,
        cambios.marcar(
            Campos.uno("paso", PasoDelCambio.class, paso),
            Campos.exigido(
                "dia", Campos.dia("dia", Campos.exigido("el cuerpo", hecho).dia(), clock)),
            vista,
            quien.solicitante()));
  }

  @POST
  @Path("/cambio/cierre")
  @Requiere(Rol.ADMINISTRADOR)
  @Operation(
      operationId = "cerrarCambioDeRepresentante",
      summary = "El nuevo representante legal queda en lugar del anterior",
      description =
          "Con todos los pasos hechos. Los datos del anterior se borran; el nuevo hace de nuevo los"
              + " pasos del rol en Mi Seguridad Social.")
  @APIResponse(responseCode = "204", description = "Ya no hay un cambio en curso")
  public void cerrar(@HeaderParam(HttpHeaders.IF_MATCH) @Nullable String vista) throws FlotaCaida {
    cambios.cerrar(vista, quien.solicitante());
  }

  @DELETE
  @Path("/cambio")
  @Requiere(Rol.ADMINISTRADOR)
  @Operation(
      operationId = "desistirDelCambioDeRepresentante",
      summary = "Deja el cambio sin hacer y borra los datos de quien iba a ser")
  @APIResponse(responseCode = "204", description = "Ya no hay un cambio en curso")
  public void desistir(@HeaderParam(HttpHeaders.IF_MATCH) @Nullable String vista)
      throws FlotaCaida {
    cambios.desistir(vista, quien.solicitante());
  }

  private static UUID uuid(String id) {
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException none) {
      throw Objecion.noEncontrado("No hay una persona con ese id en la acreditación");
    }
  }

  private static RestResponse<Acreditado> con(RestResponse.Status estado, Acreditado acreditado) {
    return RestResponse.ResponseBuilder.create(estado, acreditado)
        .header(HttpHeaders.ETAG, Version.etiqueta(acreditado.version()))
        .build();
  }

  private static RestResponse<Cambio> con(RestResponse.Status estado, Cambio cambio) {
    return RestResponse.ResponseBuilder.create(estado, cambio)
        .header(HttpHeaders.ETAG, Version.etiqueta(cambio.version()))
        .build();
  }
}
