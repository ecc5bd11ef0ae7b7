package co.satccf.stream;

import static co.satccf.stream.ReaderState.RUNNING;
import static co.satccf.stream.ReaderState.STOPPED;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jboss.logging.Logger;

/** The troubles a reader has now; written by its thread, read by any. */
final class StatusBoard {

  private static final Logger LOG = Logger.getLogger(TopicReader.class);

  private record Trouble(Instant since, String reason) {}

  private final String reader;
  private final Clock clock;
  private final SortedMap<ReaderState, Trouble> troubles = new TreeMap<>();
  private Instant runningSince;

  StatusBoard(String reader, Clock clock) {
    this.reader = reader;
    this.clock = clock;
    this.runningSince = clock.instant();
    troubles.put(STOPPED, new Trouble(runningSince, "not started"));
  }

  synchronized void raise(ReaderState state, String reason) {
    if (!troubles.containsKey(state)) {
      LOG.warnf("reader=%s state=%s reason=%s", reader, state, reason);
    }
    expect(state, reason);
  }

  /** Raises what belongs to every start and stop, so that no log line asks for attention. */
  synchronized void expect(ReaderState state, String reason) {
    var before = troubles.get(state);
    troubles.put(state, new Trouble(before == null ? clock.instant() : before.since, reason));
  }

  synchronized void clear(ReaderState state) {
    if (troubles.remove(state) != null) {
      LOG.infof("reader=%s state=%s over", reader, state);
      if (troubles.isEmpty()) {
        runningSince = clock.instant();
      }
    }
  }

  synchronized ReaderStatus status() {
    if (troubles.isEmpty()) {
      return new ReaderStatus(RUNNING, runningSince, "", List.of(RUNNING));
    }
    var gravest = troubles.firstEntry();
    return new ReaderStatus(
        gravest.getKey(),
        gravest.getValue().since,
        gravest.getValue().reason,
        List.copyOf(troubles.keySet()));
  }
}
