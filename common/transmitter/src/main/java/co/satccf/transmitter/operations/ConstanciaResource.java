package co.satccf.transmitter.operations;

import co.satccf.identidad.Operador;
import co.satccf.identidad.Portero;
import co.satccf.identidad.Requiere;
import co.satccf.identidad.Rol;
import co.satccf.model.ServicioSat;
import co.satccf.transmitter.constancia.ConstanciaEmitida;
import co.satccf.transmitter.constancia.ConstanciaHtml;
import co.satccf.transmitter.constancia.Constancias;
import co.satccf.transmitter.familia.FamiliaDeServicios;
import co.satccf.transmitter.problem.Falla;
import co.satccf.transmitter.problem.Problema;
import co.satccf.transmitter.problem.Rechazo;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** The proof of one report, for a program or for a printer. */
@Path("/reportes/{servicio}/{radicado}/constancia")
@RunOnVirtualThread
@Tag(
    name = "Reportes",
    description = "Los reportes de esta familia y lo que se intentó con cada uno")
class ConstanciaResource {

  private static final String PAGINA = "text/html;charset=UTF-8";

  private final FamiliaDeServicios familia;
  private final Constancias constancias;
  private final Portero portero;

  ConstanciaResource(FamiliaDeServicios familia, Constancias constancias, Portero portero) {
    this.familia = familia;
    this.constancias = constancias;
    this.portero = portero;
  }

  @GET
  @Requiere(Rol.CONSULTA)
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "emitirConstancia",
      summary = "Emite la constancia de un reporte",
      description =
          """
          Evento, versiones, intentos con sus instantes y respuestas, hashes de cuerpos y respuestas, correcciones,
          auditoría y cabeza de la cadena, sin datos personales. Cada emisión queda en la auditoría con su huella. Con
          Accept: text/html es una página para imprimir en A4.""")
  @APIResponse(responseCode = "200", description = "La constancia y su huella")
  @APIResponse(
      responseCode = "400",
      description = "Falta quién la pide",
      content =
          @Content(mediaType = Problema.TIPO, schema = @Schema(implementation = Problema.class)))
  @APIResponse(
      responseCode = "404",
      description = "No hay tal servicio o tal radicado",
      content =
          @Content(mediaType = Problema.TIPO, schema = @Schema(implementation = Problema.class)))
  public ConstanciaEmitida json(@RestPath String servicio, @RestPath String radicado)
      throws SQLException {
    return emitir(servicio, radicado);
  }

  @GET
  @Requiere(Rol.CONSULTA)
  @Produces(PAGINA)
  @Operation(hidden = true)
  public Response pagina(@RestPath String servicio, @RestPath String radicado) throws SQLException {
    return Response.ok(ConstanciaHtml.de(emitir(servicio, radicado)), PAGINA)
        .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
        .build();
  }

  private ConstanciaEmitida emitir(String servicio, String radicado) throws SQLException {
    Operador operador = portero.operador();
    ServicioSat propio = Parametros.servicioDeLaRuta(familia, servicio);
    return constancias
        .emitir(propio, radicado, operador)
        .orElseThrow(
            () ->
                new Rechazo(
                    Falla.NO_ENCONTRADO,
                    "No hay reporte de %s con ese radicado".formatted(propio.nombre())));
  }
}
