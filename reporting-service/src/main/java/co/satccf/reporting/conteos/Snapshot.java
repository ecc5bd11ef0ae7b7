package co.satccf.reporting.conteos;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Several questions to one moment of the database, so that their numbers can be added up. */
final class Snapshot {

  private Snapshot() {}

  interface Question<T> {
    T ask(Connection connection) throws SQLException;
  }

  static <T> T of(DataSource database, Question<T> question) throws SQLException {
    try (var connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try (var begin = connection.createStatement()) {
        begin.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
        return question.ask(connection);
      } finally {
        connection.rollback();
      }
    }
  }
}
