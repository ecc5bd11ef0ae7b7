package co.satccf.reporting.informes;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** One transaction of the reports' tables. */
public final class Transaction {

  private Transaction() {}

  /** What is done in it. */
  public interface Work<T> {
    T run(Connection connection) throws SQLException;
  }

  public static <T> T of(DataSource database, Work<T> work) throws SQLException {
    return of(database, Connection.TRANSACTION_READ_COMMITTED, work);
  }

  /** All that it reads is of one moment. */
  static <T> T ofOneMoment(DataSource database, Work<T> work) throws SQLException {
    return of(database, Connection.TRANSACTION_REPEATABLE_READ, work);
  }

  private static <T> T of(DataSource database, int isolation, Work<T> work) throws SQLException {
    try (var connection = database.getConnection()) {
      connection.setTransactionIsolation(isolation);
      connection.setAutoCommit(false);
      try {
        var result = work.run(connection);
        connection.commit();
        return result;
      } catch (Throwable failure) {
        // Going back to the pool with autocommit on would commit what was done so far.
        rollback(connection, failure);
        throw failure;
      }
    }
  }

  private static void rollback(Connection connection, Throwable failure) {
    try {
      connection.rollback();
    } catch (SQLException gone) {
      failure.addSuppressed(gone);
    }
  }
}
