package co.satccf.stream;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;

/**
 * Tells a database that cannot work now from a record that it refuses. The first is waited for, the
 * second is quarantined, so in doubt it is the first: waiting loses nothing.
 *
 * <p>Codes: PostgreSQL, "Appendix A. PostgreSQL Error Codes".
 */
public final class DatabaseFailure {

  /**
   * 08 connection, 28 and 3D login and database, 40 deadlock and serialization, 42 schema or rights
   * (our statements are fixed: no record changes them), 53 out of memory, disk or connections, 57
   * shutdown or cancelled, 58 I/O.
   */
  private static final Set<String> CLASSES = Set.of("08", "28", "3D", "40", "42", "53", "57", "58");

  /** A standby is read-only; a lock was not to be had in time. */
  private static final Set<String> CODES = Set.of("25006", "55P03");

  private DatabaseFailure() {}

  /** Whether the failure, or anything that caused it, is the database's and not the record's. */
  public static boolean is(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && ofDatabase(sql)) {
        return true;
      }
    }
    return false;
  }

  /** The failure's type and SQLSTATE, without its message, which may quote data. */
  public static String describe(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && sql.getSQLState() != null) {
        return cause.getClass().getSimpleName() + " " + sql.getSQLState();
      }
    }
    return failure.getClass().getSimpleName();
  }

  private static boolean ofDatabase(SQLException failure) {
    if (failure instanceof SQLTransientException
        || failure instanceof SQLNonTransientConnectionException
        || failure instanceof SQLRecoverableException) {
      return true;
    }
    var state = failure.getSQLState();
    // The server always gives a code; without one it was the pool that had no connection to give.
    return state == null
        || CODES.contains(state)
        || (state.length() == 5 && CLASSES.contains(state.substring(0, 2)));
  }
}
