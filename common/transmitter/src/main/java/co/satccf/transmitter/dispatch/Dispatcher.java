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
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Sends the reports of one SAT service: a token first, then a claim, then a virtual thread for each
 * call. What is claimed ahead of its place waits for the next call to end (rule 6, docs/adr/0024).
 */
final class Dispatcher implements Runnable {

  private static final Logger LOG = Logger.getLogger(Dispatcher.class);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

  /** Places that become free one after the other are filled by one claim. */
  private static final Duration BETWEEN_CLAIMS = Duration.ofMillis(5);

  /** Where one answer has come, or one report, others are about to. */
  private static final Duration MOMENT = Duration.ofMillis(1);

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
  private final DiaYRezago diaYRezago;
  private final AtomicBoolean stopping = new AtomicBoolean();
  private final CountDownLatch over = new CountDownLatch(1);
  private final AtomicBoolean failing = new AtomicBoolean();
  private boolean busy;

  /** Calls that had ended at the last claim. */
  private long ended;

  private int lastCupo;

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
    this.diaYRezago = DiaYRezago.de(servicio, config, envio);
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
      over.countDown();
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
    int allowed = envio.allowed(servicio, places.inFlight());
    // By our clock; the claim looks again by the database's (rule 8).
    List<Integer> clases = cronograma.clasesAbiertas(servicio, clock.instant());
    if (allowed == 0 || clases.isEmpty() || esperaDeToken.dura(servicio)) {
      places.turnAway();
      return false;
    }
    Places.Stand stand = places.stand();
    if (stand.hands() == 0 || !(busy || stand.waiting() > 0 || maybeReady(clases))) {
      ended = stand.ended();
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
      places.turnAway();
      busy = false;
      return false;
    }
    long claimedAt = System.nanoTime();
    Claim claim = database.transaction(connection -> claim(connection, allowed));
    ended = claim.then().ended();
    start(claim, token, claimedAt);
    busy = !claim.claimed().isEmpty();
    boolean waitsForACall = claim.usedUp() && places.stand().ended() == claim.then().ended();
    return busy && !waitsForACall;
  }

  private void start(Claim claim, TokenSat token, long claimedAt) {
    List<ReporteReclamado> claimed = claim.claimed();
    List<CompletableFuture<Boolean>> admitted =
        places.admit(claimed.size(), claim.left(), claim.then());
    for (int i = 0; i < claimed.size(); i++) {
      ReporteReclamado reclamado = claimed.get(i);
      CompletableFuture<Boolean> place = admitted.get(i);
      Thread.ofVirtual()
          .name("sat-" + servicio.nombre())
          .start(() -> send(reclamado, place, token, claimedAt, claim.ronda()));
    }
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
   * @param left of these that have a place at once
   * @param then how places stood when the reports in flight had been counted
   * @param ronda the round of the limit in force
   * @param usedUp nothing more can be sent before a call has ended
   */
  private record Claim(
      List<ReporteReclamado> claimed, int left, Places.Stand then, int ronda, boolean usedUp) {}

  private Claim claim(Connection connection, int allowed) throws SQLException {
    Despacho despacho = DispatchStatements.lock(connection, servicio);
    // What it was raised for up to now is seen by this claim, or waits for its lock.
    work.clear();
    Limite limite = limites.alDia(connection, servicio, despacho.limite(), despacho.ahora());
    List<Integer> clases = cronograma.clasesAbiertas(servicio, despacho.ahora());
    envio.gateStands(servicio, despacho.enPrueba());
    int cupo = despacho.con(limite).cupoEfectivo();
    if (cupo < lastCupo || clases.isEmpty()) {
      places.turnAway();
    }
    lastCupo = cupo;
    if (cupo == 0 || clases.isEmpty()) {
      return new Claim(List.of(), 0, places.stand(), limite.ronda(), false);
    }
    int enVuelo = DispatchStatements.inFlight(connection, servicio, places.inHand());
    Places.Stand then = places.stand();
    Room room = Room.of(cupo, allowed, enVuelo, then, then.ended() - ended);
    List<ReporteReclamado> claimed = diaYRezago.reclamar(connection, clases, room.total());
    if (room.out(claimed.size()) >= limite.enVigor()) {
      limites.lleno(servicio, limite.ronda());
    }
    return new Claim(claimed, room.left(), then, limite.ronda(), room.usedUp(claimed.size()));
  }

  private void send(
      ReporteReclamado reclamado,
      CompletableFuture<Boolean> place,
      TokenSat token,
      long claimedAt,
      int ronda) {
    try {
      if (place.join()) {
        envio.liquidar(llamar(reclamado, token, claimedAt, ronda));
      } else {
        envio.devolver(reclamado);
      }
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
      if (envio.seesGate(servicio)) {
        places.turnAway();
      }
      return contestado;
    } finally {
      places.hangUp(Places.Attempt.of(reclamado));
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
    places.close();
    work.raise();
  }

  /** Waits for the last claim, and for what it took to be settled. */
  boolean awaitIdle(Duration atMost) throws InterruptedException {
    long deadline = System.nanoTime() + atMost.toNanos();
    return over.await(atMost.toNanos(), TimeUnit.NANOSECONDS)
        && places.awaitAll(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
  }
}
