package co.satccf.token.api;

import co.satccf.model.ServicioSat;
import co.satccf.token.tokens.TokenNoDisponible;
import co.satccf.token.tokens.TokenVivo;
import co.satccf.token.tokens.TokensDelMinisterio;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Tokens for the transmitters. */
@Path("/tokens")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tokens", description = "El token vigente de cada servicio web del SAT")
@RunOnVirtualThread
public class TokensResource {

  private final TokensDelMinisterio tokens;
  private final Clock clock;
  private final MeterRegistry metrics;

  TokensResource(TokensDelMinisterio tokens, Clock clock, MeterRegistry metrics) {
    this.tokens = tokens;
    this.clock = clock;
    this.metrics = metrics;
  }

  /** A token as a transmitter gets it; remaining seconds, because clocks differ. */
  @RegisterForReflection
  public record TokenEntregado(
      String servicio, String token, String tipo, String huella, long segundosRestantes) {

    @Override
    public String toString() {
      return "TokenEntregado[servicio=" + servicio + ", huella=" + huella + "]";
    }
  }

  /** The token that SAT answered with 401. */
  @RegisterForReflection
  public record Rechazo(@Nullable String huella) {}

  private interface Pedido {
    TokenVivo de(ServicioSat servicio) throws TokenNoDisponible;
  }

  @GET
  @Path("/{servicio}")
  @Operation(operationId = "token", summary = "Entrega un token vigente del servicio")
  public Response token(@PathParam("servicio") String servicio) {
    return responder(servicio, tokens::vigente);
  }

  @POST
  @Path("/{servicio}/rechazos")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "rechazo",
      summary = "Informa que el SAT rechazó un token, y entrega otro",
      description =
          "Si ya hay otro lo entrega sin pedir más; si no, pide uno, a lo sumo cada cinco minutos.")
  public Response rechazo(@PathParam("servicio") String servicio, @Nullable Rechazo rechazo) {
    String huella = rechazo == null ? null : rechazo.huella();
    if (huella == null || !huella.matches("[0-9a-f]{16}")) {
      return Problema.de(
              400, "HUELLA_INVALIDA", "Se espera la huella del token: 16 dígitos hexadecimales")
          .respuesta();
    }
    return responder(servicio, s -> tokens.rechazado(s, huella));
  }

  private Response responder(String nombre, Pedido pedido) {
    var servicio = ServicioSat.porNombre(nombre);
    if (servicio.isEmpty()) {
      return Problema.de(
              404, "SERVICIO_DESCONOCIDO", "El SAT no tiene un servicio con el nombre pedido")
          .respuesta();
    }
    try {
      TokenVivo vivo = pedido.de(servicio.get());
      metrics.counter("sat.token.entregados", "servicio", nombre).increment();
      return Response.ok(
              new TokenEntregado(
                  nombre,
                  vivo.token(),
                  "bearer",
                  vivo.huella(),
                  vivo.restante(clock.instant()).toSeconds()))
          .header(HttpHeaders.CACHE_CONTROL, "no-store")
          .build();
    } catch (TokenNoDisponible none) {
      return Problema.de(503, none.motivo().name(), none.motivo().detalle())
          .respuesta(none.esperar());
    }
  }
}
