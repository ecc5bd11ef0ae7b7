package co.satccf.transmitter.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Short READ COMMITTED transactions on plain JDBC; nothing outside the database is called inside
 * one.
 */
@ApplicationScoped
public class Database {

  private static final int INTENTOS = 10;

  private final DataSource dataSource;

  Database(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Work that is committed when it returns and rolled back when it throws. */
  @FunctionalInterface
  public interface Work<T, E extends Exception> {
    T on(Connection connection) throws SQLException, E;
  }

  /**
   * Runs the work in a transaction of its own. One that the database gave up in favour of another,
   * or that found its report moved, is run again: the work must not mind.
   *
   * @throws SQLException also when it lost {@value #INTENTOS} times in a row
   */
  public <T, E extends Exception> T transaction(Work<T, E> work) throws SQLException, E {
    for (int intento = 1; ; intento++) {
      try {
        return once(work);
      } catch (SQLException failure) {
        if (intento == INTENTOS || !perdio(failure)) {
          throw failure;
        }
      }
    }
  }

  /** Serialization failure and deadlock (PostgreSQL, "Appendix A. PostgreSQL Error Codes"). */
  private static boolean perdio(SQLException failure) {
    return "40001".equals(failure.getSQLState()) || "40P01".equals(failure.getSQLState());
  }

  private <T, E extends Exception> T once(Work<T, E> work) throws SQLException, E {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      boolean done = false;
      try {
        T result = work.on(connection);
        connection.commit();
        done = true;
        return result;
      } finally {
        if (!done) {
          connection.rollback();
        }
      }
    }
  }

  /** For readers that only need connections, such as {@code TopicReader}. */
  public DataSource dataSource() {
    return dataSource;
  }
}
