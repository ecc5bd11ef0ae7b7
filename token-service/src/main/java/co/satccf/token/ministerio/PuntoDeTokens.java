package co.satccf.token.ministerio;

import co.satccf.model.ServicioSat;
import co.satccf.token.config.ClientIds;
import co.satccf.token.config.SatConfig;
import co.satccf.token.ministerio.Respuesta.Concedido;
import co.satccf.token.ministerio.Respuesta.SinRespuesta;
import co.satccf.token.vigente.TokenVigente;
import io.quarkus.oidc.client.OidcClient;
import io.quarkus.oidc.client.OidcClientException;
import io.quarkus.oidc.client.OidcClients;
import io.quarkus.oidc.client.Tokens;
import io.quarkus.oidc.client.runtime.OidcClientConfig;
import io.smallrye.faulttolerance.api.TypedGuard;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.util.TypeLiteral;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The Ministry's token endpoint: password grant, {@code client_id} in the form, no secret, one
 * named OIDC client per service. Every call of {@link #pedir} is at most one POST; nothing is
 * cached here.
 */
@ApplicationScoped
public class PuntoDeTokens {

  private static final Logger LOG = Logger.getLogger(PuntoDeTokens.class);

  private final OidcClients oidc;
  private final SatConfig config;
  private final Clock clock;
  private final TypedGuard<Uni<Tokens>> plazo;
  private final Map<ServicioSat, OidcClient> clientes = new ConcurrentHashMap<>();

  PuntoDeTokens(OidcClients oidc, SatConfig config, Clock clock) {
    this.oidc = oidc;
    this.config = config;
    this.clock = clock;
    this.plazo =
        TypedGuard.create(new TypeLiteral<Uni<Tokens>>() {})
            .withTimeout()
            .duration(config.ministerio().plazo().toMillis(), ChronoUnit.MILLIS)
            .done()
            .build();
  }

  /** Asks for a token; whatever goes wrong is an answer too, never an exception. */
  public Respuesta pedir(ServicioSat servicio) {
    Instant pedido = clock.instant();
    try {
      OidcClient cliente = clientes.computeIfAbsent(servicio, this::nuevoCliente);
      return leer(plazo.get(cliente::getTokens).await().indefinitely(), pedido);
    } catch (Negativa negativa) {
      return negativa.respuesta();
    } catch (TimeoutException late) {
      descartar(servicio);
      return sinRespuesta("PLAZO_VENCIDO");
    } catch (OidcClientException unreachable) {
      descartar(servicio);
      return sinRespuesta("SIN_CONEXION");
    } catch (RuntimeException unreadable) {
      LOG.debugf("event=token_answer_unreadable cause=%s", unreadable.getClass().getName());
      return sinRespuesta("RESPUESTA_ILEGIBLE");
    }
  }

  private static SinRespuesta sinRespuesta(String motivo) {
    return new SinRespuesta(motivo, Duration.ZERO);
  }

  private static Respuesta leer(Tokens tokens, Instant pedido) {
    String token = tokens.getAccessToken();
    Duration vida = vida(tokens.get("expires_in"));
    if (token == null || !token.matches("[\\x21-\\x7e]+") || !vida.isPositive()) {
      return sinRespuesta("RESPUESTA_ILEGIBLE");
    }
    return new Concedido(token, vida, pedido);
  }

  /** Seconds as text; the protocol's 20 minutes when the answer does not say. */
  private static Duration vida(@Nullable String expiresIn) {
    BigDecimal maxima = BigDecimal.valueOf(TokenVigente.VIDA_MAXIMA.toSeconds());
    BigDecimal segundos = expiresIn == null ? maxima : new BigDecimal(expiresIn).min(maxima);
    return Duration.ofSeconds(segundos.longValue());
  }

  private OidcClient nuevoCliente(ServicioSat servicio) {
    OidcClientConfig cliente =
        OidcClientConfig.authServerUrl(config.ministerio().url().toString())
            .id(servicio.nombre())
            .discoveryEnabled(false)
            .tokenPath("/token")
            .followRedirects(false)
            .connectionTimeout(config.ministerio().plazo())
            .clientId(ClientIds.de(config.clientes(), servicio))
            .grant(OidcClientConfig.Grant.Type.PASSWORD)
            .grantOptions(
                "password",
                Map.of(
                    "username", config.credencial().usuario().valor(),
                    "password", config.credencial().clave().valor()))
            .build();
    return oidc.newClient(cliente).await().indefinitely();
  }

  /** Closing the client ends its connections; a request given up would else keep one for ever. */
  private void descartar(ServicioSat servicio) {
    OidcClient cliente = clientes.remove(servicio);
    if (cliente != null) {
      cerrar(cliente);
    }
  }

  @PreDestroy
  void cerrar() {
    clientes.values().forEach(PuntoDeTokens::cerrar);
    clientes.clear();
  }

  private static void cerrar(OidcClient cliente) {
    try {
      cliente.close();
    } catch (IOException e) {
      LOG.debugf("event=token_client_not_closed cause=%s", e.getClass().getName());
    }
  }
}
