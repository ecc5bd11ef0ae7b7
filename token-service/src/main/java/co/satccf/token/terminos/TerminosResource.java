package co.satccf.token.terminos;

import co.satccf.identidad.Requiere;
import co.satccf.identidad.Rol;
import co.satccf.token.flota.FlotaCaida;
import co.satccf.token.http.QuienPide;
import co.satccf.token.http.Respuestas;
import co.satccf.token.solicitud.Campos;
import co.satccf.token.terminos.VersionDeTerminos.Aceptacion;
import co.satccf.token.terminos.VersionDeTerminos.Texto;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The conditions, and their acceptance (manual MN82, section 6, step 3). */
@Path("/terminos")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(
    name = "Términos",
    description = "Sin la aceptación de la versión vigente no se llama a ningún servicio")
@APIResponse(responseCode = "400", ref = Respuestas.SOLICITUD_INCORRECTA)
@APIResponse(responseCode = "409", ref = Respuestas.CONFLICTO)
@APIResponse(responseCode = "503", ref = Respuestas.NO_DISPONIBLE)
class TerminosResource {

  private static final int LARGO = 200_000;

  private final Terminos terminos;
  private final QuienPide quien;

  TerminosResource(Terminos terminos, QuienPide quien) {
    this.terminos = terminos;
    this.quien = quien;
  }

  @GET
  @Requiere(Rol.CONSULTA)
  @Operation(operationId = "terminos", summary = "La versión vigente, y quién la aceptó")
  @APIResponse(responseCode = "200", description = "La versión vigente")
  public VersionDeTerminos vigente() throws FlotaCaida {
    return terminos.vigente();
  }

  @GET
  @Path("/versiones")
  @Requiere(Rol.CONSULTA)
  @Operation(operationId = "versionesDeTerminos", summary = "Todas las versiones")
  @APIResponse(responseCode = "200", description = "De la más reciente a la primera")
  public VersionDeTerminos.Todas todas() throws FlotaCaida {
    return new VersionDeTerminos.Todas(terminos.todas());
  }

  @POST
  @Path("/versiones")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requiere(Rol.ADMINISTRADOR)
  @Operation(
      operationId = "publicarTerminos",
      summary = "Publica una versión nueva",
      description = "Desde ese momento no se llama a ningún servicio hasta que alguien la acepte.")
  @APIResponse(responseCode = "201", description = "La versión, sin aceptar")
  public RestResponse<VersionDeTerminos> publicar(@Nullable Texto nuevo) throws FlotaCaida {
    String texto = Campos.texto("texto", Campos.exigido("el cuerpo", nuevo).texto(), LARGO);
    return RestResponse.status(
        RestResponse.Status.CREATED, terminos.publicar(texto, quien.solicitante()));
  }

  @POST
  @Path("/aceptacion")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requiere(Rol.ADMINISTRADOR)
  @Operation(
      operationId = "aceptarTerminos",
      summary = "Acepta la versión vigente",
      description = "Queda a nombre de quien presenta el token. Repetirlo no cambia nada.")
  @APIResponse(responseCode = "200", description = "La versión, aceptada")
  public VersionDeTerminos aceptar(@Nullable Aceptacion aceptacion) throws FlotaCaida {
    int version = Campos.exigido("version", Campos.exigido("el cuerpo", aceptacion).version());
    return terminos.aceptar(version, quien.solicitante());
  }
}
