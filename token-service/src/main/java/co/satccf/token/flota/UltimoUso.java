package co.satccf.token.flota;

import co.satccf.model.ServicioSat;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * When a transmitter last got its token. It is remembered while tokens are handed out, and written
 * beside that, once a minute: what is lost with a replica that is killed is a minute of it.
 */
@ApplicationScoped
public class UltimoUso {

  private static final Logger LOG = Logger.getLogger(UltimoUso.class);

  private final Database database;
  private final Clock clock;
  private final Map<ServicioSat, Instant> vistos = new ConcurrentHashMap<>();

  public UltimoUso(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** A transmitter gets the token of this service now. */
  public void visto(ServicioSat servicio) {
    vistos.put(servicio, clock.instant());
  }

  void alApagar(@Observes ShutdownEvent event) {
    anotar();
  }

  /** Writes what has been seen since the last time. */
  @Scheduled(every = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  public void anotar() {
    Map<ServicioSat, Instant> ahora = Map.copyOf(vistos);
    if (ahora.isEmpty()) {
      return;
    }
    try {
      database.transaction(connection -> anotar(connection, ahora));
      ahora.forEach(vistos::remove);
    } catch (FlotaCaida away) {
      LOG.debugf("event=last_use_not_stored servicios=%d", ahora.size());
    }
  }

  /** In the order of the names, so that replicas do not wait for each other in a ring. */
  private int anotar(Connection connection, Map<ServicioSat, Instant> cuando) throws SQLException {
    int filas = 0;
    for (ServicioSat servicio : cuando.keySet().stream().sorted().toList()) {
      Duration hace = Duration.between(cuando.get(servicio), clock.instant());
      filas +=
          Sql.ejecutar(
              connection,
              "update servicio set ultimo_uso = greatest(ultimo_uso, ahora() - "
                  + Sql.LAPSO
                  + ")"
                  + " where nombre = ?",
              hace,
              servicio.nombre());
    }
    return filas;
  }
}
