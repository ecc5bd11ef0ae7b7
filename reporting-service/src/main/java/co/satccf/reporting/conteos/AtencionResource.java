package co.satccf.reporting.conteos;

import co.satccf.identidad.Requiere;
import co.satccf.identidad.Rol;
import co.satccf.reporting.problema.Problema;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What needs a hand: refusals, what is late, and how long it all takes. */
@Path("/conteos")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Conteos")
public class AtencionResource {

  private final AtencionStatements atencion;

  AtencionResource(AtencionStatements atencion) {
    this.atencion = atencion;
  }

  @GET
  @Path("/glosas")
  @Requiere(Rol.CONSULTA)
  @Operation(
      summary = "Las glosas más frecuentes",
      description =
          """
          Por código, campo y servicio: cuántas veces se dio en esos días, por el Ministerio o por
          la validación propia, y en cuántos reportes sigue abierta.""")
  @APIResponse(responseCode = "200", description = "De la más frecuente a la menos")
  @APIResponse(
      responseCode = "400",
      description = "Un parámetro no es válido",
      content =
          @Content(mediaType = Problema.TIPO, schema = @Schema(implementation = Problema.class)))
  public Glosas glosas(
      @Parameter(description = "Primer día, AAAA-MM-DD") @QueryParam("desde")
          @Nullable String desde,
      @Parameter(description = "Último día, incluido, AAAA-MM-DD") @QueryParam("hasta")
          @Nullable String hasta,
      @Parameter(
              description = "Cuántas",
              schema = @Schema(minimum = "1", maximum = "500", defaultValue = "20"))
          @QueryParam("limite")
          @Nullable String limite)
      throws SQLException {
    return atencion.glosas(Dias.de(desde, hasta), Limite.de(limite));
  }

  @GET
  @Path("/vencidos")
  @Requiere(Rol.CONSULTA)
  @Operation(
      summary = "Los reportes sin terminar que pasaron su término",
      description =
          """
          Por servicio, contra su término en días hábiles desde el día del hecho, en Bogotá.
          porConfirmar es cierto mientras nadie ha fijado el término: vale el de un día.""")
  @APIResponse(responseCode = "200", description = "Los siete servicios")
  public Vencidos vencidos() throws SQLException {
    return atencion.vencidos();
  }

  @GET
  @Path("/demoras")
  @Requiere(Rol.CONSULTA)
  @Operation(
      summary = "Cuánto pasa del hecho a la aceptación",
      description = "Mediana y percentil 95, por servicio, de lo aceptado en esos días.")
  @APIResponse(responseCode = "200", description = "Los servicios que tienen alguno")
  @APIResponse(
      responseCode = "400",
      description = "Un parámetro no es válido",
      content =
          @Content(mediaType = Problema.TIPO, schema = @Schema(implementation = Problema.class)))
  public Demoras demoras(
      @Parameter(description = "Primer día, AAAA-MM-DD") @QueryParam("desde")
          @Nullable String desde,
      @Parameter(description = "Último día, incluido, AAAA-MM-DD") @QueryParam("hasta")
          @Nullable String hasta)
      throws SQLException {
    return atencion.demoras(Dias.de(desde, hasta));
  }
}
