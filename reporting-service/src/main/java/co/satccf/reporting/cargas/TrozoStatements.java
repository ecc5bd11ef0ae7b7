package co.satccf.reporting.cargas;

import co.satccf.model.Familia;
import co.satccf.model.cifrado.Cifrado;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What is done to the pieces of an upload. */
final class TrozoStatements {

  private TrozoStatements() {}

  /** A piece as it is kept. */
  record Guardado(int numero, Familia familia, int lineas, Cifrado contenido) {}

  static int guardar(Connection connection, long carga, Trozo trozo, Cifrado contenido)
      throws SQLException {
    try (var insert =
        connection.prepareStatement(
            """
            INSERT INTO carga_trozo (carga, numero, familia, lineas, clave, contenido)
            VALUES (?, ?, ?, ?, ?, ?)""")) {
      insert.setLong(1, carga);
      insert.setInt(2, trozo.numero());
      insert.setString(3, trozo.familia().name());
      insert.setInt(4, trozo.lineas().size());
      insert.setString(5, contenido.clave());
      insert.setBytes(6, contenido.bytes());
      return insert.executeUpdate();
    }
  }

  /** The first one from that number on. */
  static Optional<Guardado> desde(Connection connection, long carga, int numero)
      throws SQLException {
    try (var select =
        connection.prepareStatement(
            """
            SELECT numero, familia, lineas, clave, contenido FROM carga_trozo
            WHERE carga = ? AND numero >= ? ORDER BY numero LIMIT 1""")) {
      select.setLong(1, carga);
      select.setInt(2, numero);
      try (var row = select.executeQuery()) {
        return row.next()
            ? Optional.of(
                new Guardado(
                    row.getInt(1),
                    Familia.valueOf(row.getString(2)),
                    row.getInt(3),
                    new Cifrado(row.getString(4), row.getBytes(5))))
            : Optional.empty();
      }
    }
  }

  /** How many there are under each key. */
  static Map<String, Integer> porClave(Connection connection) throws SQLException {
    try (var select =
            connection.prepareStatement("SELECT clave, count(*) FROM carga_trozo GROUP BY clave");
        var row = select.executeQuery()) {
      var claves = new TreeMap<String, Integer>();
      while (row.next()) {
        claves.put(row.getString(1), row.getInt(2));
      }
      return claves;
    }
  }

  /** Numbers of the pieces of one family, in the order of the file. */
  static List<Integer> deFamilia(Connection connection, long carga, Familia familia)
      throws SQLException {
    try (var select =
        connection.prepareStatement(
            "SELECT numero FROM carga_trozo WHERE carga = ? AND familia = ? ORDER BY numero")) {
      select.setLong(1, carga);
      select.setString(2, familia.name());
      try (var row = select.executeQuery()) {
        var numeros = new ArrayList<Integer>();
        while (row.next()) {
          numeros.add(row.getInt(1));
        }
        return numeros;
      }
    }
  }

  static int borrar(Connection connection, long carga) throws SQLException {
    try (var delete = connection.prepareStatement("DELETE FROM carga_trozo WHERE carga = ?")) {
      delete.setLong(1, carga);
      return delete.executeUpdate();
    }
  }
}
