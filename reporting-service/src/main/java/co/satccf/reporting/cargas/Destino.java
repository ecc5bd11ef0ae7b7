package co.satccf.reporting.cargas;

import co.satccf.model.Familia;
import java.sql.SQLException;

/** Takes what a reader finds in a file, in the order of the file. */
interface Destino {
  void hecho(Familia familia, Linea linea) throws SQLException;

  void ilegible(Hallazgo hallazgo) throws SQLException;
}
