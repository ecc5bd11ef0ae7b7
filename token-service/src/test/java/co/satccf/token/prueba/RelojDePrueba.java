package co.satccf.token.prueba;

import io.quarkus.test.Mock;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Time that passes only when a test says so, here and in the database it commands. */
@Mock
@Singleton
public class RelojDePrueba extends Clock {

  private volatile Instant ahora = Instant.parse("2026-11-23T13:00:00Z");
  private volatile @Nullable DataSource base;

  /** From now on the database has this time, too. */
  public synchronized void mandar(DataSource otra) {
    base = otra;
    ejecutar(
        """
        create table if not exists reloj_de_prueba (ahora timestamptz);
        delete from reloj_de_prueba;
        insert into reloj_de_prueba values ('%s');
        create or replace function ahora() returns timestamptz language sql volatile
          as 'select ahora from reloj_de_prueba'
        """
            .formatted(ahora));
  }

  public synchronized void avanzar(Duration lapso) {
    ahora = ahora.plus(lapso);
    ejecutar("update reloj_de_prueba set ahora = '%s'".formatted(ahora));
  }

  private void ejecutar(String sql) {
    DataSource suya = base;
    if (suya == null) {
      return;
    }
    try (Connection connection = suya.getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(true);
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public Instant instant() {
    return ahora;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("nobody here needs another zone");
  }
}
