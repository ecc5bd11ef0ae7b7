package co.satccf.reporting.cargas;

import co.satccf.identidad.Portero;
import co.satccf.identidad.Requiere;
import co.satccf.identidad.Rol;
import co.satccf.reporting.informes.Parametros;
import co.satccf.reporting.problema.Problema;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Uploads: a file of facts is taken in, looked at line by line, and then published (ADR 20). */
@Path("/cargas")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Cargas", description = "Archivos de hechos que se revisan y se publican")
@APIResponse(
    responseCode = "400",
    description = "Un parámetro o el archivo no sirve; dice qué hacer",
    content =
        @Content(mediaType = Problema.TIPO, schema = @Schema(implementation = Problema.class)))
@APIResponse(
    responseCode = "404",
    description = "No hay una carga con ese número",
    content =
        @Content(mediaType = Problema.TIPO, schema = @Schema(implementation = Problema.class)))
@APIResponse(
    responseCode = "409",
    description = "Con la carga no se puede hacer eso como está",
    content =
        @Content(mediaType = Problema.TIPO, schema = @Schema(implementation = Problema.class)))
public class CargasResource {

  private final Cargas cargas;
  private final Portero portero;

  CargasResource(Cargas cargas, Portero portero) {
    this.cargas = cargas;
    this.portero = portero;
  }

  @GET
  @Requiere(Rol.CONSULTA)
  @Operation(summary = "Las cargas, la más nueva primero")
  @APIResponse(responseCode = "200", description = "Una página de cargas")
  public List<Carga> listar(
      @Parameter(description = "Número de la última de la página anterior") @QueryParam("despues")
          @Nullable String despues,
      @Parameter(
              description = "Cuántas",
              schema = @Schema(minimum = "1", maximum = "200", defaultValue = "50"))
          @QueryParam("limite")
          @Nullable String limite)
      throws SQLException {
    return cargas.pagina(
        Parametros.entero("despues", despues, Long.MAX_VALUE, Long.MAX_VALUE),
        (int) Parametros.entero("limite", limite, 200, 50));
  }

  @POST
  @Consumes(MediaType.WILDCARD)
  @Requiere(Rol.OPERADOR)
  @Operation(
      summary = "Recibe un archivo NDJSON o CSV y empieza a revisarlo",
      description =
          "El cuerpo es el archivo, tal cual. Se guarda cifrado y los servicios de familia revisan cada línea con el"
              + " token de quien lo sube. No se publica nada.")
  @APIResponse(
      responseCode = "201",
      description = "La carga, en revisión",
      content = @Content(schema = @Schema(implementation = Carga.class)))
  @APIResponse(
      responseCode = "413",
      description = "El archivo es demasiado grande",
      content =
          @Content(mediaType = Problema.TIPO, schema = @Schema(implementation = Problema.class)))
  public Response recibir(
      @Parameter(description = "Nombre del archivo") @QueryParam("nombre") @Nullable String nombre,
      @Parameter(
              description = "De una hoja CSV, el tipo de evento de todas sus líneas",
              example = "co.satccf.afiliacion.primera-vez.v1")
          @QueryParam("tipo")
          @Nullable String tipo,
      @HeaderParam(HttpHeaders.AUTHORIZATION) String autorizacion,
      @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_LENGTH) @Nullable Long bytes,
      InputStream archivo)
      throws IOException, SQLException {
    cargas.admitir(bytes, archivo);
    return Response.status(Response.Status.CREATED)
        .entity(
            cargas.recibir(
                nombre == null ? "" : nombre,
                tipo == null ? "" : tipo,
                archivo,
                portero.operador(),
                autorizacion))
        .build();
  }

  @GET
  @Path("/{id}")
  @Requiere(Rol.CONSULTA)
  @Operation(summary = "Una carga, qué se encontró en ella y su historia")
  @APIResponse(responseCode = "200", description = "La carga")
  public Cargas.Detalle una(@PathParam("id") String id) throws SQLException {
    return cargas.detalle(Cargas.numero(id));
  }

  @GET
  @Path("/{id}/hallazgos")
  @Requiere(Rol.CONSULTA)
  @Operation(summary = "Lo que se encontró en sus líneas, en el orden del archivo")
  @APIResponse(responseCode = "200", description = "Una página de hallazgos")
  public List<Hallazgo> hallazgos(
      @PathParam("id") String id,
      @Parameter(description = "Solo los que impiden publicar la línea") @QueryParam("errados")
          boolean errados,
      @Parameter(description = "Línea del último de la página anterior") @QueryParam("despues")
          @Nullable String despues,
      @Parameter(
              description = "Cuántos",
              schema = @Schema(minimum = "1", maximum = "1000", defaultValue = "100"))
          @QueryParam("limite")
          @Nullable String limite)
      throws SQLException {
    return cargas.hallazgos(
        Cargas.numero(id),
        errados,
        (int) Parametros.entero("despues", despues, Integer.MAX_VALUE, 0),
        (int) Parametros.entero("limite", limite, 1000, 100));
  }

  @POST
  @Path("/{id}/revision")
  @Requiere(Rol.OPERADOR)
  @Operation(summary = "Revisa otra vez todas sus líneas")
  @APIResponse(responseCode = "200", description = "La carga, en revisión")
  public Carga revisar(
      @PathParam("id") String id, @HeaderParam(HttpHeaders.AUTHORIZATION) String autorizacion)
      throws SQLException {
    return cargas.revisar(Cargas.numero(id), portero.operador(), autorizacion);
  }

  /** What whoever publishes knows. */
  @RegisterForReflection
  @Schema(description = "Cómo se publica")
  public record Publicar(
      @Schema(description = "Que se sabe que las líneas con errores se quedan fuera")
          boolean sinErradas) {}

  @POST
  @Path("/{id}/publicacion")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requiere(Rol.OPERADOR)
  @Operation(
      summary = "Publica sus líneas buenas en Kafka",
      description = "Sigue sola hasta el final, también tras un reinicio.")
  @APIResponse(responseCode = "200", description = "La carga, publicándose")
  public Carga publicar(@PathParam("id") String id, @Nullable Publicar como) throws SQLException {
    return cargas.publicar(
        Cargas.numero(id), como != null && como.sinErradas(), portero.operador());
  }

  @POST
  @Path("/{id}/cancelacion")
  @Requiere(Rol.OPERADOR)
  @Operation(summary = "La termina; lo ya publicado queda publicado")
  @APIResponse(responseCode = "200", description = "La carga, cancelada")
  public Carga cancelar(@PathParam("id") String id) throws SQLException {
    return cargas.cancelar(Cargas.numero(id), portero.operador());
  }

  @GET
  @Path("/plantillas/{tipo}")
  @Produces({Plantilla.CSV, MediaType.APPLICATION_JSON})
  @Requiere(Rol.CONSULTA)
  @Operation(summary = "El encabezado de una hoja CSV de esa clase de hecho")
  @APIResponse(responseCode = "200", description = "La hoja, sin líneas")
  public Response plantilla(@PathParam("tipo") String tipo) {
    return Plantilla.de(tipo);
  }
}
