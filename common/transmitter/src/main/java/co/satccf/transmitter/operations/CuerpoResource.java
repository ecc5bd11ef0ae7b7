package co.satccf.transmitter.operations;

import co.satccf.identidad.Operador;
import co.satccf.identidad.Portero;
import co.satccf.identidad.Requiere;
import co.satccf.identidad.Rol;
import co.satccf.model.ServicioSat;
import co.satccf.model.contrato.Contratos;
import co.satccf.transmitter.auditoria.Asiento;
import co.satccf.transmitter.auditoria.Auditoria;
import co.satccf.transmitter.familia.FamiliaDeServicios;
import co.satccf.transmitter.movimientos.Mover;
import co.satccf.transmitter.movimientos.ReporteTomado;
import co.satccf.transmitter.problem.Falla;
import co.satccf.transmitter.problem.Problema;
import co.satccf.transmitter.problem.Rechazo;
import co.satccf.transmitter.store.Database;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** What a report says, for a person who says why; see {@link CorreccionResource} for its path. */
@Path("/reportes/{servicio}/{radicado}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Reportes")
class CuerpoResource {

  private final FamiliaDeServicios familia;
  private final Contratos contratos;
  private final Database database;
  private final Mover mover;
  private final Portero portero;
  private final ObjectMapper json;

  CuerpoResource(
      FamiliaDeServicios familia,
      Contratos contratos,
      Database database,
      Mover mover,
      Portero portero,
      ObjectMapper json) {
    this.familia = familia;
    this.contratos = contratos;
    this.database = database;
    this.mover = mover;
    this.portero = portero;
    this.json = json;
  }

  @POST
  @Requiere(Rol.OPERADOR)
  @Path("/consultas")
  @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-store")
  @Operation(
      operationId = "consultarCuerpo",
      summary = "Muestra el cuerpo de un reporte y sus campos",
      description = "Trae datos personales: quién lo mira y por qué queda en la auditoría.")
  @APIResponse(responseCode = "200", description = "El cuerpo de la versión actual")
  @APIResponse(
      responseCode = "400",
      description = "Falta el motivo",
      content =
          @Content(mediaType = Problema.TIPO, schema = @Schema(implementation = Problema.class)))
  @APIResponse(
      responseCode = "404",
      description = "No hay tal servicio o tal radicado",
      content =
          @Content(mediaType = Problema.TIPO, schema = @Schema(implementation = Problema.class)))
  @APIResponse(
      responseCode = "409",
      description = "El cuerpo ya se depuró, o no abre con las claves del llavero",
      content =
          @Content(mediaType = Problema.TIPO, schema = @Schema(implementation = Problema.class)))
  public CuerpoConsultado consultar(
      @RestPath String servicio, @RestPath String radicado, @Nullable Motivado pedido)
      throws SQLException {
    ServicioSat propio = Parametros.servicioDeLaRuta(familia, servicio);
    String motivo = Motivos.exigir(pedido);
    Operador operador = portero.operador();
    return database.transaction(
        connection -> consultar(connection, propio, radicado, motivo, operador));
  }

  private CuerpoConsultado consultar(
      Connection connection,
      ServicioSat servicio,
      String radicado,
      String motivo,
      Operador operador)
      throws SQLException {
    ReporteTomado visto =
        mover
            .mirar(connection, servicio, radicado)
            .orElseThrow(
                () ->
                    new Rechazo(
                        Falla.NO_ENCONTRADO,
                        "No hay reporte de %s con ese radicado".formatted(servicio.nombre())));
    String cuerpo = new String(mover.cuerpo(connection, visto), StandardCharsets.UTF_8);
    CuerpoConsultado consultado =
        CuerpoConsultado.de(visto, cuerpo, leido(cuerpo), contratos.campos(servicio));
    ObjectNode detalle = JsonNodeFactory.instance.objectNode();
    detalle.put("version", visto.version());
    Auditoria.anotar(
        connection,
        new Asiento(operador.nombre(), "CONSULTA_CUERPO", visto.objeto(), motivo, detalle));
    return consultado;
  }

  private JsonNode leido(String cuerpo) {
    try {
      return json.readTree(cuerpo);
    } catch (JsonProcessingException notOurs) {
      // Without its text: the message quotes it.
      throw new IllegalStateException("a stored body is not JSON");
    }
  }
}
