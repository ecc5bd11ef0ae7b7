package co.satccf.stream;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

class TopicReaderTest {

  private static final Duration SOON = Duration.ofMinutes(2);

  @Test
  void storesEachRecordOnceThoughReadersComeAndGo() {
    // Given
    var topic = TestTopic.created(3);
    topic.publish(0, 3_000);
    // When
    for (var round = 1; round <= 4; round++) {
      var enough = round * 600;
      try (var reader = started(topic, new TestHandler())) {
        await().atMost(SOON).until(() -> topic.stored().size() >= enough);
      }
    }
    try (var reader = started(topic, new TestHandler())) {
      await().atMost(SOON).until(() -> topic.stored().size() >= 3_000);
    }
    // Then
    assertThat(topic.stored()).doesNotHaveDuplicates().hasSize(3_000);
    assertThat(topic.positions()).isEqualTo(topic.ends());
  }

  @Test
  void storesManyRecordsOfSeveralPartitionsInOneTransaction() {
    // Given
    var topic = TestTopic.created(3);
    topic.publish(0, 300);
    var handler = new TestHandler();
    // When
    try (var reader = started(topic, handler)) {
      await().atMost(SOON).until(() -> topic.stored().size() >= 300);
    }
    // Then
    assertThat(handler.sizes.stream().filter(size -> size == 50)).hasSizeGreaterThanOrEqualTo(4);
  }

  @Test
  void readsFromTheDatabasesPositionAndNotFromKafkas() {
    // Given
    var topic = TestTopic.created(2);
    topic.publish(0, 100);
    try (var reader = started(topic, new TestHandler())) {
      await().atMost(SOON).until(() -> topic.stored().size() == 100);
    }
    // When
    topic.forgetPositions();
    try (var reader = started(topic, new TestHandler())) {
      await().atMost(SOON).until(() -> topic.stored().size() == 200);
    }
    // Then
    assertThat(topic.stored()).hasSize(200);
    assertThat(topic.stored().stream().collect(toSet())).hasSize(100);
  }

  @Test
  void takesCommittedRecordsOnlyAndMovesOverTheMarkers() {
    // Given
    var topic = TestTopic.created(2);
    topic.publishInTransaction(List.of("a", "b", "c"), true);
    topic.publishInTransaction(List.of("x", "y", "z"), false);
    // When
    try (var reader = started(topic, new TestHandler())) {
      await().atMost(SOON).until(() -> topic.positions().equals(topic.ends()));
      await().atMost(SOON).until(() -> reader.lag() == 0);
    }
    // Then
    assertThat(topic.stored()).containsExactlyInAnyOrder("a", "b", "c");
  }

  @Test
  void waitsForATopicThatDoesNotExistYet() {
    // Given
    var topic = new TestTopic(2);
    try (var reader = started(topic, new TestHandler())) {
      await()
          .atMost(SOON)
          .untilAsserted(() -> assertThat(reader.status().reason()).contains("no topic"));
      assertThat(reader.status().state()).isEqualTo(ReaderState.BROKER_AWAY);
      // When
      topic.create();
      topic.publish(0, 10);
      // Then
      await().atMost(SOON).until(() -> topic.stored().size() == 10);
      await().atMost(SOON).until(() -> reader.status().state() == ReaderState.RUNNING);
    }
  }

  @Test
  void goesOnAfterAFailureThatNobodyHasThoughtOf() {
    // Given a database that fails in its own way
    var topic = TestTopic.created(1);
    topic.publish(0, 10);
    var broken = new AtomicBoolean(true);
    var database =
        new PGSimpleDataSource() {
          private static final long serialVersionUID = 1L;

          @Override
          public Connection getConnection() throws SQLException {
            if (broken.get()) {
              throw new IllegalStateException("pool was closed");
            }
            return Platform.database().getConnection();
          }
        };
    var handler = new TestHandler();
    try (var reader = new TopicReader(topic.config(), database, handler, Clock.systemUTC())) {
      reader.start();
      await()
          .atMost(SOON)
          .untilAsserted(
              () -> assertThat(reader.status().reason()).isEqualTo("IllegalStateException"));
      assertThat(reader.status().state()).isEqualTo(ReaderState.STUCK);
      // When
      broken.set(false);
      // Then
      await().atMost(SOON).until(() -> topic.stored().size() == 10);
      await().atMost(SOON).until(() -> reader.status().state() == ReaderState.RUNNING);
    }
  }

