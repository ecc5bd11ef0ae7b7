package co.satccf.transmitter.resguardo;

import co.satccf.model.cifrado.Cifrado;
import co.satccf.transmitter.store.Columnas;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the change of keys reads and writes; each statement runs inside a transaction of its caller.
 */
final class RecifradoStatements {

  /** Rows are counted up to here: more only say that there is much to do. */
  static final int CONTADAS = 100_000;

  private RecifradoStatements() {}

  /** Finds a row again. */
  record Identidad(Tabla tabla, long id, int numero, @Nullable OffsetDateTime instante) {}

  /** A ciphertext and what it is bound to. */
  record Valor(Cifrado cifrado, String lugar) {}

  /** A row with its one or two values. */
  record Fila(Identidad identidad, Valor uno, @Nullable Valor dos) {}

  /** Locks up to so many rows under these keys. */
  static List<Fila> elegir(
      Connection connection, Tabla tabla, Collection<String> claves, int limite)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(tabla.eleccion())) {
      select.setArray(1, connection.createArrayOf("text", claves.toArray()));
      select.setInt(2, limite);
      try (ResultSet row = select.executeQuery()) {
        List<Fila> filas = new ArrayList<>();
        while (row.next()) {
          filas.add(fila(tabla, row));
        }
        return filas;
      }
    }
  }

  private static Fila fila(Tabla tabla, ResultSet row) throws SQLException {
    String clave = row.getString(4);
    byte[] dos = row.getBytes(7);
    return new Fila(
        new Identidad(tabla, row.getLong(1), row.getInt(2), row.getObject(3, OffsetDateTime.class)),
        new Valor(new Cifrado(clave, row.getBytes(5)), row.getString(6)),
        dos == null ? null : new Valor(new Cifrado(clave, dos), row.getString(8)));
  }

  /** Takes rows back, all under one key now. */
  static void devolver(Connection connection, Tabla tabla, String clave, List<Fila> filas)
      throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(tabla.vuelta())) {
      Columnas<Fila> columnas = new Columnas<>(connection, filas);
      update.setString(1, clave);
      update.setArray(2, columnas.longs(f -> f.identidad().id()));
      update.setArray(3, columnas.ints(f -> f.identidad().numero()));
      update.setArray(4, columnas.texts(RecifradoStatements::instante));
      update.setArray(5, columnas.bytes(f -> f.uno().cifrado().bytes()));
      update.setArray(6, columnas.bytes(RecifradoStatements::dos));
      update.executeUpdate();
    }
  }

  private static @Nullable String instante(Fila fila) {
    OffsetDateTime instante = fila.identidad().instante();
    return instante == null ? null : instante.toString();
  }

  private static byte @Nullable [] dos(Fila fila) {
    Valor dos = fila.dos();
    return dos == null ? null : dos.cifrado().bytes();
  }

  /** How many rows are under keys other than this one, by their key; up to {@value #CONTADAS}. */
  static Map<String, Integer> bajoOtras(Connection connection, Tabla tabla, String actual)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            select clave, count(*) from (select clave from %s where clave < ? or clave > ? limit ?) otra group by clave
            """
                .formatted(tabla.nombre()))) {
      select.setString(1, actual);
      select.setString(2, actual);
      select.setInt(3, CONTADAS);
      try (ResultSet row = select.executeQuery()) {
        Map<String, Integer> claves = new TreeMap<>();
        while (row.next()) {
          claves.put(row.getString(1), row.getInt(2));
        }
        return claves;
      }
    }
  }
}
