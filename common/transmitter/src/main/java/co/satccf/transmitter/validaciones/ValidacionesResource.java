package co.satccf.transmitter.validaciones;

import co.satccf.identidad.Requiere;
import co.satccf.identidad.Rol;
import co.satccf.model.evento.LectorEventos;
import co.satccf.transmitter.intake.Ensayo;
import co.satccf.transmitter.intake.Pronostico;
import co.satccf.transmitter.problem.Falla;
import co.satccf.transmitter.problem.Problema;
import co.satccf.transmitter.problem.Rechazo;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestHeader;
import org.jspecify.annotations.Nullable;

/**
 * The dry run for the ERP team: what would happen to these events if they came now. Stores nothing.
 */
@Path("/validaciones")
@Singleton
@RunOnVirtualThread
@Tag(name = "Validaciones", description = "Qué pasaría con unos eventos, sin guardar nada")
class ValidacionesResource {

  static final String NDJSON = "application/x-ndjson";
  private static final String CLOUDEVENT = "application/cloudevents+json";

  private static final Logger LOG = Logger.getLogger(ValidacionesResource.class);

  private final Ensayo ensayo;
  private final ObjectMapper json;

  /** One at a time takes a core and some tens of megabytes; the reports that are due go first. */
  private final Semaphore turno = new Semaphore(1);

  ValidacionesResource(Ensayo ensayo, ObjectMapper json, MeterRegistry metrics) {
    this.ensayo = ensayo;
    this.json = json;
    metrics.gauge("sat.validaciones.en.curso", turno, t -> 1 - t.availablePermits());
  }

  @POST
  @Requiere(Rol.CONSULTA)
  @Consumes({MediaType.APPLICATION_JSON, CLOUDEVENT})
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "validarEvento",
      summary = "Qué pasaría con un evento, o con cada línea de un NDJSON, sin guardar nada",
      description =
          "Con application/json o application/cloudevents+json el cuerpo es un solo CloudEvent. Con"
              + " application/x-ndjson trae hasta 100 000 líneas y 512 MiB, y la respuesta una"
              + " línea por cada una que no esté vacía, en el mismo orden y con la misma forma;"
              + " cada línea cuenta con las anteriores. Dice qué pasaría ahora: no mira el"
              + " cronograma ni las pausas, que solo aplazan el envío.")
  @RequestBody(
      required = true,
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(type = SchemaType.OBJECT)),
        @Content(mediaType = CLOUDEVENT, schema = @Schema(type = SchemaType.OBJECT)),
        @Content(mediaType = NDJSON, schema = @Schema(type = SchemaType.STRING))
      })
  @APIResponse(
      responseCode = "200",
      description = "Lo que pasaría",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = ValidacionDeEvento.class)),
        @Content(mediaType = NDJSON, schema = @Schema(implementation = ValidacionDeEvento.class))
      })
  @APIResponse(
      responseCode = "400",
      description = "El cuerpo está vacío",
      content =
          @Content(mediaType = Problema.TIPO, schema = @Schema(implementation = Problema.class)))
  @APIResponse(
      responseCode = "413",
      description = "Más de 100 000 líneas o de 512 MiB",
      content =
          @Content(mediaType = Problema.TIPO, schema = @Schema(implementation = Problema.class)))
  @APIResponse(
      responseCode = "429",
      description = "Ya hay otra validación en curso",
      content =
          @Content(mediaType = Problema.TIPO, schema = @Schema(implementation = Problema.class)))
  public ValidacionDeEvento validar(InputStream cuerpo) throws SQLException {
    byte[] evento = leer(cuerpo);
    if (evento.length == 0) {
      throw vacio();
    }
    return ValidacionDeEvento.de(1, ensayo.empezar().siguientes(List.of(evento)).getFirst());
  }

  @POST
  @Requiere(Rol.CONSULTA)
  @Consumes(NDJSON)
  @Produces(NDJSON)
  @Operation(hidden = true)
  public InputStream validarLineas(
      InputStream cuerpo, @RestHeader(HttpHeaders.CONTENT_LENGTH) @Nullable Long bytes)
      throws SQLException, IOException {
    if (bytes != null && bytes > Lineas.BYTES_MAXIMOS) {
      throw Lineas.demasiadosBytes();
    }
    if (!turno.tryAcquire()) {
      throw new Rechazo(
          Falla.DEMASIADAS_SOLICITUDES, "Ya hay otra validación en curso: intente más tarde");
    }
    try {
      return validar(new Lineas(cuerpo));
    } finally {
      turno.release();
    }
  }

  private InputStream validar(Lineas lineas) throws SQLException, IOException {
    Ensayo.Sesion sesion = ensayo.empezar();
    Resultados resultados = new Resultados(json);
    List<Lineas.Linea> lote = leer(lineas);
    if (lote.isEmpty()) {
      throw vacio();
    }
    while (!lote.isEmpty()) {
      List<Pronostico> pronosticos =
          sesion.siguientes(lote.stream().map(Lineas.Linea::contenido).toList());
      List<ValidacionDeEvento> validaciones = new ArrayList<>(lote.size());
      for (int i = 0; i < lote.size(); i++) {
        validaciones.add(ValidacionDeEvento.de(lote.get(i).numero(), pronosticos.get(i)));
      }
      resultados.agregar(validaciones);
      lote = leer(lineas);
    }
    return resultados.leer();
  }

  private static List<Lineas.Linea> leer(Lineas lineas) {
    try {
      return lineas.siguientes(Ensayo.LOTE);
    } catch (IOException gone) {
      throw abandonada();
    }
  }

  /** One byte more than the reader of events takes: it is the one that says what is too long. */
  private static byte[] leer(InputStream cuerpo) {
    try {
      return cuerpo.readNBytes(LectorEventos.MAXIMO_BYTES + 1);
    } catch (IOException gone) {
      throw abandonada();
    }
  }

  private static Rechazo abandonada() {
    LOG.info("event=validation_abandoned");
    return new Rechazo(Falla.SOLICITUD_INCORRECTA, "El cuerpo se cortó antes de su fin");
  }

  private static Rechazo vacio() {
    return new Rechazo(Falla.SOLICITUD_INCORRECTA, "El cuerpo no trae ningún evento");
  }
}
