package co.satccf.transmitter.intake;

import co.satccf.transmitter.reception.Identidad;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** What a replay does to the inbox, beside what intake does. */
final class ReplayStatements {

  private ReplayStatements() {}

  /**
   * Forgets that the event was put aside, so that it can be remembered as what it becomes now.
   *
   * @return how often it came again meanwhile
   */
  static int forget(Connection connection, Identidad identidad) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement(
            """
            delete from evento where source = ? and id = ? and destino in ('CUARENTENA', 'CORRECCION')
            returning repeticiones
            """)) {
      delete.setString(1, identidad.source());
      delete.setString(2, identidad.id());
      try (ResultSet row = delete.executeQuery()) {
        return row.next() ? row.getInt(1) : 0;
      }
    }
  }

  /** Adds the repeats that were counted before. */
  static void repeated(Connection connection, Identidad identidad, int repeticiones)
      throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "update evento set repeticiones = repeticiones + ? where source = ? and id = ?")) {
      update.setInt(1, repeticiones);
      update.setString(2, identidad.source());
      update.setString(3, identidad.id());
      update.executeUpdate();
    }
  }
}
