package co.satccf.transmitter.operations;

import co.satccf.identidad.Operador;
import co.satccf.identidad.Portero;
import co.satccf.identidad.Requiere;
import co.satccf.identidad.Rol;
import co.satccf.model.ServicioSat;
import co.satccf.transmitter.auditoria.Asiento;
import co.satccf.transmitter.config.SatConfig;
import co.satccf.transmitter.cronograma.Cronograma;
import co.satccf.transmitter.dispatch.Frenos;
import co.satccf.transmitter.familia.FamiliaDeServicios;
import co.satccf.transmitter.problem.Falla;
import co.satccf.transmitter.problem.Problema;
import co.satccf.transmitter.problem.Rechazo;
import co.satccf.transmitter.restauracion.Restauracion;
import co.satccf.transmitter.store.Database;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Whether each SAT service may send now, and the switches an administrator has on it. */
@Path("/servicios")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(
    name = "Servicios",
    description =
        "Cronograma, puerta, pausa, freno y cupo de cada servicio SAT. Lo que aquí se cambia rige en todas las réplicas"
            + " en menos de 2 segundos y sobrevive a un reinicio")
class ServiciosResource {

  private final FamiliaDeServicios familia;
  private final Cronograma cronograma;
  private final Database database;
  private final Frenos frenos;
  private final Interruptores interruptores;
  private final SatConfig config;
  private final Portero portero;
  private final Restauracion restauracion;

  ServiciosResource(
      FamiliaDeServicios familia,
      Cronograma cronograma,
      Database database,
      Frenos frenos,
      Interruptores interruptores,
      SatConfig config,
      Portero portero,
      Restauracion restauracion) {
    this.familia = familia;
    this.cronograma = cronograma;
    this.database = database;
    this.frenos = frenos;
    this.interruptores = interruptores;
    this.config = config;
    this.portero = portero;
    this.restauracion = restauracion;
  }

  @GET
  @Requiere(Rol.CONSULTA)
  @Operation(
      operationId = "verServicios",
      summary = "Qué deja enviar a cada servicio SAT, o qué lo detiene")
  @APIResponse(responseCode = "200", description = "Los servicios de esta familia")
  public EstadoDeServicios ver() throws SQLException {
    return database.transaction(this::estado);
  }

