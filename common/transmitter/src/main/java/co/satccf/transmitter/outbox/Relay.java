package co.satccf.transmitter.outbox;

import co.satccf.stream.BrokerRefusal;
import co.satccf.transmitter.config.SatConfig;
import co.satccf.transmitter.familia.FamiliaDeServicios;
import co.satccf.transmitter.store.Database;
import co.satccf.transmitter.store.Relevos;
import co.satccf.transmitter.store.Signals;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Moves the outbox to Kafka: read a batch, send it in one Kafka transaction, delete it. One replica
 * at a time holds the duty; the transactional id fences a zombie, and a batch sent twice is told by
 * its revisions (rule 14).
 */
@ApplicationScoped
public class Relay implements Runnable {

  private static final Logger LOG = Logger.getLogger(Relay.class);
  private static final Duration DUTY = Duration.ofSeconds(10);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);
  private static final Duration AFTER_REFUSAL = Duration.ofSeconds(30);
  private static final int BATCH = 1_000;

  /** A Kafka transaction costs the broker the same for one message as for hundreds. */
  private static final Duration BETWEEN_BATCHES = Duration.ofMillis(50);

  private final Database database;
  private final Producers producers;
  private final Signals signals;
  private final SatConfig config;
  private final CloudEvents cloudEvents;
  private final String duty;
  private final UUID self = UUID.randomUUID();
  private final CountDownLatch stopping = new CountDownLatch(1);
  private volatile @Nullable String failing;
  private @Nullable Producer<byte[], byte[]> producer;

  Relay(
      Database database,
      Producers producers,
      Signals signals,
      SatConfig config,
      CloudEvents cloudEvents,
      FamiliaDeServicios familia) {
    this.database = database;
    this.producers = producers;
    this.signals = signals;
    this.config = config;
    this.cloudEvents = cloudEvents;
    this.duty = "sat-" + familia.familia().name();
  }

  @Override
  public void run() {
    while (stopping.getCount() > 0) {
      try {
        if (!relay()) {
          signals.ofOutbox().await(config.sondeo());
        }
        Thread.sleep(BETWEEN_BATCHES);
        if (failing != null) {
          failing = null;
          LOG.info("event=relay_resumed");
        }
      } catch (InterruptedException stop) {
        break;
      } catch (SQLException | RuntimeException failure) {
        pauseAfter(failure);
      }
    }
    release();
  }

  /**
   * @return whether there may be more to do at once
   */
  boolean relay() throws SQLException {
    if (!database.transaction(connection -> Relevos.take(connection, duty, self, DUTY))) {
      release();
      return false;
    }
    // Before the rows are read: one that is made after them could fence off whoever has published
    // newer ones meanwhile, and publish these last. It takes a while: the duty is asked for again.
    Producer<byte[], byte[]> fenced = producer;
    if (fenced == null) {
      makeProducer();
      return true;
    }
    List<OutboxStatements.Row> rows =
        database.transaction(connection -> OutboxStatements.next(connection, BATCH));
    if (rows.isEmpty()) {
      return false;
    }
    send(fenced, rows);
    database.transaction(connection -> OutboxStatements.delete(connection, rows));
    return true;
  }

  private void send(Producer<byte[], byte[]> transactional, List<OutboxStatements.Row> rows) {
    transactional.beginTransaction();
    for (OutboxStatements.Row row : rows) {
      transactional.send(
          new ProducerRecord<>(row.topico(), cloudEvents.key(row), cloudEvents.value(row)));
    }
    transactional.commitTransaction();
  }

  private void makeProducer() {
    Producer<byte[], byte[]> made = producers.transactional(duty);
    producer = made;
    made.initTransactions();
  }

  /** After any failure the producer is thrown away: the next one aborts what it left open. */
  private void release() {
    Producer<byte[], byte[]> held = producer;
    producer = null;
    if (held != null) {
      try {
        held.close(Duration.ofSeconds(2));
      } catch (KafkaException alreadyBroken) {
        LOG.debug("relay producer did not close", alreadyBroken);
      }
    }
  }

  private void pauseAfter(Exception failure) {
    @Nullable String refusal = BrokerRefusal.in(failure);
    String cause = refusal == null ? failure.getClass().getSimpleName() : refusal;
    if (!cause.equals(failing)) {
      failing = cause;
      LOG.errorf("event=relay_waits cause=%s", cause);
      LOG.debug("relay failure", failure);
    }
    release();
    try {
      if (refusal == null) {
        signals.ofOutbox().await(AFTER_FAILURE);
      } else {
        // A person mends it; each new outcome would else be one more try.
        stopping.await(AFTER_REFUSAL.toMillis(), TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException stop) {
      stopping.countDown();
    }
  }

  /** Why the last round did not reach both the database and the broker, if so. */
  public Optional<String> failing() {
    return Optional.ofNullable(failing);
  }

  public void stop() {
    stopping.countDown();
    signals.outbox();
  }
}
