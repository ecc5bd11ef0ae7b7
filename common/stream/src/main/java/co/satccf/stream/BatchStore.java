package co.satccf.stream;

import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Stores a batch whole, or finds the records that cannot be stored by halving it, and puts those in
 * quarantine.
 */
final class BatchStore {

  private static final Logger LOG = Logger.getLogger(TopicReader.class);

  /** How the storing ended. Whatever was stored stays stored in every case. */
  sealed interface End {
    /** Everything is in the database. */
    record Whole() implements End {}

    /** Another reader owns a partition, or time is up: what is left must be read again. */
    record ReadAgain(String why) implements End {}

    /** What is left must be read again, after a wait. */
    record TryLater(ReaderState state, String why) implements End {}
  }

  private final BatchHandler handler;
  private final long mostNanos;
  private final AtomicLong stored = new AtomicLong();
  private final AtomicLong quarantined = new AtomicLong();

  BatchStore(BatchHandler handler, ReaderConfig config) {
    this.handler = handler;
    // Half of it: the rest is for the last transaction begun and for the way back to poll.
    this.mostNanos = config.maxPollInterval().dividedBy(2).toNanos();
  }

  long stored() {
    return stored.get();
  }

  long quarantined() {
    return quarantined.get();
  }

  /**
   * @param moved is told of each part that has been committed
   */
  End store(Batch batch, Consumer<Batch> moved) {
    var begun = System.nanoTime();
    var todo = new ArrayDeque<>(List.of(batch));
    while (!todo.isEmpty()) {
      if (System.nanoTime() - begun > mostNanos) {
        return new End.ReadAgain("half of max.poll.interval is over");
      }
      var part = todo.pop();
      try {
        handler.store(part);
        stored.addAndGet(part.records().size());
        moved.accept(part);
      } catch (Exception failure) {
        if (stale(failure)) {
          return new End.ReadAgain("stale position");
        }
        if (DatabaseFailure.is(failure)) {
          return new End.TryLater(ReaderState.DATABASE_AWAY, DatabaseFailure.describe(failure));
        }
        if (part.records().isEmpty()) {
          return new End.TryLater(ReaderState.STUCK, DatabaseFailure.describe(failure));
        }
        if (part.records().size() > 1) {
          var halves = part.halves();
          todo.push(halves.second());
          todo.push(halves.first());
        } else {
          var end = quarantine(part, failure, moved);
          if (!(end instanceof End.Whole)) {
            return end;
          }
        }
      }
    }
    return new End.Whole();
  }

  private End quarantine(Batch single, Exception cause, Consumer<Batch> moved) {
    var record = single.records().getFirst();
    try {
      handler.quarantine(single, cause);
      quarantined.incrementAndGet();
      moved.accept(single);
      LOG.errorf(
          "topic=%s partition=%d offset=%d quarantined=%s",
          record.topic(), record.partition(), record.offset(), DatabaseFailure.describe(cause));
      return new End.Whole();
    } catch (Exception failure) {
      if (stale(failure)) {
        return new End.ReadAgain("stale position");
      }
      var state = DatabaseFailure.is(failure) ? ReaderState.DATABASE_AWAY : ReaderState.STUCK;
      return new End.TryLater(
          state,
          "%s-%d at %d: %s"
              .formatted(
                  record.topic(),
                  record.partition(),
                  record.offset(),
                  DatabaseFailure.describe(failure)));
    }
  }

  private static boolean stale(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof StalePositionException) {
        return true;
      }
    }
    return false;
  }
}
