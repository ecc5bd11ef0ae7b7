package co.satccf.transmitter.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Transaction-level advisory locks on 1,024 stripes (rule 1): space 1 is the ordering key, space 2
 * the employer; always 1 before 2, stripes ascending. Each call is a statement of its own, so that
 * the next one reads what the wait revealed.
 */
public final class Locks {

  private static final int STRIPES = 1_024;

  private Locks() {}

  /**
   * For intake: it adds to the end of many keys and only reads the register, but for the employers
   * it incorporates.
   */
  public static void shared(
      Connection connection,
      Collection<UUID> llaves,
      Collection<String> empleadores,
      Collection<String> incorporados)
      throws SQLException {
    lockAll(connection, "pg_advisory_xact_lock_shared(1, s)", stripes(llaves));
    if (incorporados.isEmpty()) {
      lockAll(connection, "pg_advisory_xact_lock_shared(2, s)", stripes(empleadores));
    } else {
      // One pass over both kinds keeps the stripes ascending.
      Set<String> all = new HashSet<>(empleadores);
      all.addAll(incorporados);
      lockAll(connection, "pg_advisory_xact_lock(2, s)", stripes(all));
    }
  }

  /** For whoever ends or moves a turn of one key, and reads the register to evaluate the next. */
  public static void turn(Connection connection, UUID llave, String empleador) throws SQLException {
    try (PreparedStatement lock =
        connection.prepareStatement(
            "select pg_advisory_xact_lock(1, ?), pg_advisory_xact_lock_shared(2, ?)")) {
      lock.setInt(1, stripe(llave));
      lock.setInt(2, stripe(empleador));
      lock.execute();
    }
  }

  /** For whoever reads the register of one employer to evaluate blocks. */
  public static void employer(Connection connection, String empleador) throws SQLException {
    lockAll(connection, "pg_advisory_xact_lock_shared(2, s)", stripes(List.of(empleador)));
  }

  /** For the register itself. */
  public static void register(Connection connection, Collection<String> empleadores)
      throws SQLException {
    lockAll(connection, "pg_advisory_xact_lock(2, s)", stripes(empleadores));
  }

  /**
   * For settlements, and for a move of a person or a correction: the keys that are left and
   * entered, and the employers they are evaluated for.
   *
   * @param cambiaRegistro whether the register may change as a consequence
   */
  public static void turns(
      Connection connection,
      Collection<UUID> llaves,
      Collection<String> empleadores,
      boolean cambiaRegistro)
      throws SQLException {
    lockAll(connection, "pg_advisory_xact_lock(1, s)", stripes(llaves));
    lockAll(
        connection,
        cambiaRegistro ? "pg_advisory_xact_lock(2, s)" : "pg_advisory_xact_lock_shared(2, s)",
        stripes(empleadores));
  }

  private static void lockAll(Connection connection, String function, Integer[] ascending)
      throws SQLException {
    try (PreparedStatement lock =
        connection.prepareStatement("select " + function + " from unnest(?::int[]) s")) {
      lock.setArray(1, connection.createArrayOf("int4", ascending));
      lock.execute();
    }
  }

  private static Integer[] stripes(Collection<?> keys) {
    return keys.stream().map(Locks::stripe).distinct().sorted().toArray(Integer[]::new);
  }

  /** String and UUID define hashCode by their content, the same in every process. */
  private static int stripe(Object key) {
    int hash = key.hashCode();
    return (hash ^ (hash >>> 16)) & (STRIPES - 1);
  }
}