  @POST
  @Requiere(Rol.ADMINISTRADOR)
  @Path("/pausar")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "pausarServicios",
      summary = "Pausa todos los servicios de esta familia",
      description = "Los que ya estaban en pausa conservan su motivo.")
  @APIResponse(responseCode = "200", description = "Los servicios, todos en pausa")
  @APIResponse(
      responseCode = "400",
      description = "Falta el motivo o quién lo pide",
      content =
          @Content(mediaType = Problema.TIPO, schema = @Schema(implementation = Problema.class)))
  public EstadoDeServicios pausarTodos(@Nullable Motivado cuerpo) throws SQLException {
    Operador operador = portero.operador();
    interruptores.pausar(familia.servicios(), Motivos.exigir(cuerpo), operador);
    return ver();
  }

  @POST
  @Requiere(Rol.ADMINISTRADOR)
  @Path("/reanudar")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "reanudarServicios",
      summary = "Levanta la pausa de todos los servicios de esta familia",
      description = "También las pausas que puso el freno de glosas.")
  @APIResponse(responseCode = "200", description = "Los servicios, ninguno en pausa")
  @APIResponse(
      responseCode = "400",
      description = "Falta el motivo o quién lo pide",
      content =
          @Content(mediaType = Problema.TIPO, schema = @Schema(implementation = Problema.class)))
  public EstadoDeServicios reanudarTodos(@Nullable Motivado cuerpo) throws SQLException {
    Operador operador = portero.operador();
    interruptores.reanudar(familia.servicios(), Motivos.exigir(cuerpo), operador);
    return ver();
  }

  @POST
  @Requiere(Rol.ADMINISTRADOR)
  @Path("/{servicio}/pausar")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "pausarServicio",
      summary = "Pausa el envío de un servicio SAT",
      description = "Nada nuevo sale; lo que está en vuelo termina. Se sigue recibiendo del ERP.")
  @APIResponse(responseCode = "200", description = "El servicio, ya en pausa")
  @APIResponse(
      responseCode = "400",
      description = "Falta el motivo o quién lo pide",
      content =
          @Content(mediaType = Problema.TIPO, schema = @Schema(implementation = Problema.class)))
  @APIResponse(
      responseCode = "404",
      description = "No es un servicio de esta familia",
      content =
          @Content(mediaType = Problema.TIPO, schema = @Schema(implementation = Problema.class)))
  @APIResponse(
      responseCode = "409",
      description = "El servicio ya está en pausa",
      content =
          @Content(mediaType = Problema.TIPO, schema = @Schema(implementation = Problema.class)))
  public EstadoDelServicio pausar(@RestPath String servicio, @Nullable Motivado cuerpo)
      throws SQLException {
    Operador operador = portero.operador();
    ServicioSat propio = Parametros.servicioDeLaRuta(familia, servicio);
    if (interruptores.pausar(Set.of(propio), Motivos.exigir(cuerpo), operador).isEmpty()) {
      throw new Rechazo(Falla.CONFLICTO, propio.nombre() + " ya está en pausa");
    }
    return uno(propio);
  }

  @POST
  @Requiere(Rol.ADMINISTRADOR)
  @Path("/{servicio}/reanudar")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "reanudarServicio",
      summary = "Levanta la pausa de un servicio, la haya puesto una persona o el freno de glosas",
      description =
          "Antes de soltar el freno, corrija lo que causó las glosas: si se repiten, pausa de nuevo. Los frenos de todas"
              + " las réplicas empiezan a contar desde cero.")
  @APIResponse(responseCode = "200", description = "El servicio, ya sin pausa")
  @APIResponse(
      responseCode = "400",
      description = "Falta el motivo o quién lo pide",
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
  public EstadoDelServicio reanudar(@RestPath String servicio, @Nullable Motivado cuerpo)
      throws SQLException {
    Operador operador = portero.operador();
    ServicioSat propio = Parametros.servicioDeLaRuta(familia, servicio);
    if (interruptores.reanudar(Set.of(propio), Motivos.exigir(cuerpo), operador).isEmpty()) {
      throw new Rechazo(Falla.CONFLICTO, propio.nombre() + " no está en pausa");
    }
    return uno(propio);
  }

  @PUT
  @Requiere(Rol.ADMINISTRADOR)
  @Path("/{servicio}/cupo")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "fijarCupo",
      summary = "Fija piso o techo de los reportes en vuelo, por encima de la configuración",
      description =
          "El cupo se busca solo, entre el piso y el techo. Lo que aquí se fija vale en lugar de la configuración; iguales,"
              + " fijan el cupo. Un límite que no se nombra queda como la configuración.")
  @APIResponse(responseCode = "200", description = "El servicio, con el cupo que rige")
  @APIResponse(
      responseCode = "400",
      description = "Un límite no sirve, o falta el motivo o quién lo pide",
      content =
          @Content(mediaType = Problema.TIPO, schema = @Schema(implementation = Problema.class)))
  @APIResponse(
      responseCode = "404",
      description = "No es un servicio de esta familia",
      content =
          @Content(mediaType = Problema.TIPO, schema = @Schema(implementation = Problema.class)))
  public EstadoDelServicio fijarCupo(@RestPath String servicio, @Nullable CupoPedido pedido)
      throws SQLException {
    Operador operador = portero.operador();
    ServicioSat propio = Parametros.servicioDeLaRuta(familia, servicio);
    if (pedido == null) {
      throw new Rechazo(Falla.SOLICITUD_INCORRECTA, "Falta 'piso' o 'techo'");
    }
    pedido.revisar();
    interruptores.fijarCupo(propio, pedido, Motivos.exigir(pedido.motivo()), operador);
    return uno(propio);
  }

  @DELETE
  @Requiere(Rol.ADMINISTRADOR)
  @Path("/{servicio}/cupo")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "devolverCupo",
      summary = "Quita piso y techo: rigen otra vez los de la configuración")
  @APIResponse(responseCode = "200", description = "El servicio, con el cupo que rige")
  @APIResponse(
      responseCode = "400",
      description = "Falta el motivo o quién lo pide",
      content =
          @Content(mediaType = Problema.TIPO, schema = @Schema(implementation = Problema.class)))
  @APIResponse(
      responseCode = "404",
      description = "No es un servicio de esta familia",
      content =
          @Content(mediaType = Problema.TIPO, schema = @Schema(implementation = Problema.class)))
  @APIResponse(
      responseCode = "409",
      description = "No hay piso ni techo fijados",
      content =
          @Content(mediaType = Problema.TIPO, schema = @Schema(implementation = Problema.class)))
  public EstadoDelServicio devolverCupo(@RestPath String servicio, @Nullable Motivado cuerpo)
      throws SQLException {
    Operador operador = portero.operador();
    ServicioSat propio = Parametros.servicioDeLaRuta(familia, servicio);
    interruptores.devolverCupo(propio, Motivos.exigir(cuerpo), operador);
    return uno(propio);
  }

  private EstadoDelServicio uno(ServicioSat servicio) throws SQLException {
    return ver().servicios().stream()
        .filter(s -> s.servicio().equals(servicio.nombre()))
        .findFirst()
        .orElseThrow();
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
              freno(entry.getKey(), despacho.pausa()),
              despacho.cupo(),
              despacho.cupoConfigurado(),
              despacho.cupoFijado(),
              despacho.enVuelo()));
    }
    return new EstadoDeServicios(
        ahora, config.envio(), restauracion.abierta() ? null : restauracion.texto(), servicios);
  }

  private EstadoDelServicio.Freno freno(
      ServicioSat servicio, EstadoDelServicio.@Nullable Pausa pausa) {
    Frenos.Ventana ventana = frenos.ventana(servicio);
    return new EstadoDelServicio.Freno(
        pausa != null && pausa.quien().equals(Asiento.SISTEMA),
        ventana.tamano(),
        ventana.umbral(),
        ventana.respuestas(),
        ventana.porCodigo());
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
