package co.satccf.stream;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;

/**
 * The consumed offsets, in the table {@code posicion(topico text, particion int, siguiente bigint,
 * primary key (topico, particion))} of the service's own database. A missing row means 0.
 *
 * <p>Statements rely on READ COMMITTED, PostgreSQL's default: a conditional update that had to wait
 * for the row is checked against what the other transaction has committed.
 */
public final class Positions {

  private static final Comparator<TopicPartition> LOCK_ORDER =
      Comparator.comparing(TopicPartition::topic).thenComparingInt(TopicPartition::partition);

  private Positions() {}

  /**
   * The offset of the next record to read; 0 when none is stored.
   *
   * @throws SQLException when the database fails
   */
  public static long siguiente(Connection connection, TopicPartition partition)
      throws SQLException {
    try (var select =
        connection.prepareStatement(
            "SELECT siguiente FROM posicion WHERE topico = ? AND particion = ?")) {
      select.setString(1, partition.topic());
      select.setInt(2, partition.partition());
      try (var rows = select.executeQuery()) {
        return rows.next() ? rows.getLong(1) : 0;
      }
    }
  }

  /**
   * Every stored position, by topic and partition.
   *
   * @throws SQLException when the database fails
   */
  public static Map<TopicPartition, Long> todas(Connection connection) throws SQLException {
    var positions = new TreeMap<TopicPartition, Long>(LOCK_ORDER);
    try (var select =
            connection.prepareStatement("SELECT topico, particion, siguiente FROM posicion");
        var rows = select.executeQuery()) {
      while (rows.next()) {
        positions.put(new TopicPartition(rows.getString(1), rows.getInt(2)), rows.getLong(3));
      }
    }
    return positions;
  }

  /**
   * Moves every position of the batch, in one order for all readers, so that two of them cannot
   * deadlock. The rows stay locked until the caller's transaction ends: whoever calls this first in
   * a transaction owns the partitions for the rest of it.
   *
   * @throws StalePositionException when a stored position is not the expected one; roll back
   * @throws SQLException when the database fails
   */
  public static void avanzar(Connection connection, Batch batch)
      throws SQLException, StalePositionException {
    var ordered = new TreeMap<TopicPartition, Range>(LOCK_ORDER);
    ordered.putAll(batch.positions());
    for (var entry : ordered.entrySet()) {
      avanzar(connection, entry.getKey(), entry.getValue());
    }
  }

  /**
   * Moves one position, if it is still where {@code range} expects it.
   *
   * @throws StalePositionException when it is not; roll back
   * @throws SQLException when the database fails
   */
  public static void avanzar(Connection connection, TopicPartition partition, Range range)
      throws SQLException, StalePositionException {
    // Only the very first move may create the row: a row that somebody removed, to have the topic
    // read
    // again, must not come back at the old place.
    var sql =
        range.esperado() == 0
            ? """
              INSERT INTO posicion AS p (siguiente, topico, particion) VALUES (?, ?, ?)
              ON CONFLICT (topico, particion) DO UPDATE SET siguiente = excluded.siguiente
              WHERE p.siguiente = ?"""
            : "UPDATE posicion SET siguiente = ? WHERE topico = ? AND particion = ? AND siguiente = ?";
    try (var update = connection.prepareStatement(sql)) {
      update.setLong(1, range.siguiente());
      update.setString(2, partition.topic());
      update.setInt(3, partition.partition());
      update.setLong(4, range.esperado());
      if (update.executeUpdate() == 0) {
        throw new StalePositionException(partition, range);
      }
    }
  }
}
