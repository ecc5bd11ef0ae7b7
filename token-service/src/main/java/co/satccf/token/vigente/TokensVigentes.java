package co.satccf.token.vigente;

import co.satccf.model.ServicioSat;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The last good token of each service, in this process's memory: a restart asks for new ones. */
@ApplicationScoped
public class TokensVigentes {

  private final Map<ServicioSat, TokenVigente> porServicio = new ConcurrentHashMap<>();

  /** The token kept for a service; it may have expired. */
  public @Nullable TokenVigente de(ServicioSat servicio) {
    return porServicio.get(servicio);
  }

  public void guardar(TokenVigente token) {
    porServicio.put(token.servicio(), token);
  }

  /** Forgets this token; a newer one in its place stays. */
  public void retirar(TokenVigente token) {
    porServicio.remove(token.servicio(), token);
  }
}
