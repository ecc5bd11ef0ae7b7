package co.satccf.token.http;

import co.satccf.identidad.Requiere;
import co.satccf.identidad.Rol;
import co.satccf.model.ServicioSat;
import co.satccf.token.config.SatConfig;
import co.satccf.token.renewal.Codigo;
import co.satccf.token.renewal.Prueba;
import co.satccf.token.renewal.Prueba.Resultado;
import co.satccf.token.renewal.SinToken;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * The fund's user and password at the Ministry, as an operator may know them (manual MN82, "Asignar
 * contraseña"). Nothing here shows or changes them: they are a mounted file.
 */
@Path("/credenciales")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Credenciales")
@APIResponse(
    responseCode = "503",
    description = "CREDENCIAL_ILEGIBLE, BASE_DE_DATOS_NO_DISPONIBLE o, al probar, PUERTA_OCUPADA",
    headers = @Header(name = "Retry-After", description = "Segundos"),
    content =
        @Content(mediaType = Problema.TIPO, schema = @Schema(implementation = Problema.class)))
public class CredencialesResource {

  private static final long OCUPADA_SEGUNDOS = 5;

  private final Prueba prueba;
  private final SatConfig config;
  private final QuienPide quien;

  CredencialesResource(Prueba prueba, SatConfig config, QuienPide quien) {
    this.prueba = prueba;
    this.config = config;
    this.quien = quien;
  }

  @GET
  @Requiere(Rol.CONSULTA)
  @Operation(
      operationId = "credenciales",
      summary = "Desde cuándo están en uso y qué dijo el Ministerio; nunca la contraseña")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = EstadoEntregado.class)))
  public Response credenciales() throws SinToken {
    return Response.ok(EstadoEntregado.de(config.entorno(), prueba.estado())).build();
  }

  @POST
  @Path("/prueba")
  @Requiere(Rol.ADMINISTRADOR)
  @Operation(
      operationId = "probarCredenciales",
      summary = "Prueba el usuario y la contraseña una sola vez",
      description =
          "También si el Ministerio ya los rechazó: cada rechazo cuenta allá, y la cuenta puede"
              + " quedar bloqueada. Queda en la auditoría, a nombre de quien presenta el token."
              + " El token que se obtiene queda como el vigente.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = PruebaEntregada.class)))
  @APIResponse(responseCode = "400", ref = Respuestas.SOLICITUD_INCORRECTA)
  @APIResponse(responseCode = "409", ref = Respuestas.CONFLICTO)
  @APIResponse(
      responseCode = "429",
      description = "PRUEBA_RECIENTE: alguien las probó hace poco",
      headers = @Header(name = "Retry-After", description = "Segundos"),
      content =
          @Content(mediaType = Problema.TIPO, schema = @Schema(implementation = Problema.class)))
  public Response probar(
      @QueryParam("servicio") @DefaultValue("AfiliacionPrimeraVez") String nombre) throws SinToken {
    Optional<ServicioSat> servicio = ServicioSat.porNombre(nombre);
    if (servicio.isEmpty()) {
      return Problemas.incorrecta("No hay un servicio con ese nombre");
    }
    return switch (prueba.probar(servicio.get(), quien.solicitante())) {
      case Resultado.Hecha hecha ->
          Response.ok(PruebaEntregada.de(nombre, hecha.respuesta())).build();
      case Resultado.MuyPronto pronto ->
          Problemas.de(
              "Prueba reciente",
              429,
              "Alguien las probó hace poco; cada intento fallido cuenta en el Ministerio",
              "PRUEBA_RECIENTE",
              Math.max(1, pronto.esperar().plusMillis(999).toSeconds()));
      case Resultado.Cerrada(Codigo codigo) ->
          Problemas.de(codigo.titulo(), 409, codigo.detalle(), codigo.name());
      case Resultado.Ocupada _ ->
          Problemas.de(
              "Puerta ocupada",
              503,
              "Otra petición usa la credencial en este momento",
              "PUERTA_OCUPADA",
              OCUPADA_SEGUNDOS);
    };
  }
}
