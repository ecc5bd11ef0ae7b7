package co.satccf.transmitter.dispatch;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Places of this process for reports of one SAT service. A call has one until it is answered; the
 * answer stays in hand until the store has it. What is in hand is in flight by the store's word,
 * but the Ministry has done with it, and it takes no place of the limit (docs/adr/0022).
 */
final class Places {

  private final int connections;
  private final Semaphore calls;

  /** Calls, and answers in hand: what the store does not take must not grow without end. */
  private final Semaphore hands;

  private final Set<Attempt> inHand = ConcurrentHashMap.newKeySet();
  private final AtomicLong answers = new AtomicLong();

  /** One claim of a report: the same report may be claimed again while its answer is let go. */
  record Attempt(long reporte, int intento) {

    static Attempt of(ReporteReclamado reclamado) {
      return new Attempt(reclamado.id(), reclamado.intento());
    }
  }

  Places(int connections) {
    this.connections = connections;
    this.calls = new Semaphore(connections);
    this.hands = new Semaphore(hands());
  }

  private int hands() {
    return 2 * connections;
  }

  int free() {
    return Math.min(calls.availablePermits(), hands.availablePermits());
  }

  /** Calls that are not answered. */
  int inFlight() {
    return connections - calls.availablePermits();
  }

  void take() {
    calls.acquireUninterruptibly();
    hands.acquireUninterruptibly();
  }

  /** The answer is there; to be told before {@link #hangUp}. */
  void answered(Attempt attempt) {
    inHand.add(attempt);
    answers.incrementAndGet();
  }

  /** Answers that have come since the start. */
  long answers() {
    return answers.get();
  }

  /** The call is over, with an answer or without. */
  void hangUp() {
    calls.release();
  }

  /** The store has the answer, or there will be none. */
  void release(Attempt attempt) {
    inHand.remove(attempt);
    hands.release();
  }

  List<Attempt> inHand() {
    return List.copyOf(inHand);
  }

  /** Returns when a call could be made, or after the time. */
  void awaitOne(Duration atMost) throws InterruptedException {
    if (calls.tryAcquire(atMost.toNanos(), TimeUnit.NANOSECONDS)) {
      calls.release();
    }
  }

  /**
   * @return whether all calls ended and all answers were stored within the time; nothing can be
   *     taken after that
   */
  boolean awaitAll(Duration atMost) throws InterruptedException {
    return hands.tryAcquire(hands(), atMost.toNanos(), TimeUnit.NANOSECONDS);
  }
}
