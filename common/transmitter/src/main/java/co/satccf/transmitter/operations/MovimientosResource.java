package co.satccf.transmitter.operations;

import co.satccf.identidad.Portero;
import co.satccf.identidad.Requiere;
import co.satccf.identidad.Rol;
import co.satccf.model.ServicioSat;
import co.satccf.model.estado.EstadoReporte;
import co.satccf.transmitter.decision.Decisiones;
import co.satccf.transmitter.decision.Movido;
import co.satccf.transmitter.decision.Orden;
import co.satccf.transmitter.decision.Seguidor;
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
import java.util.EnumSet;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** What an operator may do to one report. */
@Path("/reportes/{servicio}/{radicado}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(
    name = "Movimientos",
    description =
        "Lo que un operador hace con un reporte. Cada movimiento queda en la auditoría con quién, cuándo y por qué; uno"
            + " que la vida del reporte no admite se rechaza con 409 y no cambia nada")
@APIResponse(
    responseCode = "400",
    description = "Falta el motivo o quién lo pide, o un valor no se entiende",
    content =
        @Content(mediaType = Problema.TIPO, schema = @Schema(implementation = Problema.class)))
@APIResponse(
    responseCode = "404",
    description = "No hay tal servicio o tal radicado",
    content =
        @Content(mediaType = Problema.TIPO, schema = @Schema(implementation = Problema.class)))
@APIResponse(
    responseCode = "409",
    description = "El estado del reporte no admite el movimiento",
    content =
        @Content(mediaType = Problema.TIPO, schema = @Schema(implementation = Problema.class)))
class MovimientosResource {

  private static final Set<EstadoReporte> DECIDIBLES =
      EnumSet.of(EstadoReporte.ACEPTADO, EstadoReporte.GLOSADO, EstadoReporte.PENDIENTE);
  private static final int CODIGO_MAXIMO = 20;

  private final FamiliaDeServicios familia;
  private final Decisiones decisiones;
  private final Reportes reportes;
  private final Terminos terminos;
  private final Portero portero;

  MovimientosResource(
      FamiliaDeServicios familia,
      Decisiones decisiones,
      Reportes reportes,
      Terminos terminos,
      Portero portero) {
    this.familia = familia;
    this.decisiones = decisiones;
    this.reportes = reportes;
    this.terminos = terminos;
    this.portero = portero;
  }

  @POST
  @Requiere(Rol.OPERADOR)
  @Path("/reintentar")
  @Operation(
      operationId = "reintentarReporte",
      summary = "No espera más la pausa tras una falla: lo envía en cuanto haya cupo")
  @APIResponse(responseCode = "200", description = "El reporte")
  public ResultadoDelMovimiento reintentar(
      @RestPath String servicio, @RestPath String radicado, @Nullable Motivado pedido)
      throws SQLException {
    ServicioSat propio = Parametros.servicioDeLaRuta(familia, servicio);
    return resultado(
        propio, radicado, decisiones.reintentar(propio, radicado, orden(Motivos.exigir(pedido))));
  }

  @POST
  @Requiere(Rol.OPERADOR)
  @Path("/reenviar")
  @Operation(
      operationId = "reenviarReporte",
      summary = "Envía de nuevo, sin cambios, un reporte glosado",
      description =
          "Para lo que se arregló en otra parte: en el Ministerio o en un catálogo. Si incumple su contrato, hay que"
              + " corregirlo.")
  @APIResponse(responseCode = "200", description = "El reporte, otra vez pendiente")
  public ResultadoDelMovimiento reenviar(
      @RestPath String servicio, @RestPath String radicado, @Nullable Motivado pedido)
      throws SQLException {
    ServicioSat propio = Parametros.servicioDeLaRuta(familia, servicio);
    return resultado(
        propio, radicado, decisiones.reenviar(propio, radicado, orden(Motivos.exigir(pedido))));
  }

  @POST
  @Requiere(Rol.OPERADOR)
  @Path("/retirar")
  @Operation(
      operationId = "retirarReporte",
      summary = "Retira un reporte que no se ha de enviar",
      description = "Solo aquí: el SAT no admite anular lo que ya aceptó.")
  @APIResponse(responseCode = "200", description = "El reporte retirado y quién recibió su turno")
  public ResultadoDelMovimiento retirar(
      @RestPath String servicio, @RestPath String radicado, @Nullable RetiroPedido pedido)
      throws SQLException {
    ServicioSat propio = Parametros.servicioDeLaRuta(familia, servicio);
    Orden orden = orden(Motivos.exigir(pedido == null ? null : pedido.motivo()));
    Seguidor seguidor =
        pedido == null || pedido.seguidor() == null ? Seguidor.RETENER : pedido.seguidor();
    return resultado(propio, radicado, decisiones.retirar(propio, radicado, seguidor, orden));
  }

  @POST
  @Requiere(Rol.OPERADOR)
  @Path("/decidir")
  @Operation(
      operationId = "decidirReporte",
      summary = "Decide qué fue de un reporte POR_CONFIRMAR o INCIERTO, con su evidencia")
  @APIResponse(responseCode = "200", description = "El reporte decidido")
  public ResultadoDelMovimiento decidir(
      @RestPath String servicio, @RestPath String radicado, @Nullable DecisionPedida pedida)
      throws SQLException {
    ServicioSat propio = Parametros.servicioDeLaRuta(familia, servicio);
    if (pedida == null || pedida.estado() == null || !DECIDIBLES.contains(pedida.estado())) {
      throw new Rechazo(
          Falla.SOLICITUD_INCORRECTA, "'estado' ha de ser ACEPTADO, GLOSADO o PENDIENTE");
    }
    Orden orden = orden(Motivos.exigir(pedida.motivo()));
    return resultado(
        propio,
        radicado,
        decisiones.decidir(
            propio,
            radicado,
            pedida.estado(),
            codigo(pedida.codigo()),
            Motivos.exigir("evidencia", pedida.evidencia()),
            orden));
  }

  @POST
  @Requiere(Rol.OPERADOR)
  @Path("/liberar")
  @Operation(
      operationId = "liberarReporte",
      summary = "Deja seguir un posible duplicado, o uno cuyo anterior se retiró")
  @APIResponse(responseCode = "200", description = "El reporte, ya sin esa retención")
  public ResultadoDelMovimiento liberar(
      @RestPath String servicio, @RestPath String radicado, @Nullable Motivado pedido)
      throws SQLException {
    ServicioSat propio = Parametros.servicioDeLaRuta(familia, servicio);
    return resultado(
        propio, radicado, decisiones.liberar(propio, radicado, orden(Motivos.exigir(pedido))));
  }

  private Orden orden(String motivo) {
    return new Orden(portero.operador().nombre(), motivo);
  }

  private static @Nullable String codigo(@Nullable String codigo) {
    String texto = Parametros.texto(codigo);
    if (texto != null && !texto.matches("[A-Za-z0-9-]{1," + CODIGO_MAXIMO + "}")) {
      throw new Rechazo(
          Falla.SOLICITUD_INCORRECTA,
          "'codigo' admite de 1 a %d letras, cifras y guiones".formatted(CODIGO_MAXIMO));
    }
    return texto;
  }

  private ResultadoDelMovimiento resultado(ServicioSat servicio, String radicado, Movido movido) {
    return ResultadoDelMovimiento.de(
        reportes.byRadicado(servicio, radicado).orElseThrow(), terminos, movido);
  }
}
