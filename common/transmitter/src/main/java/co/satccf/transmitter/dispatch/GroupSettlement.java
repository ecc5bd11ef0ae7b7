package co.satccf.transmitter.dispatch;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Answers that come within a moment, and while others are being stored, share the next transaction:
 * one commit serves many. Two are under way at most, so that one is written while the other's
 * commit reaches the disk (docs/adr/0011).
 */
@ApplicationScoped
class GroupSettlement {

  private static final int AT_MOST = 128;
  private static final int AT_ONCE = 2;

  /** Costs little: an answered call holds no place of its replica (docs/adr/0022). */
  private static final Duration MOMENT = Duration.ofMillis(2);

  private final Settlement settlement;
  private final Queue<Waiting> queue = new ConcurrentLinkedQueue<>();
  private final AtomicInteger unstored = new AtomicInteger();
  private final Semaphore turns = new Semaphore(AT_ONCE);

  GroupSettlement(Settlement settlement, MeterRegistry registry) {
    this.settlement = settlement;
    registry.gauge("sat.respuestas.por.guardar", unstored);
  }

  private record Waiting(Desenlace desenlace, CompletableFuture<Void> stored) {}

  /**
   * Returns when the answer is committed.
   *
   * @throws SQLException also when another answer of the same transaction is at fault; each may
   *     then be stored by itself
   * @throws IllegalStateException when even an Error came of it: no answer is dropped for that
   */
  void settle(Desenlace desenlace) throws SQLException, InterruptedException {
    Waiting waiting = new Waiting(desenlace, new CompletableFuture<>());
    queue.add(waiting);
    unstored.incrementAndGet();
    if (turns.tryAcquire()) {
      Thread.ofVirtual().name("settlement").start(this::storeAll);
    }
    try {
      waiting.stored.get();
    } catch (ExecutionException failed) {
      switch (failed.getCause()) {
        case SQLException sql -> throw sql;
        case RuntimeException bug -> throw bug;
        case null, default -> throw new IllegalStateException(failed);
      }
    }
  }

  /** Answers that wait or are being stored. */
  int unstored() {
    return unstored.get();
  }

  /** Looks once more when its turn is over: who came meanwhile may have found none free. */
  private void storeAll() {
    do {
      LockSupport.parkNanos(MOMENT.toNanos());
      for (List<Waiting> group = next(); !group.isEmpty(); group = next()) {
        store(group);
        unstored.addAndGet(-group.size());
      }
      turns.release();
    } while (!queue.isEmpty() && turns.tryAcquire());
  }

  private List<Waiting> next() {
    List<Waiting> group = new ArrayList<>();
    Waiting waiting;
    while (group.size() < AT_MOST && (waiting = queue.poll()) != null) {
      group.add(waiting);
    }
    return group;
  }

  private void store(List<Waiting> group) {
    try {
      settlement.settle(group.stream().map(Waiting::desenlace).toList());
      group.forEach(waiting -> waiting.stored.complete(null));
    } catch (SQLException | RuntimeException | Error failure) {
      group.forEach(waiting -> waiting.stored.completeExceptionally(failure));
    }
  }
}
