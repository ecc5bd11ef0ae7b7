package co.satccf.transmitter.dispatch;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Places of this process for reports of one SAT service. A call has one until it is answered; then
 * it goes to who was claimed ahead and waits for one, or is free. The answer stays in hand until
 * the store has it: it is in flight by the store's word, but the Ministry has done with it, and it
 * takes no place of the limit (docs/adr/0022, 0024).
 */
final class Places {

  private final int connections;

  /** Calls, answers in hand and those that wait: what the store does not take is bounded. */
  private final Semaphore hands;

  private final Set<Attempt> inHand = ConcurrentHashMap.newKeySet();

  /** Claimed ahead, in that order; each is told whether it has a place now or never will. */
  private final Queue<CompletableFuture<Boolean>> waiting = new ArrayDeque<>();

  private int calls;
  private long freed;
  private long ended;
  private boolean closed;

  /** One claim of a report: the same report may be claimed again while its answer is let go. */
  record Attempt(long reporte, int intento) {

    static Attempt of(ReporteReclamado reclamado) {
      return new Attempt(reclamado.id(), reclamado.intento());
    }
  }

  /**
   * How things stand at one instant.
   *
   * @param calls that are not answered
   * @param free connections that make no call
   * @param hands that are free for more
   * @param waiting claimed ahead and without a place
   * @param freed places that nobody waited for, since the start
   * @param ended calls that have ended since the start
   */
  record Stand(int calls, int free, int hands, int waiting, long freed, long ended) {}

  Places(int connections) {
    this.connections = connections;
    this.hands = new Semaphore(hands());
  }

  private int hands() {
    return 2 * connections;
  }

  synchronized Stand stand() {
    return new Stand(
        calls, connections - calls, hands.availablePermits(), waiting.size(), freed, ended);
  }

  /** Calls that are not answered. */
  synchronized int inFlight() {
    return calls;
  }

  /**
   * Gives places to what was claimed: as many as were left to it, and those that have become free
   * since; the rest waits for calls to end.
   *
   * @param then how things stood when the reports in flight had been counted
   * @return for each claimed in its order, whether it has its place, when that is known; false:
   *     there will be none
   */
  synchronized List<CompletableFuture<Boolean>> admit(int claimed, int left, Stand then) {
    // Never waits: no claim takes more than there were hands, and nobody else takes any.
    hands.acquireUninterruptibly(claimed);
    int now = Math.min(claimed, left + Math.toIntExact(freed - then.freed()));
    calls += now;
    List<CompletableFuture<Boolean>> admitted = new ArrayList<>(claimed);
    for (int i = 0; i < claimed; i++) {
      if (i < now) {
        admitted.add(CompletableFuture.completedFuture(true));
      } else if (closed) {
        admitted.add(CompletableFuture.completedFuture(false));
      } else {
        CompletableFuture<Boolean> place = new CompletableFuture<>();
        waiting.add(place);
        admitted.add(place);
      }
    }
    return admitted;
  }

  /**
   * The call is over: whoever waits has its place. In the same instant it is in hand, so that no
   * count takes its place for free twice.
   */
  synchronized void hangUp(Attempt attempt) {
    inHand.add(attempt);
    ended++;
    CompletableFuture<Boolean> next = waiting.poll();
    if (next == null) {
      calls--;
      freed++;
    } else {
      next.complete(true);
    }
  }

  /** The store has the answer, or there will be none. */
  void release(Attempt attempt) {
    inHand.remove(attempt);
    hands.release();
  }

  List<Attempt> inHand() {
    return List.copyOf(inHand);
  }

  /** Whoever waits will have no place: it is not the turn of this service any more. */
  synchronized void turnAway() {
    waiting.forEach(place -> place.complete(false));
    waiting.clear();
  }

  /** No place is handed on any more. */
  synchronized void close() {
    closed = true;
    turnAway();
  }

  /**
   * @return whether all calls ended and all answers were stored within the time; nothing can be
   *     taken after that
   */
  boolean awaitAll(Duration atMost) throws InterruptedException {
    return hands.tryAcquire(hands(), atMost.toNanos(), TimeUnit.NANOSECONDS);
  }
}
