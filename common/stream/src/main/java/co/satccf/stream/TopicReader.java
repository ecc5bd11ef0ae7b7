package co.satccf.stream;

import static co.satccf.stream.ReaderState.BROKER_AWAY;
import static co.satccf.stream.ReaderState.BROKER_REFUSES;
import static co.satccf.stream.ReaderState.DATABASE_AWAY;
import static co.satccf.stream.ReaderState.STOPPED;
import static co.satccf.stream.ReaderState.STUCK;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads topics into a database, each record once: the offsets stand in the database and move in the
 * transaction of the records. One thread; more partitions at a time need more readers of the same
 * group.
 *
 * <p>Nothing but {@link #close} ends it: a database or a broker that is away, and a topic that does
 * not exist yet, are waited for, and {@link #status} tells.
 */
public final class TopicReader implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(TopicReader.class);
  private static final Duration POLL = Duration.ofMillis(250);
  private static final Duration LEAVE_WITHIN = Duration.ofSeconds(5);
  private static final Duration STOP_WITHIN = Duration.ofSeconds(30);

  private final ReaderConfig config;
  private final DataSource database;
  private final StatusBoard board;
  private final BatchHandler handler;
  private final BatchStore store;
  private final BrokerProbe probe;
  private final LagDisplay lagDisplay;
  private final Backoff backoff;
  private final Unreadable unreadable;
  private final Thread thread;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Map<TopicPartition, Long> stored = new ConcurrentHashMap<>();
  private final AtomicLong gaps = new AtomicLong();
  private volatile @Nullable Consumer<byte[], byte[]> open;
  private long retryAtNanos = System.nanoTime();
  private boolean refused;

  /**
   * @param database where {@code posicion} is; its connections need time limits, see {@link
   *     BatchHandler}
   */
  public TopicReader(ReaderConfig config, DataSource database, BatchHandler handler, Clock clock) {
    this.config = config;
    this.database = database;
    this.board = new StatusBoard(config.group(), clock);
    this.handler = handler;
    this.store = new BatchStore(handler, config);
    this.probe = new BrokerProbe(config, board);
    this.lagDisplay = new LagDisplay(config.group());
    this.backoff = new Backoff(config.firstRetry(), config.lastRetry());
    this.unreadable = new Unreadable(config);
    this.thread =
        Thread.ofPlatform().daemon().name("sat-stream-" + config.group()).unstarted(this::run);
  }

  /**
   * Starts reading in a thread of its own and returns at once.
   *
   * @throws IllegalThreadStateException when called twice
   */
  public void start() {
    board.expect(BROKER_AWAY, "no answer yet");
    board.clear(STOPPED);
    thread.start();
  }

  public ReaderStatus status() {
    return board.status();
  }

  /** Stored positions of the partitions this reader has now. */
  public Map<TopicPartition, Long> positions() {
    return Map.copyOf(stored);
  }

  /** Records between those positions and the topics' ends, as of the last probe. */
  public long lag() {
    return probe.lag();
  }

  /** Records given to {@link BatchHandler#store} and committed since the start. */
  public long stored() {
    return store.stored();
  }

  /** Records put in quarantine since the start because they could not be stored. */
  public long quarantined() {
    return store.quarantined();
  }

  /**
   * Times what was to be read next was not in the topic any more, so that records were missed: of a
   * stored position, or of the first record when nothing had been read.
   */
  public long gaps() {
    return gaps.get();
  }

  /** Ends the batch under way, leaves the group, and waits for both, 30 s at most. */
  @Override
  public void close() {
    closing.countDown();
    var consumer = open;
    if (consumer != null) {
      consumer.wakeup();
    }
    try {
      if (!thread.join(STOP_WITHIN)) {
        LOG.warnf("reader=%s still busy after %s", config.group(), STOP_WITHIN);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } catch (IllegalThreadStateException neverStarted) {
      // Nothing to wait for.
    }
  }

  private void run() {
    try {
      NativeCodecs.load();
      while (!isClosing()) {
        session();
      }
      board.expect(STOPPED, "closed");
    } catch (Throwable fatal) {
      board.raise(STOPPED, fatal.getClass().getName());
      throw fatal;
    }
  }

  /**
   * One life of a consumer: whatever Kafka's client cannot mend by itself, or nobody has thought
   * of, a new one is tried for.
   */
  private void session() {
    try (var consumer = new LeavingConsumer(new KafkaConsumer<>(config.consumerProperties()))) {
      open = consumer.kafka();
      read(consumer.kafka());
    } catch (WakeupException stopping) {
      LOG.debugf("reader=%s woken up", config.group());
    } catch (KafkaException failure) {
      afterKafka(failure);
    } catch (RuntimeException failure) {
      // Its message may quote data.
      LOG.errorf("reader=%s starts anew after %s", config.group(), failure.getClass().getName());
      LOG.debug("reader failure", failure);
      board.raise(STUCK, failure.getClass().getSimpleName());
      pauseBeforeNextSession();
    } finally {
      open = null;
      stored.clear();
    }
  }

  private void afterKafka(KafkaException failure) {
    var refusal = BrokerRefusal.in(failure);
    if (refusal == null) {
      LOG.warnf(failure, "reader=%s starts a new consumer", config.group());
      board.raise(BROKER_AWAY, failure.getClass().getSimpleName());
    } else {
      refused = true;
      board.clear(BROKER_AWAY);
      board.raise(BROKER_REFUSES, refusal);
    }
    pauseBeforeNextSession();
  }

  private void read(Consumer<byte[], byte[]> consumer) {
    var placement = new Placement(consumer, database, stored);
    consumer.subscribe(config.topics(), placement);
    while (!isClosing() && !unreadable.readableIfDue()) {
      probe.askIfDue(consumer, stored);
      lagDisplay.showIfDue(consumer, stored);
      placeIfDue(placement);
      try {
        var polled = consumer.poll(untilNextTry(placement));
        admittedIfJoined(consumer);
        var batch = placement.batch(polled);
        if (batch.positions().isEmpty()) {
          if (placement.complete()) {
            wellAgain(consumer);
          }
        } else {
          store(consumer, placement, batch);
        }
      } catch (OffsetOutOfRangeException gone) {
        readFromTheBeginning(consumer, placement, gone);
      } catch (KafkaException failure) {
        var partition = Unreadable.in(failure, consumer.assignment());
        if (partition == null) {
          throw failure;
        }
        leave(consumer, partition, failure);
      }
    }
  }

  /** It alone waits until it can be read, and is never skipped. */
  private void leave(
      Consumer<byte[], byte[]> consumer, TopicPartition partition, KafkaException failure) {
    var offset = consumer.position(partition);
    consumer.pause(List.of(partition));
    unreadable.add(partition, offset);
    var what = "%s at %d: %s".formatted(partition, offset, Unreadable.cause(failure));
    LOG.errorf("reader=%s cannot read %s", config.group(), what);
    board.raise(STUCK, what);
  }

  /** Only a member of the group that sees its topics knows that nothing it needs is refused. */
  private void admittedIfJoined(Consumer<byte[], byte[]> consumer) {
    if (refused && probe.complete() && consumer.groupMetadata().generationId() >= 0) {
      refused = false;
      board.clear(BROKER_REFUSES);
    }
  }

  private void store(Consumer<byte[], byte[]> consumer, Placement placement, Batch batch) {
    switch (store.store(batch, placement::moved)) {
      case BatchStore.End.Whole() -> wellAgain(consumer);
      case BatchStore.End.ReadAgain(var why) -> {
        LOG.infof("reader=%s reads again from the stored positions: %s", config.group(), why);
        placement.forgetAll();
      }
      case BatchStore.End.TryLater(var state, var why) -> {
        placement.forgetAll();
        later(state, why);
      }
    }
  }

  private void placeIfDue(Placement placement) {
    if (placement.complete() || System.nanoTime() < retryAtNanos) {
      return;
    }
    try {
      placement.place();
    } catch (SQLException failure) {
      later(DATABASE_AWAY, DatabaseFailure.describe(failure));
    }
  }

  private void later(ReaderState state, String why) {
    board.raise(state, why);
    retryAtNanos = System.nanoTime() + backoff.next().toNanos();
  }

  private void wellAgain(Consumer<byte[], byte[]> consumer) {
    board.clear(DATABASE_AWAY);
    if (unreadable.isOver(stored, consumer.assignment())) {
      board.clear(STUCK);
    }
    if (!refused) {
      backoff.reset();
    }
  }

  /** While partitions wait for their place all of them are paused: the poll is the wait. */
  private Duration untilNextTry(Placement placement) {
    if (placement.complete()) {
      return POLL;
    }
    var left = Math.max(0, retryAtNanos - System.nanoTime());
    return left < POLL.toNanos() ? Duration.ofNanos(left) : POLL;
  }

  /**
   * The topic no longer has what the database wants next: retention was too short, the topic was
   * made anew, or reading begins when its first records are gone. Whatever is left is read; a
   * handler that knows its records again takes no harm.
   */
  private void readFromTheBeginning(
      Consumer<byte[], byte[]> consumer, Placement placement, OffsetOutOfRangeException gone) {
    try {
      handler.missed(gone.offsetOutOfRangePartitions());
    } catch (Exception failure) {
      placement.forgetAll();
      later(DATABASE_AWAY, DatabaseFailure.describe(failure));
      return;
    }
    gone.offsetOutOfRangePartitions()
        .forEach(
            (partition, offset) ->
                LOG.errorf(
                    "topic=%s partition=%d offset=%d is not in the topic; reading from its beginning",
                    partition.topic(), partition.partition(), offset));
    gaps.addAndGet(gone.partitions().size());
    consumer.seekToBeginning(gone.partitions());
  }

  private boolean isClosing() {
    return closing.getCount() == 0;
  }

  private void pauseBeforeNextSession() {
    try {
      var _ = closing.await(backoff.next().toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException("nobody interrupts a reader; close() it", interrupted);
    }
  }

  /** Closes within a time limit, in a try block. */
  private record LeavingConsumer(Consumer<byte[], byte[]> kafka) implements AutoCloseable {
    @Override
    public void close() {
      kafka.close(CloseOptions.timeout(LEAVE_WITHIN));
    }
  }
}
