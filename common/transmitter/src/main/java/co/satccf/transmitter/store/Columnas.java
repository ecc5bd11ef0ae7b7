package co.satccf.transmitter.store;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Many rows as the parameters of one statement: an array for each column, as {@code unnest} takes
 * them.
 */
public record Columnas<T>(Connection connection, Collection<T> rows) {

  public Array texts(Function<T, @Nullable String> column) throws SQLException {
    return of("text", column, String[]::new);
  }

  public Array shorts(Function<T, @Nullable Integer> column) throws SQLException {
    return of("int2", column, Integer[]::new);
  }

  public Array ints(Function<T, @Nullable Integer> column) throws SQLException {
    return of("int4", column, Integer[]::new);
  }

  public Array longs(Function<T, @Nullable Long> column) throws SQLException {
    return of("int8", column, Long[]::new);
  }

  public Array booleans(Function<T, Boolean> column) throws SQLException {
    return of("bool", column, Boolean[]::new);
  }

  public Array uuids(Function<T, @Nullable UUID> column) throws SQLException {
    return of("uuid", column, UUID[]::new);
  }

  public Array bytes(Function<T, byte @Nullable []> column) throws SQLException {
    return of("bytea", column, byte[][]::new);
  }

  // Of their own type: the driver sends numbers and texts as they are, not as one literal that the
  // server reads, and takes bytes in no other way.
  private <V> Array of(
      String type, Function<T, ? extends @Nullable V> column, IntFunction<V[]> some)
      throws SQLException {
    return connection.createArrayOf(type, rows.stream().map(column).toArray(some));
  }
}
