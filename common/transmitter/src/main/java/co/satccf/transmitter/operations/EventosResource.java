package co.satccf.transmitter.operations;

import co.satccf.identidad.Requiere;
import co.satccf.identidad.Rol;
import co.satccf.transmitter.problem.Falla;
import co.satccf.transmitter.problem.Problema;
import co.satccf.transmitter.problem.Rechazo;
import co.satccf.transmitter.store.Database;
import co.satccf.transmitter.terminos.Terminos;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What became of an event, for the ERP that published it. */
@Path("/eventos")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Eventos", description = "En qué paró cada evento que publicó el ERP")
class EventosResource {

  private static final int REPORTES_AT_MOST = 100;

  private final Database database;
  private final Reportes reportes;
  private final Terminos terminos;
  private final ObjectMapper json;

  EventosResource(Database database, Reportes reportes, Terminos terminos, ObjectMapper json) {
    this.database = database;
    this.reportes = reportes;
    this.terminos = terminos;
    this.json = json;
  }

  @GET
  @Requiere(Rol.CONSULTA)
  @Operation(
      operationId = "verEvento",
      summary = "En qué paró un evento: reporte, corrección, cuarentena o registro",
      description = "Se busca por la identidad del evento, exacta, y nunca trae su contenido.")
  @APIResponse(responseCode = "200", description = "El evento se recibió, y esto fue de él")
  @APIResponse(
      responseCode = "400",
      description = "Falta 'source' o 'id'",
      content =
          @Content(mediaType = Problema.TIPO, schema = @Schema(implementation = Problema.class)))
  @APIResponse(
      responseCode = "404",
      description = "Ningún evento con esa identidad se ha recibido aquí",
      content =
          @Content(mediaType = Problema.TIPO, schema = @Schema(implementation = Problema.class)))
  public EstadoDelEvento ver(
      @Parameter(description = "source del evento, exacto", required = true) @RestQuery
          @Nullable String source,
      @Parameter(description = "id del evento, exacto", required = true) @RestQuery
          @Nullable String id)
      throws SQLException {
    String eventoSource = Parametros.texto(source);
    String eventoId = Parametros.texto(id);
    if (eventoSource == null || eventoId == null) {
      throw new Rechazo(
          Falla.SOLICITUD_INCORRECTA,
          "Se necesitan 'source' e 'id': los dos identifican el evento");
    }
    Filtro.Evento evento = new Filtro.Evento(eventoSource, eventoId);
    EventosStatements.Recibido recibido =
        database
            .transaction(connection -> EventosStatements.recibido(connection, evento))
            .orElseThrow(
                () -> new Rechazo(Falla.NO_ENCONTRADO, "Aquí no se ha recibido ese evento"));
    List<ReporteResumen> suyos = reportes(evento, recibido);
    return database.transaction(
        connection ->
            new EstadoDelEvento(
                eventoSource,
                eventoId,
                recibido.destino(),
                recibido.repeticiones(),
                suyos,
                EventosStatements.correcciones(connection, evento),
                EventosStatements.cuarentena(connection, evento, json)));
  }

  private List<ReporteResumen> reportes(Filtro.Evento evento, EventosStatements.Recibido recibido) {
    Filtro todos = Filtro.pagina(0, REPORTES_AT_MOST);
    String repetido = recibido.repiteRadicado();
    Filtro filtro =
        repetido == null
            ? todos.del(evento)
            : todos.con("servicio", recibido.repiteServicio()).con("radicado", repetido);
    return reportes.page(filtro).stream().map(row -> ReporteResumen.de(row, terminos)).toList();
  }
}
