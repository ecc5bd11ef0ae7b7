package co.satccf.token.compartir;

import co.satccf.identidad.Requiere;
import co.satccf.identidad.Rol;
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
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Services of the fund that the Ministry calls (manual MN82, "Compartir Servicios Entidad"). */
@Path("/compartidos")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(
    name = "Compartir servicios",
    description = "Lo que la Caja comparte con el Ministerio, en dos formularios")
@APIResponse(responseCode = "400", ref = Respuestas.SOLICITUD_INCORRECTA)
@APIResponse(responseCode = "404", ref = Respuestas.NO_ENCONTRADO)
@APIResponse(responseCode = "412", ref = Respuestas.VERSION_CAMBIADA)
@APIResponse(responseCode = "503", ref = Respuestas.NO_DISPONIBLE)
class CompartidosResource {

  private static final String DATOS = "datos";
  private static final String OAUTH = "oauth";
  private static final String SALUDO =
      "Un saludo TLS y nada más: dice con qué certificados responde y si son válidos. No llama a"
          + " direcciones internas, salvo las que la configuración permita.";

  private final Compartidos compartidos;
  private final Verificador verificador;
  private final QuienPide quien;

  CompartidosResource(Compartidos compartidos, Verificador verificador, QuienPide quien) {
    this.compartidos = compartidos;
    this.verificador = verificador;
    this.quien = quien;
  }

  @GET
  @Requiere(Rol.ADMINISTRADOR)
  @Operation(operationId = "compartidos", summary = "Lo que se comparte, sin secretos")
  @APIResponse(responseCode = "200", description = "Todo, por nombre")
  public Compartido.Todos todos() throws FlotaCaida {
    return new Compartido.Todos(compartidos.todos());
  }

  @GET
  @Path("/{nombre}")
  @Requiere(Rol.ADMINISTRADOR)
  @Operation(operationId = "compartido", summary = "Un servicio, con su ETag y sin secretos")
  @APIResponse(responseCode = "200", description = "El servicio")
  public RestResponse<Compartido> uno(@PathParam("nombre") String nombre) throws FlotaCaida {
    return con(compartidos.uno(Campos.deLaRuta(nombre)));
  }

  @PUT
  @Path("/{nombre}/datos")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requiere(Rol.ADMINISTRADOR)
  @Operation(
      operationId = "guardarDatosCompartidos",
      summary = "Guarda el formulario \"Datos del Servicio web\"",
      description = "If-Match lleva el ETag, salvo que el servicio sea nuevo.")
  @APIResponse(responseCode = "200", description = "El servicio, como quedó")
  public RestResponse<Compartido> datos(
      @PathParam("nombre") String nombre,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String vista,
      @Nullable DatosDelServicio datos)
      throws FlotaCaida {
    DatosDelServicio.Leidos leidos = Campos.exigido("el cuerpo", datos).leer();
    return con(
        compartidos.guardar(Campos.nombre("nombre", nombre), vista, leidos, quien.solicitante()));
  }

  @PUT
  @Path("/{nombre}/oauth")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requiere(Rol.ADMINISTRADOR)
  @Operation(
      operationId = "guardarOauthCompartido",
      summary = "Guarda el formulario \"Credenciales Autenticación OAuth 2.0\"",
      description =
          "La contraseña y el client secret se guardan cifrados y no se entregan nunca; sin ellos se"
              + " dejan los que están. If-Match lleva el ETag, salvo que el servicio sea nuevo.")
  @APIResponse(responseCode = "200", description = "El servicio, como quedó, sin secretos")
  public RestResponse<Compartido> oauth(
      @PathParam("nombre") String nombre,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String vista,
      @Nullable CredencialesOauth oauth)
      throws FlotaCaida {
    CredencialesOauth.Leidas leidas = Campos.exigido("el cuerpo", oauth).leer();
    return con(
        compartidos.guardar(Campos.nombre("nombre", nombre), vista, leidas, quien.solicitante()));
  }

  @DELETE
  @Path("/{nombre}")
  @Requiere(Rol.ADMINISTRADOR)
  @Operation(operationId = "quitarCompartido", summary = "Deja de compartir un servicio")
  @APIResponse(responseCode = "204", description = "Ya no está")
  public void quitar(
      @PathParam("nombre") String nombre, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String vista)
      throws FlotaCaida {
    compartidos.quitar(Campos.deLaRuta(nombre), vista, quien.solicitante());
  }

  @POST
  @Path("/{nombre}/datos/verificacion")
  @Requiere(Rol.ADMINISTRADOR)
  @Operation(
      operationId = "verificarDatosCompartidos",
      summary = "Mira si la dirección del servicio responde por TLS",
      description = SALUDO)
  @APIResponse(responseCode = "200", description = "Qué resultó, también si no responde")
  public Verificacion verificarDatos(@PathParam("nombre") String nombre) throws FlotaCaida {
    Compartido.@Nullable Datos datos = compartidos.uno(Campos.deLaRuta(nombre)).datos();
    return verificar(nombre, DATOS, datos == null ? null : datos.url());
  }

  @POST
  @Path("/{nombre}/oauth/verificacion")
  @Requiere(Rol.ADMINISTRADOR)
  @Operation(
      operationId = "verificarOauthCompartido",
      summary = "Mira si la dirección del servicio de autorización responde por TLS",
      description = SALUDO)
  @APIResponse(responseCode = "200", description = "Qué resultó, también si no responde")
  public Verificacion verificarOauth(@PathParam("nombre") String nombre) throws FlotaCaida {
    Compartido.@Nullable Oauth oauth = compartidos.uno(Campos.deLaRuta(nombre)).oauth();
    return verificar(nombre, OAUTH, oauth == null ? null : oauth.url());
  }

  private Verificacion verificar(String nombre, String formulario, @Nullable String url)
      throws FlotaCaida {
    if (url == null) {
      throw Objecion.noEncontrado(
          "El formulario '%s' de ese servicio no se ha guardado".formatted(formulario));
    }
    Verificacion verificacion = verificador.verificar(URI.create(url));
    compartidos.anotar(nombre, formulario, verificacion.resultado(), quien.solicitante());
    return verificacion;
  }

  private static RestResponse<Compartido> con(Compartido compartido) {
    return RestResponse.ResponseBuilder.ok(compartido)
        .header(HttpHeaders.ETAG, Version.etiqueta(compartido.version()))
        .build();
  }
}
