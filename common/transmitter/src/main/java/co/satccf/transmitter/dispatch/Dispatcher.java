package co.satccf.transmitter.dispatch;

import co.satccf.model.ServicioSat;
import co.satccf.transmitter.config.SatConfig;
import co.satccf.transmitter.cronograma.Cronograma;
import co.satccf.transmitter.limite.Limite;
import co.satccf.transmitter.limite.Limites;
import co.satccf.transmitter.store.Database;
import co.satccf.transmitter.store.Signals;
import co.satccf.transmitter.token.TokenNoDisponible;
import co.satccf.transmitter.token.TokenSat;
import co.satccf.transmitter.token.Tokens;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Sends the reports of one SAT service: a place first, then a token, then a claim, then a virtual
 * thread for each call (rule 6: nothing claimed waits in memory).
 */
final class Dispatcher implements Runnable {

  private static final Logger LOG = Logger.getLogger(Dispatcher.class);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

  /** Places that become free one after the other are filled by one claim. */
  private static final Duration BETWEEN_CLAIMS = Duration.ofMillis(5);

  /** Where one answer has come, or one report, others are about to. */
  private static final Duration MOMENT = Duration.ofMillis(1);

  /** So many may be claimed at once whatever the limit. */
  private static final int FEW = 8;

  private static final int DEL_DIA = 4;

  private final ServicioSat servicio;
  private final SatConfig config;
  private final Database database;
  private final Cronograma cronograma;
  private final Tokens tokens;
  private final Envio envio;
  private final EsperaDeToken esperaDeToken;
  private final Simulacion simulacion;
  private final Limites limites;
  private final Clock clock;
  private final Signals.Signal work;
  private final Places places;
  private final AtomicBoolean stopping = new AtomicBoolean();
  private final CountDownLatch ended = new CountDownLatch(1);
  private final AtomicBoolean failing = new AtomicBoolean();
  private boolean busy;

  Dispatcher(
      ServicioSat servicio,
      SatConfig config,
      Database database,
      Cronograma cronograma,
      Tokens tokens,
      Envio envio,
      EsperaDeToken esperaDeToken,
      Simulacion simulacion,
      Limites limites,
      Signals signals,
      Clock clock) {
    this.servicio = servicio;
    this.config = config;
    this.database = database;
    this.cronograma = cronograma;
    this.tokens = tokens;
    this.envio = envio;
    this.esperaDeToken = esperaDeToken;
    this.simulacion = simulacion;
    this.limites = limites;
    this.clock = clock;
    this.work = signals.workOf(servicio);
    this.places = new Places(config.ministerio().conexiones());
  }