  @Test
  void tellsThatRecordsAreGoneAndReadsWhatIsLeft() {
    // Given
    var topic = TestTopic.created(1);
    topic.publish(0, 10);
    try (var reader = started(topic, new TestHandler())) {
      await().atMost(SOON).until(() -> topic.stored().size() == 10);
    }
    topic.publish(10, 20);
    topic.dropBefore(0, 15);
    // When it cannot be noted at first
    var handler =
        new TestHandler() {
          @Override
          public void missed(Map<TopicPartition, Long> places) throws Exception {
            super.missed(places);
            if (missed.size() == 1) {
              throw new SQLTransientConnectionException("away");
            }
          }
        };
    try (var reader = started(topic, handler)) {
      await().atMost(SOON).until(() -> topic.stored().size() == 15);
      // Then
      assertThat(reader.gaps()).isEqualTo(1);
      assertThat(handler.missed)
          .hasSize(2)
          .allSatisfy(places -> assertThat(places.values()).containsExactly(10L));
      await().atMost(SOON).until(() -> reader.status().state() == ReaderState.RUNNING);
    }
    assertThat(topic.positions()).isEqualTo(topic.ends());
  }

  @Test
  void tellsThatTheFirstRecordsAreGoneWhenItBeginsTooLate() {
    // Given a topic that has lost its beginning, another partition that has not, and no position
    var topic = TestTopic.created(2);
    topic.publish(0, 20);
    topic.dropBefore(0, 4);
    var handler = new TestHandler();
    // When
    try (var reader = started(topic, handler)) {
      await().atMost(SOON).until(() -> topic.stored().size() == 16);
      // Then
      assertThat(reader.gaps()).isOne();
      assertThat(handler.missed).containsExactly(Map.of(new TopicPartition(topic.name, 0), 0L));
    }
    assertThat(topic.positions()).isEqualTo(topic.ends());
  }

  @Test
  void putsExactlyThePoisonRecordsAside() {
    // Given: PostgreSQL takes no NUL in a text; first, last, and two neighbours are poison
    var topic = TestTopic.created(1);
    var poison = List.of(0, 57, 58, 119);
    topic.publish(
        IntStream.range(0, 120)
            .mapToObj(i -> poison.contains(i) ? "\u0000" + i : "v" + i)
            .toList());
    // When
    try (var reader = started(topic, new TestHandler())) {
      await().atMost(SOON).until(() -> topic.positions().equals(topic.ends()));
      // Then
      await()
          .atMost(SOON)
          .untilAsserted(() -> assertThat(reader.stored() + reader.quarantined()).isEqualTo(120));
      assertThat(reader.quarantined()).isEqualTo(4);
      assertThat(reader.status().state()).isEqualTo(ReaderState.RUNNING);
    }
    assertThat(topic.quarantined()).containsExactly("0", "57", "58", "119");
    assertThat(topic.stored()).doesNotHaveDuplicates().hasSize(116);
  }

  @Test
  void neverSkipsARecordThatCannotEvenBeQuarantined() {
    // Given
    var topic = TestTopic.created(1);
    topic.publish(List.of("a", "\u0000", "b"));
    var broken = new AtomicBoolean(true);
    var handler =
        new TestHandler() {
          @Override
          void beforeQuarantine(Batch single) {
            if (broken.get()) {
              throw new IllegalStateException("no place");
            }
          }
        };
    try (var reader = started(topic, handler)) {
      await().atMost(SOON).until(() -> reader.status().state() == ReaderState.STUCK);
      assertThat(reader.status().reason()).contains(topic.name + "-0 at 1");
      assertThat(topic.stored()).containsExactly("a");
      // When
      broken.set(false);
      // Then
      await().atMost(SOON).until(() -> topic.stored().size() == 2);
      await().atMost(SOON).until(() -> reader.status().state() == ReaderState.RUNNING);
    }
    assertThat(topic.stored()).containsExactly("a", "b");
    assertThat(topic.quarantined()).containsExactly("1");
  }

