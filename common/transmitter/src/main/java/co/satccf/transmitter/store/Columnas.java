package co.satccf.transmitter.store;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Many rows as the parameters of one statement: an array for each column, as {@code unnest} takes
 * them.
 */
public record Columnas<T>(Connection connection, List<T> rows) {

  public Array texts(Function<T, @Nullable String> column) throws SQLException {
    return of("text", column);
  }

  public Array ints(Function<T, @Nullable Integer> column) throws SQLException {
    return of("int4", column);
  }

  public Array longs(Function<T, @Nullable Long> column) throws SQLException {
    return of("int8", column);
  }

  public Array booleans(Function<T, Boolean> column) throws SQLException {
    return of("bool", column);
  }

  /** The driver takes bytes only in an array of their own type. */
  public Array bytes(Function<T, byte @Nullable []> column) throws SQLException {
    return connection.createArrayOf("bytea", rows.stream().map(column).toArray(byte[][]::new));
  }

  private Array of(String type, Function<T, ?> column) throws SQLException {
    return connection.createArrayOf(type, rows.stream().map(column).toArray());
  }
}
