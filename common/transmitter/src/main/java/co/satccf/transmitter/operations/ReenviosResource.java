package co.satccf.transmitter.operations;

import co.satccf.identidad.Portero;
import co.satccf.identidad.Requiere;
import co.satccf.identidad.Rol;
import co.satccf.model.ServicioSat;
import co.satccf.transmitter.decision.Orden;
import co.satccf.transmitter.decision.Reenvios;
import co.satccf.transmitter.familia.FamiliaDeServicios;
import co.satccf.transmitter.problem.Falla;
import co.satccf.transmitter.problem.Problema;
import co.satccf.transmitter.problem.Rechazo;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What an operator may do to many reports at once. */
@Path("/reenvios")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Movimientos")
class ReenviosResource {

  private static final int LIMITE = 1_000;
  private static final int LIMITE_MAXIMO = 10_000;

  private final FamiliaDeServicios familia;
  private final Reenvios reenvios;
  private final Portero portero;

  ReenviosResource(FamiliaDeServicios familia, Reenvios reenvios, Portero portero) {
    this.familia = familia;
    this.reenvios = reenvios;
    this.portero = portero;
  }

  @POST
  @Requiere(Rol.OPERADOR)
  @Operation(
      operationId = "reenviarPorCodigo",
      summary = "Envía de nuevo, sin cambios, los reportes glosados con un código",
      description =
          "Cada uno queda en la auditoría. Para seguir, repita el pedido con despues=<siguiente>.")
  @APIResponse(responseCode = "200", description = "Cuántos se reenviaron y cuántos no")
  @APIResponse(
      responseCode = "400",
      description = "Falta un valor o no se entiende",
      content =
          @Content(mediaType = Problema.TIPO, schema = @Schema(implementation = Problema.class)))
  public Reenvios.Balance reenviar(@Nullable ReenvioPedido pedido) throws SQLException {
    if (pedido == null) {
      throw new Rechazo(Falla.SOLICITUD_INCORRECTA, "Falta el cuerpo");
    }
    String motivo = Motivos.exigir(pedido.motivo());
    ServicioSat servicio = Parametros.servicioDelCuerpo(familia, pedido.servicio());
    String codigo = Parametros.texto(pedido.codigo());
    if (servicio == null || codigo == null) {
      throw new Rechazo(Falla.SOLICITUD_INCORRECTA, "Faltan 'servicio' o 'codigo'");
    }
    int limite = pedido.limite() == null ? LIMITE : pedido.limite();
    if (limite < 1 || limite > LIMITE_MAXIMO) {
      throw new Rechazo(
          Falla.SOLICITUD_INCORRECTA,
          "'%d' no sirve como 'limite'; se espera un entero de 1 a %d"
              .formatted(limite, LIMITE_MAXIMO));
    }
    return reenvios.reenviar(
        servicio,
        codigo,
        pedido.despues() == null ? 0 : pedido.despues(),
        limite,
        new Orden(portero.operador().nombre(), motivo));
  }
}
