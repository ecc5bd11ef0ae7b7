package co.satccf.token.ministerio;

import co.satccf.model.ServicioSat;
import co.satccf.token.config.ClientIds;
import co.satccf.token.config.SatConfig;
import co.satccf.token.ministerio.Respuesta.Concedido;
import co.satccf.token.ministerio.Respuesta.SinRespuesta;
import co.satccf.token.secretos.Credencial;
import co.satccf.token.vigente.Vida;
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
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The Ministry's token endpoint: password grant, {@code client_id} in the form, no secret, one
 * named OIDC client per service. Every call of {@link #pedir} is at most one POST; no token is kept
 * here. Only who holds the fleet's one door calls, so that no two calls of a service overlap.
 */
@ApplicationScoped
public class PuntoDeTokens {

  private static final Logger LOG = Logger.getLogger(PuntoDeTokens.class);

  private final OidcClients oidc;
  private final SatConfig config;
  private final TypedGuard<Uni<Tokens>> plazo;
  private final Map<ServicioSat, Con> clientes = new ConcurrentHashMap<>();

  /** A client, and the credentials it was made with. */
  private record Con(Credencial credencial, OidcClient cliente) {}

  PuntoDeTokens(OidcClients oidc, SatConfig config) {
    this.oidc = oidc;
    this.config = config;
    this.plazo =
        TypedGuard.create(new TypeLiteral<Uni<Tokens>>() {})
            .withTimeout()
            .duration(config.ministerio().plazo().toMillis(), ChronoUnit.MILLIS)
            .done()
            .build();
  }

  /** Asks for a token; whatever goes wrong is an answer too, never an exception. */
  public Respuesta pedir(ServicioSat servicio, Credencial credencial) {
    try {
      OidcClient cliente = cliente(servicio, credencial);
      return leer(plazo.get(cliente::getTokens).await().indefinitely());
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

  private static Respuesta leer(Tokens tokens) {
    String token = tokens.getAccessToken();
    Duration vida = vida(tokens.get("expires_in"));
    if (token == null || !token.matches("[\\x21-\\x7e]+") || !vida.isPositive()) {
      return sinRespuesta("RESPUESTA_ILEGIBLE");
    }
    return new Concedido(token, vida);
  }

  /** Seconds as text; the protocol's 20 minutes when the answer does not say. */
  private static Duration vida(@Nullable String expiresIn) {
    BigDecimal maxima = BigDecimal.valueOf(Vida.MAXIMA.toSeconds());
    BigDecimal segundos = expiresIn == null ? maxima : new BigDecimal(expiresIn).min(maxima);
    return Duration.ofSeconds(segundos.longValue());
  }

  private OidcClient cliente(ServicioSat servicio, Credencial credencial) {
    Con actual = clientes.get(servicio);
    if (actual != null && actual.credencial().equals(credencial)) {
      return actual.cliente();
    }
    descartar(servicio);
    OidcClient nuevo = nuevoCliente(servicio, credencial);
    clientes.put(servicio, new Con(credencial, nuevo));
    return nuevo;
  }

  private OidcClient nuevoCliente(ServicioSat servicio, Credencial credencial) {
    OidcClientConfig cliente =
        OidcClientConfig.authServerUrl(config.ministerio().url().toString())
            .id(servicio.nombre())
            .discoveryEnabled(false)
            .tokenPath("/token")
            .followRedirects(false)
            .connectionTimeout(config.ministerio().plazo())
            .clientId(ClientIds.de(config.clientes(), servicio).orElseThrow())
            .grant(OidcClientConfig.Grant.Type.PASSWORD)
            .grantOptions(
                "password",
                Map.of("username", credencial.usuario(), "password", credencial.clave()))
            .build();
    return oidc.newClient(cliente).await().indefinitely();
  }

  /** Closing the client ends its connections; a request given up would else keep one for ever. */
  private void descartar(ServicioSat servicio) {
    Con descartado = clientes.remove(servicio);
    if (descartado != null) {
      cerrar(descartado.cliente());
    }
  }

  @PreDestroy
  void cerrar() {
    Set.copyOf(clientes.keySet()).forEach(this::descartar);
  }

  private static void cerrar(OidcClient cliente) {
    try {
      cliente.close();
    } catch (IOException e) {
      LOG.debugf("event=token_client_not_closed cause=%s", e.getClass().getName());
    }
  }
}
