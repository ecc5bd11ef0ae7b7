package co.satccf.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.common.TopicPartition;

/** Stores values as they come; hooks let a test fail or hold it. */
class TestHandler implements BatchHandler {

  final List<Integer> sizes = new CopyOnWriteArrayList<>();
  final List<Map<TopicPartition, Long>> missed = new CopyOnWriteArrayList<>();

  /** Runs before the transaction of each batch. */
  void before(Batch batch) throws Exception {}

  /** Runs in the transaction of each quarantine. */
  void beforeQuarantine(Batch single) throws Exception {}

  @Override
  public void missed(Map<TopicPartition, Long> places) throws Exception {
    missed.add(places);
  }

  @Override
  public void store(Batch batch) throws Exception {
    before(batch);
    inTransaction(
        connection -> {
          Positions.avanzar(connection, batch);
          try (var insert =
              connection.prepareStatement("INSERT INTO guardado VALUES (?, ?, ?, ?)")) {
            for (var record : batch.records()) {
              insert.setString(1, record.topic());
              insert.setInt(2, record.partition());
              insert.setLong(3, record.offset());
              insert.setString(4, new String(record.value(), UTF_8));
              insert.addBatch();
            }
            insert.executeBatch();
          }
        });
    sizes.add(batch.records().size());
  }

  @Override
  public void quarantine(Batch single, Exception cause) throws Exception {
    inTransaction(
        connection -> {
          Positions.avanzar(connection, single);
          beforeQuarantine(single);
          var record = single.records().getFirst();
          try (var insert = connection.prepareStatement("INSERT INTO apartado VALUES (?, ?, ?)")) {
            insert.setString(1, record.topic());
            insert.setInt(2, record.partition());
            insert.setLong(3, record.offset());
            insert.executeUpdate();
          }
        });
  }

  private interface Work {
    void on(Connection connection) throws Exception;
  }

  private static void inTransaction(Work work) throws Exception {
    try (var connection = Platform.database().getConnection()) {
      connection.setAutoCommit(false);
      work.on(connection);
      connection.commit();
    }
  }
}
