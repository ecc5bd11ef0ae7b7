package co.satccf.bench.carga;

import co.satccf.sandbox.infra.BaseDeDatos;
import co.satccf.sandbox.local.ServicioSuite;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A look into the database of one service. */
public final class Store implements AutoCloseable {
  private final Connection connection;

  /**
   * @throws IllegalStateException when its database cannot be reached
   */
  Store(BaseDeDatos base, ServicioSuite servicio) {
    try {
      connection =
          DriverManager.getConnection(
              base.jdbcUrl(servicio.base()), BaseDeDatos.USUARIO, BaseDeDatos.CLAVE);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The one number that a query gives. */
  public long number(String query) {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(query, e);
    }
  }

  /** The first column of every row that a query gives. */
  List<String> texts(String query) {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      List<String> texts = new ArrayList<>();
      while (row.next()) {
        texts.add(row.getString(1));
      }
      return texts;
    } catch (SQLException e) {
      throw new IllegalStateException(query, e);
    }
  }

  /** Runs a statement that gives no rows. */
  public void run(String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** Work on the connection itself. */
  @FunctionalInterface
  interface Work {
    void on(Connection connection) throws SQLException;
  }

  void with(Work work) {
    try {
      work.on(connection);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Reports that may still move, and outcomes that are not on Kafka. */
  long undone() {
    return number(
        """
        select (select count(*) from reporte
                where estado in ('PENDIENTE', 'EN_VUELO', 'INCIERTO', 'GLOSADO', 'POR_CONFIRMAR')
                  and bloqueo is distinct from 'REPORTE_ANTERIOR')
          + (select count(*) from reporte where bloqueo = 'REPORTE_ANTERIOR')
          + (select count(*) from salida)
        """);
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
