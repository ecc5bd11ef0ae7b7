package co.satccf.transmitter.operations;

import co.satccf.identidad.Portero;
import co.satccf.identidad.Requiere;
import co.satccf.identidad.Rol;
import co.satccf.transmitter.correccion.Bandeja;
import co.satccf.transmitter.decision.Orden;
import co.satccf.transmitter.problem.Falla;
import co.satccf.transmitter.problem.Problema;
import co.satccf.transmitter.problem.Rechazo;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The tray of corrections that wait. */
@Path("/correcciones")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(
    name = "Correcciones",
    description = "Corregir un reporte glosado, y lo que espera por su original o por una decisión")
class CorreccionesResource {

  private static final int LIMITE = 50;
  private static final int LIMITE_MAXIMO = 500;

  private final Bandeja bandeja;
  private final Portero portero;

  CorreccionesResource(Bandeja bandeja, Portero portero) {
    this.bandeja = bandeja;
    this.portero = portero;
  }

  @GET
  @Requiere(Rol.CONSULTA)
  @Operation(
      operationId = "listarCorrecciones",
      summary = "Lista las correcciones en orden de llegada",
      description =
          "EN_ESPERA: por su original o por la respuesta a un envío. EN_BANDEJA: las ha de ver una persona.")
  @APIResponse(responseCode = "200", description = "Una página de correcciones")
  public PaginaDeCorrecciones listar(
      @Parameter(schema = @Schema(implementation = Bandeja.Estado.class)) @RestQuery
          @Nullable String estado,
      @Parameter(description = "Id de la última de la página anterior") @RestQuery
          @Nullable String despues,
      @Parameter(description = "Correcciones por página, de 1 a 500") @RestQuery
          @Nullable String limite)
      throws SQLException {
    int tope = (int) Parametros.entero("limite", limite, 1, LIMITE_MAXIMO, LIMITE);
    List<Bandeja.Fila> filas =
        bandeja.listar(
            Parametros.constante("estado", Bandeja.Estado.class, estado),
            Parametros.entero("despues", despues, 0, Long.MAX_VALUE, 0),
            tope + 1);
    List<Bandeja.Fila> pagina = filas.stream().limit(tope).toList();
    return new PaginaDeCorrecciones(pagina, filas.size() > tope ? pagina.getLast().id() : null);
  }

  @POST
  @Requiere(Rol.OPERADOR)
  @Path("/{id}/descartar")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "descartarCorreccion",
      summary = "Descarta una corrección que espera o que una persona ya atendió")
  @APIResponse(responseCode = "204", description = "Descartada")
  @APIResponse(
      responseCode = "404",
      description = "No hay una corrección en espera con ese id",
      content =
          @Content(mediaType = Problema.TIPO, schema = @Schema(implementation = Problema.class)))
  public void descartar(@RestPath long id, @Nullable Motivado pedido) throws SQLException {
    if (!bandeja.descartar(id, orden(Motivos.exigir(pedido)))) {
      throw new Rechazo(
          Falla.NO_ENCONTRADO, "No hay una corrección %d en espera ni en bandeja".formatted(id));
    }
  }

  private Orden orden(String motivo) {
    return new Orden(portero.operador().nombre(), motivo);
  }
}
