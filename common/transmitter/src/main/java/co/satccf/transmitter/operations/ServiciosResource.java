package co.satccf.transmitter.operations;

import co.satccf.model.ServicioSat;
import co.satccf.transmitter.cronograma.Cronograma;
import co.satccf.transmitter.familia.FamiliaDeServicios;
import co.satccf.transmitter.problem.Falla;
import co.satccf.transmitter.problem.Problema;
import co.satccf.transmitter.problem.Rechazo;
import co.satccf.transmitter.store.Database;
import co.satccf.transmitter.store.Signals;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Whether each SAT service may send now, and the one move an operator has on it. */
@Path("/servicios")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Servicios", description = "Cronograma, puerta, pausa y cupo de cada servicio SAT")
class ServiciosResource {

  private static final Logger LOG = Logger.getLogger(ServiciosResource.class);
  private static final int MOTIVO_MAXIMO = 500;

  private final FamiliaDeServicios familia;
  private final Cronograma cronograma;
  private final Database database;
  private final Signals signals;

  ServiciosResource(
      FamiliaDeServicios familia, Cronograma cronograma, Database database, Signals signals) {
    this.familia = familia;
    this.cronograma = cronograma;
    this.database = database;
    this.signals = signals;
  }

  @GET
  @Operation(
      operationId = "verServicios",
      summary = "Qué deja enviar a cada servicio SAT, o qué lo detiene")
  @APIResponse(responseCode = "200", description = "Los servicios de esta familia")
  public EstadoDeServicios ver() throws SQLException {
    return database.transaction(this::estado);
  }

  @POST
  @Path("/{servicio}/reanudar")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "reanudarServicio",
      summary = "Levanta la pausa que puso el freno de glosas",
      description =
          "Antes de reanudar, corrija lo que causó las glosas: si se repiten, el freno pausa de nuevo.")
  @APIResponse(responseCode = "200", description = "El servicio, ya sin pausa")
  @APIResponse(
      responseCode = "400",
      description = "Falta el motivo o no se entiende",
      content =
          @Content(mediaType = Problema.TIPO, schema = @Schema(implementation = Problema.class)))
  @APIResponse(
      responseCode = "404",
      description = "No es un servicio de esta familia",
      content =
          @Content(mediaType = Problema.TIPO, schema = @Schema(implementation = Problema.class)))
  @APIResponse(
      responseCode = "409",
      description = "El servicio no está en pausa",
      content =
          @Content(mediaType = Problema.TIPO, schema = @Schema(implementation = Problema.class)))
  public EstadoDelServicio reanudar(@RestPath String servicio, @Nullable Reanudacion reanudacion)
      throws SQLException {
    ServicioSat propio = Parametros.servicioDeLaRuta(familia, servicio);
    String motivo = motivo(reanudacion);
    EstadoDeServicios estado =
        database.transaction(
            connection -> {
              if (!ServiciosStatements.resume(connection, propio)) {
                throw new Rechazo(Falla.CONFLICTO, propio.nombre() + " no está en pausa");
              }
              return estado(connection);
            });
    LOG.infof("event=service_resumed servicio=%s motivo=\"%s\"", propio.nombre(), motivo);
    signals.work(propio);
    return estado.servicios().stream()
        .filter(s -> s.servicio().equals(propio.nombre()))
        .findFirst()
        .orElseThrow();
  }

  /** One line, so that it cannot pass for another entry of the log. */
  private static String motivo(@Nullable Reanudacion reanudacion) {
    String motivo = reanudacion == null ? null : reanudacion.motivo();
    if (motivo == null || motivo.isBlank()) {
      throw new Rechazo(Falla.SOLICITUD_INCORRECTA, "Falta 'motivo': diga por qué se reanuda");
    }
    if (motivo.length() > MOTIVO_MAXIMO) {
      throw new Rechazo(
          Falla.SOLICITUD_INCORRECTA,
          "'motivo' tiene %d caracteres; caben %d".formatted(motivo.length(), MOTIVO_MAXIMO));
    }
    return motivo.strip().replaceAll("[\\p{Cntrl}\"]+", " ");
  }

  private EstadoDeServicios estado(Connection connection) throws SQLException {
    Map<ServicioSat, ServiciosStatements.Despacho> despachos = ServiciosStatements.all(connection);
    List<EstadoDelServicio> servicios = new ArrayList<>();
    Instant ahora = Instant.EPOCH;
    for (Map.Entry<ServicioSat, ServiciosStatements.Despacho> entry : despachos.entrySet()) {
      ServiciosStatements.Despacho despacho = entry.getValue();
      ahora = despacho.ahora();
      servicios.add(
          new EstadoDelServicio(
              entry.getKey().nombre(),
              calendario(entry.getKey(), ahora),
              despacho.puerta(),
              despacho.pausa(),
              despacho.cupo(),
              despacho.enVuelo()));
    }
    return new EstadoDeServicios(ahora, servicios);
  }

  private EstadoDelServicio.Calendario calendario(ServicioSat servicio, Instant ahora) {
    Cronograma.Apertura apertura = cronograma.apertura(servicio);
    Vigencia vigencia =
        Vigencia.en(
            ahora, momento -> !cronograma.clasesAbiertas(servicio, momento).isEmpty(), apertura);
    return new EstadoDelServicio.Calendario(
        apertura != null,
        vigencia.abierto(),
        vigencia.desde(),
        vigencia.hasta(),
        cronograma.clasesAbiertas(servicio, ahora));
  }
}
