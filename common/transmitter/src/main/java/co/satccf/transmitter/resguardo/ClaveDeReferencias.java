package co.satccf.transmitter.resguardo;

import static java.nio.charset.StandardCharsets.UTF_8;

import co.satccf.model.referencia.Referencias;
import co.satccf.transmitter.store.Database;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;

/**
 * The store remembers by a hash under which key its references were made. Under another one
 * everybody would be a stranger: order, duplicates and the register would be lost
 * (docs/adr/0015-rotation-of-references.md).
 */
@ApplicationScoped
public class ClaveDeReferencias {

  private static final int BEFORE_THE_MACHINERY = 3;
  private static final byte[] TESTIGO = "sat-ccf: la clave de esta base".getBytes(UTF_8);

  private final Database database;
  private final Referencias referencias;

  ClaveDeReferencias(Database database, Referencias referencias) {
    this.database = database;
    this.referencias = referencias;
  }

  /** Stops the start under another key than the first one's. */
  void check(@Observes @Priority(BEFORE_THE_MACHINERY) StartupEvent event) throws SQLException {
    exigir(referencias);
  }

  /**
   * @throws IllegalArgumentException when the store has references under another key
   */
  void exigir(Referencias actual) throws SQLException {
    byte[] comprobacion = actual.huella(TESTIGO);
    if (!Arrays.equals(
        database.transaction(connection -> recordada(connection, comprobacion)), comprobacion)) {
      throw new IllegalArgumentException(
          "sat.referencia.clave: this database has references under another key; it is never just"
              + " replaced (docs/adr/0015-rotation-of-references.md)");
    }
  }

  private static byte[] recordada(Connection connection, byte[] comprobacion) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into clave_de_referencias (comprobacion) values (?) on conflict do nothing")) {
      insert.setBytes(1, comprobacion);
      insert.executeUpdate();
    }
    try (PreparedStatement select =
            connection.prepareStatement("select comprobacion from clave_de_referencias");
        ResultSet row = select.executeQuery()) {
      row.next();
      return row.getBytes(1);
    }
  }
}
