package co.satccf.transmitter.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;

/** Duties that one process of the fleet has at a time. */
public final class Relevos {

  private Relevos() {}

  /** Takes or keeps a duty; false while another process holds it. */
  public static boolean take(Connection connection, String nombre, UUID self, Duration length)
      throws SQLException {
    try (PreparedStatement upsert =
        connection.prepareStatement(
            """
            insert into relevo (nombre, dueno, hasta) values (?, ?, now() + ? * interval '1 millisecond')
            on conflict (nombre) do update set dueno = excluded.dueno, hasta = excluded.hasta
            where relevo.dueno = excluded.dueno or relevo.hasta < now()
            """)) {
      upsert.setString(1, nombre);
      upsert.setObject(2, self);
      upsert.setLong(3, length.toMillis());
      return upsert.executeUpdate() == 1;
    }
  }
}
