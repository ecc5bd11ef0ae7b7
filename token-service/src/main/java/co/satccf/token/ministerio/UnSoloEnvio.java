package co.satccf.token.ministerio;

import io.quarkus.arc.Unremovable;
import io.quarkus.oidc.common.OidcEndpoint;
import io.quarkus.oidc.common.OidcRequestFilter;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One POST per request for a token. The OIDC client repeats a request at once when the connection
 * breaks, and cannot be told not to; a wrong password would count twice at the Ministry.
 */
@ApplicationScoped
@Unremovable
@OidcEndpoint(OidcEndpoint.Type.TOKEN)
class UnSoloEnvio implements OidcRequestFilter {

  @Override
  public Uni<Void> filter(OidcRequestFilterContext contexto) {
    AtomicBoolean enviado = new AtomicBoolean();
    return Uni.createFrom()
        .deferred(
            () ->
                enviado.compareAndSet(false, true)
                    ? Uni.createFrom().voidItem()
                    : Uni.createFrom()
                        .failure(new IOException("connection refused or cut; not sent again")));
  }
}
