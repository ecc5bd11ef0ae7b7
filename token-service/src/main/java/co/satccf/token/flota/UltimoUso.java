package co.satccf.token.flota;

import co.satccf.model.ServicioSat;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** When a transmitter last got its token: written once a minute and replica at the most. */
@ApplicationScoped
public class UltimoUso {

  private static final Logger LOG = Logger.getLogger(UltimoUso.class);
  private static final Duration CADA = Duration.ofMinutes(1);

  private final Database database;
  private final Clock clock;
  private final Map<ServicioSat, Instant> escritos = new ConcurrentHashMap<>();

  public UltimoUso(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** A transmitter gets the token of this service now. */
  public void visto(ServicioSat servicio) {
    Instant ahora = clock.instant();
    @Nullable Instant escrito = escritos.get(servicio);
    if (escrito != null && ahora.isBefore(escrito.plus(CADA))) {
      return;
    }
    escritos.put(servicio, ahora);
    try {
      database.transaction(
          connection ->
              Sql.ejecutar(
                  connection,
                  "update servicio set ultimo_uso = ahora() where nombre = ?",
                  servicio.nombre()));
    } catch (FlotaCaida away) {
      // The token is what matters; the next one after a minute is told again.
      LOG.debugf("event=last_use_not_stored servicio=%s", servicio.nombre());
    }
  }
}
