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
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Counts of reports. */
@Path("/conteos")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Conteos")
public class ConteosResource {

  private final ConteosStatements conteos;

  ConteosResource(ConteosStatements conteos) {
    this.conteos = conteos;
  }

  @GET
  @Requiere(Rol.CONSULTA)
  @Operation(
      summary = "Cuenta los reportes",
      description =
          """
          Agrupa por cualquier combinación de semana, dia, servicio, rezago, departamento, estado,
          bloqueo y causa; sin agrupar da un solo total. La semana y las fechas las decide el
          instante de la respuesta cuando el estado es final, y el de la recepción mientras no lo
          es. La semana se nombra por su primer día. El bloqueo es el que se dijo con el último
          resultado: los servicios de familia no dicen cuándo se levanta.""")
  @APIResponse(
      responseCode = "200",
      description = "Los conteos",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = Conteos.class)))
  @APIResponse(
      responseCode = "400",
      description = "Un parámetro no es válido",
      content =
          @Content(mediaType = Problema.TIPO, schema = @Schema(implementation = Problema.class)))
  public Conteos contar(
      @Parameter(
              description =
                  "semana, dia, servicio, rezago, departamento, estado, bloqueo, causa; separados"
                      + " por comas",
              example = "semana,servicio")
          @QueryParam("agrupar")
          @Nullable String agrupar,
      @Parameter(description = "Primer día, AAAA-MM-DD", example = "2021-07-29")
          @QueryParam("desde")
          @Nullable String desde,
      @Parameter(description = "Último día, incluido, AAAA-MM-DD", example = "2021-08-04")
          @QueryParam("hasta")
          @Nullable String hasta,
      @Parameter(
              description = "Si solo se cuentan los reportes sin terminar",
              schema =
                  @Schema(
                      enumeration = {"true", "false"},
                      defaultValue = "false"))
          @QueryParam("abiertos")
          @Nullable String abiertos)
      throws SQLException {
    return conteos.contar(Consulta.de(agrupar, Dias.de(desde, hasta), abiertos));
  }

  @GET
  @Path("/posiciones")
  @Requiere(Rol.CONSULTA)
  @Operation(
      summary = "Hasta dónde se han leído los resultados",
      description = "Por tema y partición, la posición del siguiente resultado por leer.")
  @APIResponse(
      responseCode = "200",
      description = "Las posiciones",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema =
                  @Schema(implementation = Map.class, examples = "{\"sat.resultados-0\":1042}")))
  public Map<String, Long> posiciones() throws SQLException {
    return conteos.posiciones();
  }
}
