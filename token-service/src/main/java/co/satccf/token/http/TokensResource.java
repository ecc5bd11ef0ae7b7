package co.satccf.token.http;

import co.satccf.identidad.Portero;
import co.satccf.identidad.Requiere;
import co.satccf.identidad.Rol;
import co.satccf.model.ServicioSat;
import co.satccf.token.flota.UltimoUso;
import co.satccf.token.medidas.Medidas;
import co.satccf.token.renewal.SinToken;
import co.satccf.token.renewal.Tokens;
import co.satccf.token.vigente.TokenVigente;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Tokens for the transmitters; waits at most {@code sat.renovacion.espera}. */
@Path("/tokens/{servicio}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Tokens")
@APIResponse(
    responseCode = "200",
    description = "Un token vigente; nunca se guarda en cachés HTTP",
    content = @Content(schema = @Schema(implementation = TokenEntregado.class)))
@APIResponse(
    responseCode = "401",
    description = "Falta un token de este servicio, o no sirve",
    content =
        @Content(mediaType = Problema.TIPO, schema = @Schema(implementation = Problema.class)))
@APIResponse(
    responseCode = "403",
    description = "Quien pregunta no transmite este servicio",
    content =
        @Content(mediaType = Problema.TIPO, schema = @Schema(implementation = Problema.class)))
@APIResponse(responseCode = "404", ref = Respuestas.NO_ENCONTRADO)
@APIResponse(
    responseCode = "429",
    description = "Quien pregunta ya hizo las preguntas de este minuto sobre este servicio",
    headers = @Header(name = "Retry-After", description = "Segundos"),
    content =
        @Content(mediaType = Problema.TIPO, schema = @Schema(implementation = Problema.class)))
@APIResponse(
    responseCode = "503",
    description =
        "No hay token ahora: TERMINOS_SIN_ACEPTAR, SERVICIO_NO_ASIGNADO, CREDENCIAL_RECHAZADA,"
            + " CREDENCIAL_ILEGIBLE, CLIENTE_RECHAZADO, SIN_AUTORIZACION,"
            + " MINISTERIO_NO_DISPONIBLE, TOKEN_ILEGIBLE o BASE_DE_DATOS_NO_DISPONIBLE",
    headers = @Header(name = "Retry-After", description = "Segundos"),
    content =
        @Content(mediaType = Problema.TIPO, schema = @Schema(implementation = Problema.class)))
public class TokensResource {

  private static final String NOMBRES =
      Arrays.stream(ServicioSat.values())
          .map(ServicioSat::nombre)
          .collect(Collectors.joining(", "));

  private final Tokens tokens;
  private final Medidas medidas;
  private final Limitador limitador;
  private final QuienPide quien;
  private final Clock clock;
  private final Portero portero;
  private final UltimoUso ultimoUso;

  TokensResource(
      Tokens tokens,
      Medidas medidas,
      Limitador limitador,
      QuienPide quien,
      Clock clock,
      Portero portero,
      UltimoUso ultimoUso) {
    this.tokens = tokens;
    this.limitador = limitador;
    this.quien = quien;
    this.medidas = medidas;
    this.clock = clock;
    this.portero = portero;
    this.ultimoUso = ultimoUso;
  }

  @GET
  @Requiere({Rol.TOKENS_DE_AFILIACION, Rol.TOKENS_DE_RELACION_LABORAL, Rol.TOKENS_DE_NOVEDADES})
  @Operation(operationId = "tokenVigente", summary = "El token vigente de un servicio")
  public Response vigente(@PathParam("servicio") String nombre) throws SinToken {
    Optional<ServicioSat> servicio = delLlamante(nombre);
    if (servicio.isEmpty()) {
      return desconocido();
    }
    limitador.admitir(quien.solicitante(), servicio.get());
    return entregar(tokens.vigente(servicio.get()));
  }

  @POST
  @Path("/rechazos")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requiere({Rol.TOKENS_DE_AFILIACION, Rol.TOKENS_DE_RELACION_LABORAL, Rol.TOKENS_DE_NOVEDADES})
  @Operation(
      operationId = "rechazo",
      summary = "Otro token, en lugar de uno que el SAT rechazó con 401",
      description =
          "Si la huella ya fue reemplazada, responde el token actual. Si es la del actual, lo"
              + " renueva; a lo sumo una vez cada cinco minutos por servicio.")
  @APIResponse(responseCode = "400", ref = Respuestas.SOLICITUD_INCORRECTA)
  public Response rechazado(@PathParam("servicio") String nombre, @Nullable Rechazo rechazo)
      throws SinToken {
    Optional<ServicioSat> servicio = delLlamante(nombre);
    if (servicio.isEmpty()) {
      return desconocido();
    }
    limitador.admitir(quien.solicitante(), servicio.get());
    String huella = rechazo == null ? null : rechazo.huella();
    if (huella == null || !huella.matches("[0-9a-f]{16}")) {
      return Problemas.incorrecta("Se esperaba {\"huella\": \"16 dígitos hexadecimales\"}");
    }
    return entregar(tokens.enLugarDe(servicio.get(), huella));
  }

  /** Only of the caller's own family (rule 19); empty when there is no such service. */
  private Optional<ServicioSat> delLlamante(String nombre) {
    Optional<ServicioSat> servicio = ServicioSat.porNombre(nombre);
    servicio.ifPresent(suyo -> portero.exigir(Rol.tokensDe(suyo.familia())));
    return servicio;
  }

  private Response entregar(TokenVigente vigente) {
    medidas.entregado(vigente.servicio());
    ultimoUso.visto(vigente.servicio());
    return Response.ok(TokenEntregado.de(vigente, clock.instant())).build();
  }

  private static Response desconocido() {
    return Problemas.noEncontrado("No hay un servicio con ese nombre; los nombres son " + NOMBRES);
  }
}
