package co.satccf.token.flota;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Short READ COMMITTED transactions; nothing outside is called inside one. After a failure nobody
 * else waits for the database for a moment: what is in memory is told at once.
 */
@ApplicationScoped
public class Database {

  private static final Logger LOG = Logger.getLogger(Database.class);
  private static final long TREGUA = Duration.ofSeconds(1).toNanos();

  private final DataSource dataSource;
  private volatile @Nullable Long caidaEn;

  public Database(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Statements of one transaction. */
  @FunctionalInterface
  public interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  /**
   * @throws FlotaCaida when the database is away, or refuses a statement
   */
  public <T> T transaction(Work<T> work) throws FlotaCaida {
    @Nullable Long caida = caidaEn;
    if (caida != null && System.nanoTime() - caida < TREGUA) {
      throw new FlotaCaida("a moment ago it did not answer", true);
    }
    try {
      T result = once(work);
      if (caida != null) {
        caidaEn = null;
        LOG.infof("event=database_back");
      }
      return result;
    } catch (SQLException failure) {
      boolean ausente = ausente(failure);
      if (!ausente) {
        LOG.errorf("event=statement_failed sqlstate=%s", failure.getSQLState());
      } else {
        if (caida == null) {
          LOG.errorf(
              "event=database_away alert=true sqlstate=%s cause=%s",
              failure.getSQLState(), failure.getClass().getName());
        }
        caidaEn = System.nanoTime();
      }
      throw new FlotaCaida("SQLSTATE " + failure.getSQLState(), ausente);
    }
  }

  /**
   * No connection, none in time, or one that was cut: classes 08, 53, 57 and 58 (PostgreSQL,
   * "Appendix A. PostgreSQL Error Codes"), or the pool's own, which has none.
   */
  private static boolean ausente(SQLException failure) {
    @Nullable String estado = failure.getSQLState();
    return estado == null || estado.matches("(08|53|57|58).*");
  }

  /** Whether it answers now. */
  public boolean responde() {
    try {
      return transaction(connection -> connection.isValid(1));
    } catch (FlotaCaida away) {
      return false;
    }
  }

  private <T> T once(Work<T> work) throws SQLException {
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
}
