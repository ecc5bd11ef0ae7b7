package co.satccf.transmitter.operations;

import co.satccf.identidad.Portero;
import co.satccf.identidad.Requiere;
import co.satccf.identidad.Rol;
import co.satccf.model.ServicioSat;
import co.satccf.transmitter.correccion.CorreccionDelOperador;
import co.satccf.transmitter.decision.Orden;
import co.satccf.transmitter.familia.FamiliaDeServicios;
import co.satccf.transmitter.problem.Falla;
import co.satccf.transmitter.problem.Problema;
import co.satccf.transmitter.problem.Rechazo;
import co.satccf.transmitter.terminos.Terminos;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/**
 * An operator's own correction. It has the moves' root path: the framework looks for a method only
 * in the classes of the longest root that fits.
 */
@Path("/reportes/{servicio}/{radicado}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Correcciones")
class CorreccionResource {

  private final FamiliaDeServicios familia;
  private final CorreccionDelOperador correccion;
  private final Reportes reportes;
  private final Terminos terminos;
  private final Portero portero;

  CorreccionResource(
      FamiliaDeServicios familia,
      CorreccionDelOperador correccion,
      Reportes reportes,
      Terminos terminos,
      Portero portero) {
    this.familia = familia;
    this.correccion = correccion;
    this.reportes = reportes;
    this.terminos = terminos;
    this.portero = portero;
  }

  @POST
  @Requiere(Rol.OPERADOR)
  @Path("/correcciones")
  @Operation(
      operationId = "corregirReporte",
      summary = "Corrige los campos de un reporte glosado y lo pone a enviar",
      description =
          "El contrato del servicio se comprueba antes: si aún lo incumple, nada cambia. El resultado 'corregido' avisa al"
              + " ERP, que ha de cambiar lo mismo.")
  @APIResponse(responseCode = "200", description = "El reporte, con su nueva versión")
  @APIResponse(
      responseCode = "404",
      description = "No hay tal servicio o tal radicado",
      content =
          @Content(mediaType = Problema.TIPO, schema = @Schema(implementation = Problema.class)))
  @APIResponse(
      responseCode = "409",
      description = "El reporte no está glosado, o en esta caja solo corrige el ERP",
      content =
          @Content(mediaType = Problema.TIPO, schema = @Schema(implementation = Problema.class)))
  @APIResponse(
      responseCode = "422",
      description = "Con esos cambios aún incumple su contrato; el detalle nombra campos y códigos",
      content =
          @Content(mediaType = Problema.TIPO, schema = @Schema(implementation = Problema.class)))
  public ReporteResumen corregir(
      @RestPath String servicio, @RestPath String radicado, @Nullable CorreccionPedida pedida)
      throws SQLException {
    ServicioSat propio = Parametros.servicioDeLaRuta(familia, servicio);
    String motivo = Motivos.exigir(pedida == null ? null : pedida.motivo());
    Orden orden = new Orden(portero.operador().nombre(), motivo);
    Map<String, String> campos = pedida == null ? null : pedida.campos();
    if (campos == null || campos.isEmpty() || campos.containsValue(null)) {
      throw new Rechazo(
          Falla.SOLICITUD_INCORRECTA, "Falta 'campos': diga qué campos cambian y con qué valor");
    }
    correccion.corregir(propio, radicado, campos, orden);
    return ReporteResumen.de(reportes.byRadicado(propio, radicado).orElseThrow(), terminos);
  }
}
