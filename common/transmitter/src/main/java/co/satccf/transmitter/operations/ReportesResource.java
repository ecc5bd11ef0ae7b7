package co.satccf.transmitter.operations;

import co.satccf.model.ServicioSat;
import co.satccf.model.estado.Bloqueo;
import co.satccf.model.estado.EstadoReporte;
import co.satccf.transmitter.familia.FamiliaDeServicios;
import co.satccf.transmitter.problem.Falla;
import co.satccf.transmitter.problem.Problema;
import co.satccf.transmitter.problem.Rechazo;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The reports of this family, for operators and for whoever checks the counts. */
@Path("/reportes")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(
    name = "Reportes",
    description = "Los reportes de esta familia y lo que se intentó con cada uno")
class ReportesResource {

  private static final int LIMITE = 50;
  private static final int LIMITE_MAXIMO = 500;

  private final FamiliaDeServicios familia;
  private final Reportes reportes;
  private final Intentos intentos;
  private final ObjectMapper json;

  ReportesResource(
      FamiliaDeServicios familia, Reportes reportes, Intentos intentos, ObjectMapper json) {
    this.familia = familia;
    this.reportes = reportes;
    this.intentos = intentos;
    this.json = json;
  }

  @GET
  @Operation(
      operationId = "listarReportes",
      summary = "Lista reportes en orden de llegada",
      description =
          "Los filtros se suman. Para seguir, repita la consulta con despues=<siguiente>.")
  @APIResponse(responseCode = "200", description = "Una página de reportes")
  @APIResponse(
      responseCode = "400",
      description = "Un filtro o la paginación no se entiende; el detalle nombra el valor",
      content =
          @Content(mediaType = Problema.TIPO, schema = @Schema(implementation = Problema.class)))
  public PaginaDeReportes listar(
      @Parameter(description = "Servicio SAT", example = "Desafiliacion") @RestQuery
          @Nullable String servicio,
      @Parameter(
              description = "Estado del reporte",
              schema = @Schema(implementation = EstadoReporte.class))
          @RestQuery
          @Nullable String estado,
      @Parameter(description = "Qué lo detiene", schema = @Schema(implementation = Bloqueo.class))
          @RestQuery
          @Nullable String bloqueo,
      @Parameter(description = "Número de radicado, exacto") @RestQuery @Nullable String radicado,
      @Parameter(description = "Código de la última respuesta, exacto", example = "GE02") @RestQuery
          @Nullable String codigo,
      @Parameter(
              description = "Id del último reporte de la página anterior",
              schema = @Schema(type = SchemaType.INTEGER, minimum = "0", defaultValue = "0"))
          @RestQuery
          @Nullable String despues,
      @Parameter(
              description = "Reportes por página",
              schema =
                  @Schema(
                      type = SchemaType.INTEGER,
                      minimum = "1",
                      maximum = "500",
                      defaultValue = "50"))
          @RestQuery
          @Nullable String limite) {
    Filtro filtro =
        new Filtro(
            Parametros.servicio(familia, servicio),
            Parametros.constante("estado", EstadoReporte.class, estado),
            Parametros.constante("bloqueo", Bloqueo.class, bloqueo),
            Parametros.texto(radicado),
            Parametros.texto(codigo),
            Parametros.entero("despues", despues, 0, Long.MAX_VALUE, 0),
            (int) Parametros.entero("limite", limite, 1, LIMITE_MAXIMO, LIMITE));
    return PaginaDeReportes.de(reportes.page(filtro), filtro.limite());
  }

  @GET
  @Path("/{servicio}/{radicado}")
  @Operation(
      operationId = "verReporte",
      summary = "Un reporte con sus intentos, glosas y veredictos",
      description = "Nunca trae el cuerpo ni datos personales.")
  @APIResponse(responseCode = "200", description = "El reporte")
  @APIResponse(
      responseCode = "404",
      description = "No hay tal servicio o tal radicado",
      content =
          @Content(mediaType = Problema.TIPO, schema = @Schema(implementation = Problema.class)))
  public ReporteDetalle ver(@RestPath String servicio, @RestPath String radicado) {
    ServicioSat propio = Parametros.servicioDeLaRuta(familia, servicio);
    ReporteRow reporte =
        reportes
            .byRadicado(propio, radicado)
            .orElseThrow(
                () ->
                    new Rechazo(
                        Falla.NO_ENCONTRADO,
                        "No hay reporte de %s con ese radicado".formatted(propio.nombre())));
    List<IntentoDetalle> detalles =
        intentos.of(reporte.id).stream().map(row -> IntentoDetalle.de(row, json)).toList();
    return new ReporteDetalle(ReporteResumen.de(reporte), detalles);
  }
}
