package co.satccf.transmitter.dispatch;

import co.satccf.model.ServicioSat;
import co.satccf.transmitter.token.TokenNoDisponible;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * SAT services that this process does not send because token-service does not answer it, or does
 * not let it in. Local: the gate of the fleet is for what token-service or the Ministry answered.
 */
@ApplicationScoped
public class EsperaDeToken {

  private static final Logger LOG = Logger.getLogger(EsperaDeToken.class);

  /** When to ask again, in {@link System#nanoTime}. */
  private final Map<ServicioSat, Long> esperas = new ConcurrentHashMap<>();

  /** Asks no more for a while. */
  void empezar(ServicioSat servicio, TokenNoDisponible causa) {
    if (esperas.put(servicio, System.nanoTime() + causa.esperar().toNanos()) == null) {
      LOG.errorf(
          "event=token_service_gives_none servicio=%s codigo=%s",
          servicio.nombre(), causa.codigo());
    }
  }

  void terminar(ServicioSat servicio) {
    if (esperas.remove(servicio) != null) {
      LOG.infof("event=token_service_gives_tokens servicio=%s", servicio.nombre());
    }
  }

  /** Whether it is too early to ask again. */
  boolean dura(ServicioSat servicio) {
    Long hasta = esperas.get(servicio);
    return hasta != null && System.nanoTime() - hasta < 0;
  }

  /** Services whose last question had no answer. */
  public Set<ServicioSat> servicios() {
    Set<ServicioSat> servicios = EnumSet.noneOf(ServicioSat.class);
    servicios.addAll(esperas.keySet());
    return servicios;
  }
}
