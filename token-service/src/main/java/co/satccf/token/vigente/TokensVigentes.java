package co.satccf.token.vigente;

import co.satccf.model.ServicioSat;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The last good token of each service that this replica has seen: what it can still hand out while
 * the database is away.
 */
@ApplicationScoped
public class TokensVigentes {

  private final Map<ServicioSat, TokenVigente> porServicio = new ConcurrentHashMap<>();

  /** The token kept for a service; it may have expired. */
  public @Nullable TokenVigente de(ServicioSat servicio) {
    return porServicio.get(servicio);
  }

  /** Two looks may end in the other order; the newer token stays. */
  public void guardar(TokenVigente token) {
    porServicio.merge(
        token.servicio(),
        token,
        (anterior, nuevo) -> nuevo.pedido().isBefore(anterior.pedido()) ? anterior : nuevo);
  }

  /** Forgets the token of this service, whichever it is. */
  public void olvidar(ServicioSat servicio) {
    porServicio.remove(servicio);
  }

  /** Forgets this token; another in its place stays. */
  public void olvidar(ServicioSat servicio, String huella) {
    porServicio.computeIfPresent(
        servicio, (cual, token) -> token.huella().equals(huella) ? null : token);
  }
}
