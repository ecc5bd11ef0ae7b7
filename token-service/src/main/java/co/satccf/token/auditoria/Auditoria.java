package co.satccf.token.auditoria;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** The table {@code auditoria}; rows are only added. */
public final class Auditoria {

  private Auditoria() {}

  /**
   * Writes in the transaction of the act: neither is without the other.
   *
   * @param detalle words of ours; never a secret
   */
  public static void anotar(Connection connection, Solicitante quien, Hecho que, String detalle)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into auditoria (quien, que, desde, detalle) values (?, ?, ?, ?)")) {
      insert.setString(1, quien.nombre());
      insert.setString(2, que.name());
      insert.setString(3, quien.desde());
      insert.setString(4, detalle);
      insert.executeUpdate();
    }
  }
}
