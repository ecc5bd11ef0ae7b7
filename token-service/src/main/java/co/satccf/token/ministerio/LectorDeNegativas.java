package co.satccf.token.ministerio;

import co.satccf.token.ministerio.Respuesta.ClienteRechazado;
import co.satccf.token.ministerio.Respuesta.CredencialRechazada;
import co.satccf.token.ministerio.Respuesta.NegadoSinMotivo;
import co.satccf.token.ministerio.Respuesta.SinRespuesta;
import io.quarkus.arc.Unremovable;
import io.quarkus.oidc.common.OidcEndpoint;
import io.quarkus.oidc.common.OidcResponseFilter;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Reads a refusal while status, headers and body are at hand: the OIDC client itself would pass on
 * the body's text alone.
 */
@ApplicationScoped
@Unremovable
@OidcEndpoint(OidcEndpoint.Type.TOKEN)
class LectorDeNegativas implements OidcResponseFilter {

  private static final Duration ESPERA_MAXIMA = Duration.ofHours(1);

  @Override
  public Uni<Void> filter(OidcResponseFilterContext contexto) {
    String error = error(contexto.responseBody());
    if (contexto.statusCode() == 200 && error.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    Duration esperar = esperar(contexto.responseHeaders().get("Retry-After"));
    return Uni.createFrom().failure(new Negativa(leer(contexto.statusCode(), error, esperar)));
  }

  static Respuesta leer(int estado, String error, Duration esperar) {
    return switch (error) {
      case "invalid_grant" -> new CredencialRechazada();
      case "invalid_client", "unauthorized_client" -> new ClienteRechazado();
      case "server_error", "temporarily_unavailable" -> new SinRespuesta("HTTP_" + estado, esperar);
      default -> sinError(estado, esperar);
    };
  }

  private static Respuesta sinError(int estado, Duration esperar) {
    return switch (estado) {
      case 200, 400, 401, 403 -> new NegadoSinMotivo(estado);
      default -> new SinRespuesta("HTTP_" + estado, esperar);
    };
  }

  /** The OAuth error code (RFC 6749, section 5.2), or "". */
  private static String error(@Nullable Buffer cuerpo) {
    if (cuerpo == null) {
      return "";
    }
    try {
      JsonObject json = new JsonObject(cuerpo.getDelegate());
      return json.getValue("error") instanceof String codigo ? codigo : "";
    } catch (DecodeException | ClassCastException unreadable) {
      return "";
    }
  }

  private static Duration esperar(@Nullable String cabecera) {
    if (cabecera == null || !cabecera.matches("\\d{1,9}")) {
      return Duration.ZERO;
    }
    Duration pedida = Duration.ofSeconds(Long.parseLong(cabecera));
    return pedida.compareTo(ESPERA_MAXIMA) < 0 ? pedida : ESPERA_MAXIMA;
  }
}