  @Override
  public void run() {
    try {
      while (!stopping.get()) {
        turn();
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    } finally {
      ended.countDown();
    }
  }

  private void turn() throws InterruptedException {
    try {
      long began = System.nanoTime();
      if (!dispatch() && !stopping.get()) {
        work.await(config.sondeo());
        Thread.sleep(MOMENT);
      }
      Thread.sleep(BETWEEN_CLAIMS.minusNanos(System.nanoTime() - began));
      if (failing.compareAndSet(true, false)) {
        LOG.infof("event=dispatch_resumed servicio=%s", servicio.nombre());
      }
    } catch (SQLException | RuntimeException failure) {
      pauseAfter(failure);
    }
  }

  /**
   * @return whether there may be more to send at once
   */
  private boolean dispatch() throws SQLException, InterruptedException {
    if (simulacion.activa()) {
      return simulacion.turno(servicio);
    }
    places.awaitOne(config.sondeo());
    int free = Math.min(places.free(), envio.allowed(servicio, places.inFlight()));
    // By our clock; the claim looks again by the database's (rule 8).
    List<Integer> clases = cronograma.clasesAbiertas(servicio, clock.instant());
    if (free == 0
        || clases.isEmpty()
        || esperaDeToken.dura(servicio)
        || !(busy || maybeReady(clases))) {
      return false;
    }
    TokenSat token;
    try {
      token = tokens.vigente(servicio);
      esperaDeToken.terminar(servicio);
    } catch (TokenNoDisponible unavailable) {
      if (unavailable.deEstaReplica()) {
        esperaDeToken.empezar(servicio, unavailable);
      } else {
        esperaDeToken.terminar(servicio);
        envio.closeGate(servicio, unavailable);
      }
      busy = false;
      return false;
    }
    long claimedAt = System.nanoTime();
    Claim claim = database.transaction(connection -> claim(connection, free));
    for (ReporteReclamado reclamado : claim.claimed()) {
      places.take();
      Thread.ofVirtual()
          .name("sat-" + servicio.nombre())
          .start(() -> send(reclamado, token, claimedAt, claim.ronda()));
    }
    busy = !claim.claimed().isEmpty();
    boolean waitsForAnAnswer = claim.full() && places.answers() == claim.answers();
    return busy && !waitsForAnAnswer;
  }

  /**
   * A token is asked for only when there is something to send and nothing forbids it: a cheap look,
   * no lock.
   */
  private boolean maybeReady(List<Integer> clases) throws SQLException {
    return database.transaction(
        connection -> DispatchStatements.anyReady(connection, servicio, clases));
  }

  /**
   * What one claim took.
   *
   * @param ronda the round of the limit in force
   * @param full the limit is used up
   * @param answers that had come when that was counted
   */
  private record Claim(List<ReporteReclamado> claimed, int ronda, boolean full, long answers) {}

  private Claim claim(Connection connection, int free) throws SQLException {
    Despacho despacho = DispatchStatements.lock(connection, servicio);
    // What it was raised for up to now is seen by this claim, or waits for its lock.
    work.clear();
    Limite limite = limites.alDia(connection, servicio, despacho.limite(), despacho.ahora());
    List<Integer> clases = cronograma.clasesAbiertas(servicio, despacho.ahora());
    envio.gateStands(servicio, despacho.enPrueba());
    int cupo = despacho.con(limite).cupoEfectivo();
    if (cupo == 0 || clases.isEmpty()) {
      return new Claim(List.of(), limite.ronda(), false, 0);
    }
    long answers = places.answers();
    // The share is one of what the fleet leaves, not of the free places of this process.
    int inFlight = DispatchStatements.inFlight(connection, servicio, places.inHand());
    int room = Math.min(Math.min(free, cupo - inFlight), atOnce(cupo));
    List<Integer> delDia = clases.stream().filter(clase -> clase == DEL_DIA).toList();
    List<Integer> backlog = clases.stream().filter(clase -> clase != DEL_DIA).toList();
    List<ReporteReclamado> claimed = new ArrayList<>();
    claimed.addAll(claim(connection, backlog, reservedForBacklog(room)));
    claimed.addAll(claim(connection, delDia, room - claimed.size()));
    claimed.addAll(claim(connection, backlog, room - claimed.size()));
    if (inFlight + claimed.size() >= limite.enVigor()) {
      limites.lleno(servicio, limite.ronda());
    }
    return new Claim(claimed, limite.ronda(), inFlight + claimed.size() >= cupo, answers);
  }

  /**
   * What goes out together comes back together, and would go on so for ever: the Ministry would be
   * idle while we store, and we while it answers. So no claim fills the whole limit.
   */
  private static int atOnce(int cupo) {
    return Math.max(FEW, cupo / 2);
  }

  /** The share rounded up or down by chance, so that it holds for a single one, too. */
  private int reservedForBacklog(int room) {
    return (room * config.rezago().porcentaje() + ThreadLocalRandom.current().nextInt(100)) / 100;
  }

  private List<ReporteReclamado> claim(Connection connection, List<Integer> clases, int limite)
      throws SQLException {
    return limite <= 0 || clases.isEmpty()
        ? List.of()
        : DispatchStatements.claim(connection, servicio, clases, limite, envio.arriendo());
  }

  private void send(ReporteReclamado reclamado, TokenSat token, long claimedAt, int ronda) {
    try {
      envio.liquidar(llamar(reclamado, token, claimedAt, ronda));
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    } finally {
      places.release(Places.Attempt.of(reclamado));
      work.raise();
    }
  }

  /** The place is free as soon as the answer is there. */
  private Envio.Contestado llamar(
      ReporteReclamado reclamado, TokenSat token, long claimedAt, int ronda)
      throws InterruptedException {
    try {
      Envio.Contestado contestado = envio.llamar(reclamado, token, claimedAt, ronda);
      places.answered(Places.Attempt.of(reclamado));
      return contestado;
    } finally {
      places.hangUp();
      work.raise();
    }
  }

  private void pauseAfter(Exception failure) throws InterruptedException {
    if (failing.compareAndSet(false, true)) {
      LOG.errorf(
          "event=dispatch_waits servicio=%s cause=%s",
          servicio.nombre(), failure.getClass().getSimpleName());
      LOG.debug("dispatch failure", failure);
    }
    work.await(AFTER_FAILURE);
  }

  /** Claims nothing more. */
  void stop() {
    stopping.set(true);
    work.raise();
  }

  /** Waits for the last claim, and for what it took to be settled. */
  boolean awaitIdle(Duration atMost) throws InterruptedException {
    long deadline = System.nanoTime() + atMost.toNanos();
    return ended.await(atMost.toNanos(), TimeUnit.NANOSECONDS)
        && places.awaitAll(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
  }
}
