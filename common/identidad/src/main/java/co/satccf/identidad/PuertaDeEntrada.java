package co.satccf.identidad;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Lets nobody in without a good token, whatever is asked for, also what does not exist. Before the
 * body is read and before any other code of ours runs.
 */
@Singleton
public class PuertaDeEntrada {

  private static final String IDENTIDAD = Identidad.class.getName();

  private final LectorDeTokens lector;

  PuertaDeEntrada(LectorDeTokens lector) {
    this.lector = lector;
  }

  /** On a thread that may wait for an issuer's keys. */
  @ServerRequestFilter(preMatching = true)
  public Uni<Void> entrar(ContainerRequestContext request) {
    @Nullable List<String> autorizaciones = request.getHeaders().get(HttpHeaders.AUTHORIZATION);
    return Uni.createFrom()
        .item(() -> lector.leer(autorizaciones))
        .runSubscriptionOn(Infrastructure.getDefaultExecutor())
        .invoke(identidad -> request.setProperty(IDENTIDAD, identidad))
        .replaceWithVoid();
  }

  /** Who came in with this request. */
  static Identidad de(ContainerRequestContext request) {
    if (request.getProperty(IDENTIDAD) instanceof Identidad identidad) {
      return identidad;
    }
    throw new IllegalStateException("a request that did not come in by the door");
  }
}
