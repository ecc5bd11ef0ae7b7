package co.satccf.reporting.cargas;

import co.satccf.model.Familia;
import co.satccf.model.cifrado.NoDescifrableException;
import co.satccf.reporting.informes.Transaction;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The pieces of uploads, opened. */
@Singleton
class Trozos {

  private final DataSource database;
  private final Cofre cofre;

  Trozos(DataSource database, Cofre cofre) {
    this.database = database;
    this.cofre = cofre;
  }

  /** Numbers of the pieces of one family, in the order of the file. */
  List<Integer> deFamilia(long carga, Familia familia) throws SQLException {
    return Transaction.of(
        database, connection -> TrozoStatements.deFamilia(connection, carga, familia));
  }

  /**
   * The first piece from that number on, null when there is none.
   *
   * @throws NoDescifrableException when its key is gone, or it was changed
   */
  @Nullable Trozo desde(long carga, int numero) throws SQLException, NoDescifrableException {
    var guardado =
        Transaction.of(database, connection -> TrozoStatements.desde(connection, carga, numero));
    if (guardado.isEmpty()) {
      return null;
    }
    var uno = guardado.get();
    return Trozo.de(uno.numero(), uno.familia(), cofre.abrir(uno.contenido(), carga, uno.numero()));
  }
}
