package co.satccf.reporting.informes;

import co.satccf.reporting.documento.Archivo;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The frozen forms of the reports. */
final class ArchivoStatements {

  private ArchivoStatements() {}

  static void guardar(Connection connection, long informe, List<Archivo> archivos)
      throws SQLException {
    try (var insert =
        connection.prepareStatement(
            """
            INSERT INTO informe_archivo (informe, orden, nombre, tipo, contenido, huella)
            VALUES (?, ?, ?, ?, ?, ?)""")) {
      for (var i = 0; i < archivos.size(); i++) {
        var archivo = archivos.get(i);
        insert.setLong(1, informe);
        insert.setInt(2, i);
        insert.setString(3, archivo.nombre());
        insert.setString(4, archivo.tipo());
        insert.setBytes(5, archivo.contenido());
        insert.setString(6, archivo.huella());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /** In the order they were kept in. */
  static List<Archivo> todos(Connection connection, long informe) throws SQLException {
    try (var select =
        connection.prepareStatement(
            """
            SELECT nombre, tipo, contenido FROM informe_archivo
            WHERE informe = ? ORDER BY orden""")) {
      select.setLong(1, informe);
      try (var row = select.executeQuery()) {
        var archivos = new ArrayList<Archivo>();
        while (row.next()) {
          archivos.add(new Archivo(row.getString(1), row.getString(2), row.getBytes(3)));
        }
        return archivos;
      }
    }
  }

  /** The one of that media type. */
  static Optional<Archivo> de(Connection connection, long informe, String tipo)
      throws SQLException {
    return todos(connection, informe).stream()
        .filter(archivo -> archivo.tipo().equals(tipo))
        .findFirst();
  }
}
