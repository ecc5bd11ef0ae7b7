package co.satccf.acceptance;

import co.satccf.sandbox.infra.BaseDeDatos;
import co.satccf.sandbox.local.Plataforma;
import co.satccf.sandbox.local.ServicioSuite;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** An upload as it stands in the database, for whoever stops its publication half way. */
final class CargaGuardada implements AutoCloseable {
  private final Connection connection;
  private final long id;

  private CargaGuardada(Connection connection, long id) {
    this.connection = connection;
    this.id = id;
  }

  static CargaGuardada de(Plataforma plataforma, long id) throws SQLException {
    return new CargaGuardada(
        DriverManager.getConnection(
            plataforma.baseDeDatos().jdbcUrl(ServicioSuite.REPORTING.base()),
            BaseDeDatos.USUARIO,
            BaseDeDatos.CLAVE),
        id);
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

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
