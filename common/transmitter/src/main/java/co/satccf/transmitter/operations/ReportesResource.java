package co.satccf.transmitter.operations;

import co.satccf.identidad.Requiere;
import co.satccf.identidad.Rol;
import co.satccf.model.ServicioSat;
import co.satccf.model.estado.Bloqueo;
import co.satccf.model.estado.EstadoReporte;
import co.satccf.transmitter.familia.FamiliaDeServicios;
import co.satccf.transmitter.problem.Falla;
import co.satccf.transmitter.problem.Problema;
import co.satccf.transmitter.problem.Rechazo;
import co.satccf.transmitter.terminos.Terminos;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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

  private static final Duration POR_VENCER_MAXIMO = Duration.ofDays(30);

  private final FamiliaDeServicios familia;
  private final Reportes reportes;
  private final Intentos intentos;
  private final Terminos terminos;
  private final ObjectMapper json;
  private final Clock clock;

  ReportesResource(
      FamiliaDeServicios familia,
      Reportes reportes,
      Intentos intentos,
      Terminos terminos,
      ObjectMapper json,
      Clock clock) {
    this.familia = familia;
    this.reportes = reportes;
    this.intentos = intentos;
    this.terminos = terminos;
    this.json = json;
    this.clock = clock;
  }

  @GET
  @Requiere(Rol.CONSULTA)
  @Operation(
      operationId = "listarReportes",
      summary = "Lista reportes en orden de llegada",
      description =
          "Los filtros se suman. Para seguir, repita la consulta con despues=<siguiente>."
              + " Con 'vencido' o 'porVencer' el orden es el de vencimiento.")
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
              description =
                  "Solo los que no han terminado y ya vencieron, el más antiguo primero; no va con"
                      + " 'porVencer'",
              schema = @Schema(type = SchemaType.BOOLEAN))
          @RestQuery
          @Nullable String vencido,
      @Parameter(
              description =
                  "Solo los que no han terminado y vencen en este plazo (ISO 8601, hasta P30D;"
                      + " true: el de sat.por-vencer, como en los conteos); no va con 'vencido'",
              example = "PT4H")
          @RestQuery
          @Nullable String porVencer,
      @Parameter(description = "source del evento del que vino el reporte, exacto; va con eventoId")
          @RestQuery
          @Nullable String eventoSource,
      @Parameter(description = "id del evento del que vino el reporte, exacto; va con eventoSource")
          @RestQuery
          @Nullable String eventoId,
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
    ServicioSat propio = Parametros.servicio(familia, servicio);
    Filtro filtro =
        Parametros.pagina(despues, limite)
            .con("servicio", propio == null ? null : propio.nombre())
            .con("estado", nombre(Parametros.constante("estado", EstadoReporte.class, estado)))
            .con("bloqueo", nombre(Parametros.constante("bloqueo", Bloqueo.class, bloqueo)))
            .con("radicado", Parametros.texto(radicado))
            .con("codigo", Parametros.texto(codigo))
            .en(plazo(vencido, porVencer))
            .del(evento(eventoSource, eventoId));
    return PaginaDeReportes.de(reportes.page(filtro), filtro.limite(), terminos);
  }

  private static @Nullable String nombre(@Nullable Enum<?> constante) {
    return constante == null ? null : constante.name();
  }

  private Filtro.@Nullable Plazo plazo(@Nullable String vencido, @Nullable String porVencer) {
    boolean overdue = Parametros.marca("vencido", vencido);
    Duration soon =
        Parametros.plazo("porVencer", porVencer, terminos.porVencer(), POR_VENCER_MAXIMO);
    if (overdue && soon != null) {
      throw new Rechazo(
          Falla.SOLICITUD_INCORRECTA, "'vencido' y 'porVencer' se excluyen: pida lo uno o lo otro");
    }
    Instant ahora = clock.instant();
    if (overdue) {
      return new Filtro.Plazo(null, ahora);
    }
    return soon == null ? null : new Filtro.Plazo(ahora, ahora.plus(soon));
  }

  private static Filtro.@Nullable Evento evento(@Nullable String source, @Nullable String id) {
    String eventoSource = Parametros.texto(source);
    String eventoId = Parametros.texto(id);
    if (eventoSource == null && eventoId == null) {
      return null;
    }
    if (eventoSource == null || eventoId == null) {
      throw new Rechazo(
          Falla.SOLICITUD_INCORRECTA, "'eventoSource' y 'eventoId' van juntos: falta uno");
    }
    return new Filtro.Evento(eventoSource, eventoId);
  }

  @GET
  @Requiere(Rol.CONSULTA)
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
    return new ReporteDetalle(ReporteResumen.de(reporte, terminos), detalles);
  }
}