  @Test
  void sharesTheTopicWithASecondReaderWithoutLossOrDouble() {
    // Given
    var topic = TestTopic.created(6);
    topic.publish(0, 3_000);
    try (var first = started(topic, new TestHandler())) {
      await().atMost(SOON).until(() -> topic.stored().size() >= 300);
      // When
      try (var second = started(topic, new TestHandler())) {
        topic.publish(3_000, 4_000);
        await().atMost(SOON).until(() -> second.positions().size() == 3);
        await().atMost(SOON).until(() -> first.positions().size() == 3);
        topic.publish(4_000, 5_000);
        await().atMost(SOON).until(() -> second.stored() > 0 && topic.stored().size() >= 4_500);
      }
      await().atMost(SOON).until(() -> topic.stored().size() >= 5_000);
      await().atMost(SOON).until(() -> first.positions().size() == 6);
    }
    // Then
    assertThat(topic.stored()).doesNotHaveDuplicates().hasSize(5_000);
    assertThat(topic.positions()).isEqualTo(topic.ends());
  }

  @Test
  void refusesAReaderThatWasThrownOutOfTheGroupAndComesBack() throws Exception {
    // Given: a reader held in its batch for longer than max.poll.interval
    var topic = TestTopic.created(1);
    topic.publish(0, 100);
    var held = new CountDownLatch(1);
    var release = new CountDownLatch(1);
    var zombieHandler =
        new TestHandler() {
          @Override
          void before(Batch batch) throws InterruptedException {
            held.countDown();
            assertThat(release.await(60, TimeUnit.SECONDS)).isTrue();
          }
        };
    var config =
        topic
            .config()
            .withTimes(
                Duration.ofSeconds(2),
                Duration.ofMillis(300),
                Duration.ofMillis(50),
                Duration.ofMillis(500));
    try (var zombie = started(config, zombieHandler)) {
      assertThat(held.await(30, TimeUnit.SECONDS)).isTrue();
      try (var heir = started(config, new TestHandler())) {
        await().atMost(SOON).until(() -> topic.stored().size() == 100);
        // When
        release.countDown();
        topic.publish(100, 200);
        // Then
        await().atMost(SOON).until(() -> topic.stored().size() >= 200);
        await().atMost(SOON).until(() -> zombie.positions().size() + heir.positions().size() == 1);
      }
      assertThat(zombie.quarantined()).isZero();
    }
    assertThat(topic.stored()).doesNotHaveDuplicates().hasSize(200);
    assertThat(topic.quarantined()).isEmpty();
  }

  @Test
  void waitsForTheDatabaseAndGoesOnByItself() {
    // Given
    var topic = TestTopic.created(3);
    topic.publish(0, 500);
    try (var reader = started(topic, new TestHandler())) {
      await().atMost(SOON).until(() -> topic.stored().size() == 500);
      // When
      Platform.POSTGRES.stop();
      try {
        topic.publish(500, 1_000);
        await().atMost(SOON).until(() -> reader.status().state() == ReaderState.DATABASE_AWAY);
      } finally {
        Platform.POSTGRES.start();
      }
      // Then
      await().atMost(SOON).until(() -> topic.stored().size() >= 1_000);
      await().atMost(SOON).until(() -> reader.status().state() == ReaderState.RUNNING);
      assertThat(reader.quarantined()).isZero();
      assertThat(reader.positions()).hasSize(3);
    }
    assertThat(topic.stored()).doesNotHaveDuplicates().hasSize(1_000);
  }

  @Test
  void startsWhileTheDatabaseIsAway() {
    // Given
    var topic = TestTopic.created(2);
    topic.publish(0, 10);
    Platform.POSTGRES.stop();
    TopicReader reader;
    try {
      reader = started(topic, new TestHandler());
      await().atMost(SOON).until(() -> reader.status().state() == ReaderState.DATABASE_AWAY);
    } finally {
      // When
      Platform.POSTGRES.start();
    }
    // Then
    try (reader) {
      await().atMost(SOON).until(() -> topic.stored().size() == 10);
    }
  }

