package co.satccf.token.prueba;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** What stands in the fleet's tables, past the code under test. */
public record Filas(DataSource base) {

  /** As a fleet that has never asked for a token; locks in the order of those that have. */
  public void vaciar() {
    ejecutar(
        """
        update puerta set portador = null, cliente = null, hasta = '-infinity', probada = null;
        delete from credencial; delete from token; delete from auditoria
        """);
  }

  public void ejecutar(String sql) {
    try (Connection connection = base.getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(true);
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** First column of every row, as text. */
  public List<@Nullable String> columna(String sql) {
    try (Connection connection = base.getConnection();
        Statement statement = connection.createStatement();
        ResultSet filas = statement.executeQuery(sql)) {
      List<@Nullable String> valores = new ArrayList<>();
      while (filas.next()) {
        valores.add(filas.getString(1));
      }
      return valores;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whether nobody makes a request now: what was answered has been settled. */
  public boolean puertaLibre() {
    return columna("select true from puerta where portador is null").size() == 1;
  }
}
