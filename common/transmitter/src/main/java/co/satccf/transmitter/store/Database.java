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

  private final DataSource dataSource;

  Database(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Work that is committed when it returns and rolled back when it throws. */
  @FunctionalInterface
  public interface Work<T, E extends Exception> {
    T on(Connection connection) throws SQLException, E;
  }

  public <T, E extends Exception> T transaction(Work<T, E> work) throws SQLException, E {
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
