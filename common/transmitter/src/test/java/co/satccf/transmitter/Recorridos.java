package co.satccf.transmitter;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Which indexes of the reports, or whether the table itself, a piece of work looked into. */
public final class Recorridos {

  private Recorridos() {}

  /** Work on the connection that is looked at. */
  @FunctionalInterface
  public interface Trabajo {
    void hacer() throws SQLException;
  }

  /**
   * @return by name, each once
   */
  public static Set<String> de(Connection connection, Trabajo trabajo) throws SQLException {
    Map<String, Long> antes = recorridos(connection);
    trabajo.hacer();
    Map<String, Long> despues = recorridos(connection);
    despues.entrySet().removeAll(antes.entrySet());
    return despues.keySet();
  }

  private static Map<String, Long> recorridos(Connection connection) throws SQLException {
    try (Statement select = connection.createStatement();
        ResultSet row =
            select.executeQuery(
                """
                select oid::regclass, pg_stat_get_xact_numscans(oid) from (
                  select 'reporte'::regclass as oid
                  union all select indexrelid from pg_index where indrelid = 'reporte'::regclass) relation
                """)) {
      Map<String, Long> recorridos = new HashMap<>();
      while (row.next()) {
        recorridos.put(row.getString(1), row.getLong(2));
      }
      return recorridos;
    }
  }
}
