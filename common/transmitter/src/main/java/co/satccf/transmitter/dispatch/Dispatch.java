package co.satccf.transmitter.dispatch;

import co.satccf.model.ServicioSat;
import co.satccf.transmitter.config.SatConfig;
import co.satccf.transmitter.cronograma.Cronograma;
import co.satccf.transmitter.familia.FamiliaDeServicios;
import co.satccf.transmitter.familia.RequisitoEmpleador;
import co.satccf.transmitter.limite.Limites;
import co.satccf.transmitter.limite.Margen;
import co.satccf.transmitter.store.Database;
import co.satccf.transmitter.store.Hilos;
import co.satccf.transmitter.store.Signals;
import co.satccf.transmitter.token.Tokens;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jboss.logging.Logger;

/** The dispatchers of this process, one for each SAT service of its family. */
@ApplicationScoped
public class Dispatch {

  private static final Logger LOG = Logger.getLogger(Dispatch.class);

  /** Where a new service begins to look for its limit (rule 3). */
  private static final int CUPO_INICIAL = 2;

  private final SatConfig config;
  private final Database database;
  private final Cronograma cronograma;
  private final Tokens tokens;
  private final Envio envio;
  private final EsperaDeToken esperaDeToken;
  private final Simulacion simulacion;
  private final Settlement settlement;
  private final Limites limites;
  private final Signals signals;
  private final FamiliaDeServicios familia;
  private final Clock clock;
  private final Hilos hilos;
  private final List<Dispatcher> dispatchers = new CopyOnWriteArrayList<>();

  Dispatch(
      SatConfig config,
      Database database,
      Cronograma cronograma,
      Tokens tokens,
      Envio envio,
      EsperaDeToken esperaDeToken,
      Simulacion simulacion,
      Settlement settlement,
      Limites limites,
      Signals signals,
      FamiliaDeServicios familia,
      Clock clock,
      Hilos hilos) {
    this.config = config;
    this.database = database;
    this.cronograma = cronograma;
    this.tokens = tokens;
    this.envio = envio;
    this.esperaDeToken = esperaDeToken;
    this.simulacion = simulacion;
    this.settlement = settlement;
    this.limites = limites;
    this.signals = signals;
    this.familia = familia;
    this.clock = clock;
    this.hilos = hilos;
  }

  /**
   * Writes this family's rows of {@code despacho}; pause, gate and the limit that a fleet has found
   * stay as they are. In the order of the services: replicas that start at once must not lock each
   * other out.
   */
  public void register() throws SQLException {
    database.transaction(
        connection -> {
          for (Map.Entry<ServicioSat, RequisitoEmpleador> entry :
              new TreeMap<>(familia.requisitos()).entrySet()) {
            register(connection, entry.getKey(), entry.getValue());
          }
          return true;
        });
  }

  private void register(Connection connection, ServicioSat servicio, RequisitoEmpleador requisito)
      throws SQLException {
    Margen margen = new Margen(config.cupo().piso(), config.cupo().techo());
    try (PreparedStatement upsert =
        connection.prepareStatement(
            """
            insert into despacho (servicio, requisito, cupo, piso, techo) values (?, ?, ?, ?, ?)
            on conflict (servicio) do update
            set requisito = excluded.requisito, piso = excluded.piso, techo = excluded.techo
            """)) {
      upsert.setString(1, servicio.nombre());
      upsert.setString(2, requisito.name());
      upsert.setInt(3, margen.acotar(CUPO_INICIAL));
      upsert.setInt(4, margen.piso());
      upsert.setInt(5, margen.techo());
      upsert.executeUpdate();
    }
  }

  public void start() {
    for (ServicioSat servicio : familia.servicios()) {
      Dispatcher dispatcher =
          new Dispatcher(
              servicio,
              config,
              database,
              cronograma,
              tokens,
              envio,
              esperaDeToken,
              simulacion,
              limites,
              signals,
              clock);
      dispatchers.add(dispatcher);
      hilos.empezar("dispatch-" + servicio.nombre(), dispatcher);
    }
  }

  /** Claims nothing more and waits until what is in flight is settled, or the time is over. */
  public void stop(Duration atMost) throws InterruptedException {
    long deadline = System.nanoTime() + atMost.toNanos();
    dispatchers.forEach(Dispatcher::stop);
    for (Dispatcher dispatcher : dispatchers) {
      if (!dispatcher.awaitIdle(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())))) {
        LOG.warn("event=stopped_with_calls_in_flight");
      }
    }
    dispatchers.clear();
  }

  @Scheduled(
      every = "${sat.arriendo.revision}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void expireLeases() {
    if (dispatchers.isEmpty()) {
      // What was in flight in a restored store may have been answered since (rule 16).
      return;
    }
    for (ServicioSat servicio : familia.servicios()) {
      try {
        settlement.expire(servicio);
      } catch (SQLException | RuntimeException away) {
        LOG.warnf(
            "event=lease_check_waits servicio=%s cause=%s",
            servicio.nombre(), away.getClass().getSimpleName());
      }
    }
  }
}
