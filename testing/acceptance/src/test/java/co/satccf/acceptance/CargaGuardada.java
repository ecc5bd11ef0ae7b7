package co.satccf.acceptance;

import co.satccf.sandbox.infra.BaseDeDatos;
import co.satccf.sandbox.local.Plataforma;
import co.satccf.sandbox.local.ServicioSuite;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** An upload as it stands in the database, for whoever stops its publication half way. */
final class CargaGuardada implements AutoCloseable {
  private static final int CANDADO = 20_261_122;

  private final Connection connection;
  private final long id;

  private CargaGuardada(Connection connection, long id) {
    this.connection = connection;
    this.id = id;
  }

  /** One whose publication stands still once a first piece has gone out, until it is let go. */
  static CargaGuardada deteniendo(Plataforma plataforma, long id) throws SQLException {
    Connection connection =
        DriverManager.getConnection(
            plataforma.baseDeDatos().jdbcUrl(ServicioSuite.REPORTING.base()),
            BaseDeDatos.USUARIO,
            BaseDeDatos.CLAVE);
    try (var statement = connection.createStatement()) {
      statement.execute("select pg_advisory_lock(%d)".formatted(CANDADO));
      statement.execute(
          """
          create function esperar_candado() returns trigger language plpgsql as
            'begin perform pg_advisory_xact_lock(%d); return new; end'
          """
              .formatted(CANDADO));
      statement.execute(
          """
          create trigger esperar before update on carga for each row
          when (new.id = %d and new.siguiente > 1 and old.siguiente < new.siguiente)
          execute function esperar_candado()
          """
              .formatted(id));
    }
    return new CargaGuardada(connection, id);
  }

  /** Pieces of it that have gone out, and are known to have. */
  int publicados() {
    return numero("select siguiente from carga where id = ?");
  }

  /** Pieces that are kept; none any more when all of them have gone out. */
  int trozos() {
    return numero("select count(*) from carga_trozo where carga = ?");
  }

  /** As if the minute were over that a replica has for a piece. */
  void vencerArriendo() {
    numero("update carga set arriendo_hasta = now() where id = ? returning 1");
  }

  private int numero(String sql) {
    try (var statement = connection.prepareStatement(sql)) {
      statement.setLong(1, id);
      try (var row = statement.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** Its publication may go on. */
  void soltar() throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("select pg_advisory_unlock(%d)".formatted(CANDADO));
      statement.execute("drop function esperar_candado() cascade");
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
