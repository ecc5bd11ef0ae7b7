package co.satccf.token.ministerio;

import co.satccf.model.ServicioSat;
import co.satccf.token.config.TokenConfig;
import io.quarkus.oidc.client.OidcClient;
import io.quarkus.oidc.client.OidcClientException;
import io.quarkus.oidc.client.OidcClients;
import io.quarkus.oidc.client.Tokens;
import io.quarkus.oidc.client.runtime.OidcClientConfig;
import io.smallrye.mutiny.TimeoutException;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The Ministry's token endpoint: password grant, the ClientID in the form, no client secret (wire
 * protocol §1.1). One OIDC client for each SAT service; it keeps no token, so every call here is a
 * request.
 */
@ApplicationScoped
public class PuertaDelMinisterio {

  private static final Logger LOG = Logger.getLogger(PuertaDelMinisterio.class);
  private static final String EXPIRES_IN = "expires_in";

  private final OidcClients factory;
  private final TokenConfig config;
  private final Map<ServicioSat, OidcClient> clients = new ConcurrentHashMap<>();

  PuertaDelMinisterio(OidcClients factory, TokenConfig config) {
    this.factory = factory;
    this.config = config;
  }

  /**
   * A token fresh from the Ministry.
   *
   * @param vida as the Ministry has it, perhaps wrong; the configured maximum when it says nothing
   */
  public record Emitido(String token, Duration vida) {

    @Override
    public String toString() {
      return "Emitido[vida=" + vida + "]";
    }
  }

  /**
   * Asks for a token; blocks up to the configured time.
   *
   * @throws SolicitudFallida when there is none, with the reason
   */
  public Emitido solicitar(ServicioSat servicio) throws SolicitudFallida {
    try {
      Tokens tokens = client(servicio).getTokens().await().atMost(config.token().plazo());
      String token = tokens.getAccessToken();
      if (token == null || token.isBlank()) {
        throw new SolicitudFallida(SolicitudFallida.Causa.NO_DISPONIBLE);
      }
      return new Emitido(token, vida(tokens.get(EXPIRES_IN)));
    } catch (OidcClientException refused) {
      throw new SolicitudFallida(causa(refused));
    } catch (TimeoutException late) {
      throw new SolicitudFallida(SolicitudFallida.Causa.NO_DISPONIBLE);
    } catch (RuntimeException failure) {
      // The message may quote the request: only the kind is told.
      LOG.warnf(
          "event=token_request_failed servicio=%s cause=%s",
          servicio.nombre(), failure.getClass().getSimpleName());
      throw new SolicitudFallida(SolicitudFallida.Causa.NO_DISPONIBLE);
    }
  }

  private Duration vida(@Nullable String expiresIn) {
    return expiresIn != null && expiresIn.matches("\\d{1,9}")
        ? Duration.ofSeconds(Long.parseLong(expiresIn))
        : config.token().vidaMaxima();
  }

  private static SolicitudFallida.Causa causa(OidcClientException refused) {
    String message = Objects.requireNonNullElse(refused.getMessage(), "").toLowerCase(Locale.ROOT);
    if (message.contains("invalid_grant")) {
      return SolicitudFallida.Causa.CREDENCIAL_RECHAZADA;
    }
    return message.contains("invalid_client") || message.contains("unauthorized_client")
        ? SolicitudFallida.Causa.CLIENTE_RECHAZADO
        : SolicitudFallida.Causa.NO_DISPONIBLE;
  }

  private OidcClient client(ServicioSat servicio) {
    return clients.computeIfAbsent(
        servicio, s -> factory.newClient(settings(s)).await().atMost(config.token().plazo()));
  }

  private OidcClientConfig settings(ServicioSat servicio) {
    return OidcClientConfig.authServerUrl(config.ministerio().url().toString())
        .id("sat-" + servicio.nombre())
        .discoveryEnabled(false)
        .tokenPath("/token")
        .connectionRetryCount(1)
        .clientId(Objects.requireNonNull(config.clientes().get(servicio.nombre())))
        .grant(OidcClientConfig.Grant.Type.PASSWORD)
        .grantOptions(
            "password",
            Map.of(
                "username", config.credencial().usuario(), "password", config.credencial().clave()))
        .build();
  }

  @PreDestroy
  void close() {
    for (OidcClient client : clients.values()) {
      try {
        client.close();
      } catch (IOException gone) {
        LOG.debug("an OIDC client did not close", gone);
      }
    }
  }
}