  @Test
  void waitsForTheBrokerAndGoesOnByItself() {
    // Given
    var topic = TestTopic.created(3);
    topic.publish(0, 500);
    try (var reader = started(topic, new TestHandler())) {
      await().atMost(SOON).until(() -> topic.stored().size() == 500);
      await().atMost(SOON).until(() -> reader.status().state() == ReaderState.RUNNING);
      // When
      Platform.KAFKA.stop();
      try {
        await().atMost(SOON).until(() -> reader.status().state() == ReaderState.BROKER_AWAY);
      } finally {
        Platform.KAFKA.start();
      }
      topic.publish(500, 1_000);
      // Then
      await().atMost(SOON).until(() -> topic.stored().size() >= 1_000);
      await().atMost(SOON).until(() -> reader.status().state() == ReaderState.RUNNING);
    }
    assertThat(topic.stored()).doesNotHaveDuplicates().hasSize(1_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "snappy", "lz4", "zstd"})
  void readsWhatAProducerCompressed(String codec) {
    // Given
    var topic = TestTopic.created(1);
    var values = IntStream.range(0, 40).mapToObj("uno de tantos hechos %d"::formatted).toList();
    // When
    topic.publishCompressed(codec, values);
    try (var reader = started(topic, new TestHandler())) {
      // Then
      await().atMost(SOON).until(() -> topic.stored().size() == 40);
    }
    assertThat(topic.stored()).isEqualTo(values);
  }

  @Test
  void aRecordThatCannotBeReadStopsItsPartitionAloneAndSaysSoUntilItCan() {
    // Given
    var topic = TestTopic.created(2);
    topic.publish(List.of("antes", "uno"));
    topic.publish(List.of("ilegible", "dos"));
    topic.damage(0, "ilegible");
    try (var reader = started(topic, new TestHandler())) {
      await().atMost(SOON).until(() -> reader.status().state() == ReaderState.STUCK);
      assertThat(reader.status().reason()).startsWith(topic.name + "-0 at 1: ");
      // When
      topic.publish(List.of("despues", "tres"));
      // Then the other one goes on, and the alarm stays
      await().atMost(SOON).until(() -> topic.stored().contains("tres"));
      assertThat(topic.stored()).containsExactly("antes", "uno", "dos", "tres");
      assertThat(reader.status().all()).containsExactly(ReaderState.STUCK);
      // When
      topic.damage(0, "ilegible");
      // Then
      await().atMost(SOON).until(() -> reader.status().state() == ReaderState.RUNNING);
    }
    assertThat(topic.stored())
        .containsExactly("antes", "ilegible", "despues", "uno", "dos", "tres");
  }

  @Test
  void asksForEachPartitionThatCannotBeReadInItsTurn() {
    // Given two of them, of which only the second is mended
    var topic = TestTopic.created(2);
    topic.publish(List.of("primero", "segundo"));
    topic.damage(0, "primero");
    topic.damage(1, "segundo");
    try (var reader = started(topic, new TestHandler())) {
      await().atMost(SOON).until(() -> reader.status().state() == ReaderState.STUCK);
      // When
      topic.damage(1, "segundo");
      // Then
      await().atMost(SOON).until(() -> topic.stored().contains("segundo"));
      assertThat(reader.status().state()).isEqualTo(ReaderState.STUCK);
    }
    assertThat(topic.stored()).containsExactly("segundo");
  }

  @Test
  void endsTheBatchUnderWayBeforeItStops() throws Exception {
    // Given
    var topic = TestTopic.created(1);
    topic.publish(0, 20);
    var begun = new CountDownLatch(1);
    var release = new CountDownLatch(1);
    var handler =
        new TestHandler() {
          @Override
          void before(Batch batch) throws InterruptedException {
            begun.countDown();
            assertThat(release.await(30, TimeUnit.SECONDS)).isTrue();
          }
        };
    var reader = started(topic, handler);
    assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
    // When
    var closer = Thread.ofVirtual().start(reader::close);
    release.countDown();
    closer.join();
    // Then
    assertThat(reader.status().state()).isEqualTo(ReaderState.STOPPED);
    assertThat(topic.stored()).hasSize(20);
    assertThat(topic.positions()).containsEntry(new TopicPartition(topic.name, 0), 20L);
  }

  private static TopicReader started(TestTopic topic, BatchHandler handler) {
    return started(topic.config(), handler);
  }

  private static TopicReader started(ReaderConfig config, BatchHandler handler) {
    var reader = new TopicReader(config, Platform.database(), handler, Clock.systemUTC());
    reader.start();
    return reader;
  }
}
