package co.satccf.afiliacion.saldo;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How far each file has been taken, and its bad lines. */
final class SaldoStatements {

  private SaldoStatements() {}

  /**
   * How far a file has been taken.
   *
   * @param lineas settled, blank ones and the header counted
   * @param huella SHA-256 of these lines
   * @param terminado when its end was reached, or null
   */
  record Avance(
      String archivo,
      Formato formato,
      long lineas,
      byte[] huella,
      long incorporados,
      long yaEstaban,
      long malas,
      Instant desde,
      @Nullable Instant terminado) {}

  /** A line that was passed over. */
  record Mala(long linea, Defecto defecto) {}

  /** Begins a file that was not known. */
  static boolean begin(Connection connection, String archivo, Formato formato, String quien)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            insert into saldo_inicial (archivo, formato, huella, quien) values (?, ?, '', ?)
            on conflict (archivo) do nothing
            """)) {
      insert.setString(1, archivo);
      insert.setString(2, formato.name());
      insert.setString(3, quien);
      return insert.executeUpdate() == 1;
    }
  }

  static Optional<Avance> find(Connection connection, String archivo) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            select archivo, formato, lineas, huella, incorporados, ya_estaban, malas, desde, terminado
            from saldo_inicial where archivo = ?
            """)) {
      select.setString(1, archivo);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.of(avance(row)) : Optional.empty();
      }
    }
  }

  private static Avance avance(ResultSet row) throws SQLException {
    OffsetDateTime terminado = row.getObject(9, OffsetDateTime.class);
    return new Avance(
        row.getString(1),
        Formato.valueOf(row.getString(2)),
        row.getLong(3),
        row.getBytes(4),
        row.getLong(5),
        row.getLong(6),
        row.getLong(7),
        row.getObject(8, OffsetDateTime.class).toInstant(),
        terminado == null ? null : terminado.toInstant());
  }

  /**
   * Moves a file on, and no other request with it: the row is locked until the lines it counts are
   * stored.
   *
   * @param desde where this request found it; false when it stands elsewhere by now
   */
  static boolean advance(
      Connection connection, String archivo, long desde, long hasta, byte[] huella, boolean fin)
      throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            """
            update saldo_inicial
            set lineas = ?, huella = ?, avance = now(), terminado = case when ? then now() end
            where archivo = ? and lineas = ? and terminado is null
            """)) {
      update.setLong(1, hasta);
      update.setBytes(2, huella);
      update.setBoolean(3, fin);
      update.setString(4, archivo);
      update.setLong(5, desde);
      return update.executeUpdate() == 1;
    }
  }

  static void count(
      Connection connection, String archivo, int incorporados, int yaEstaban, List<Mala> malas)
      throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            """
            with mala as (
              insert into saldo_inicial_mala (archivo, linea, defecto)
              select ?, * from unnest(?::int8[], ?::text[]))
            update saldo_inicial
            set incorporados = incorporados + ?, ya_estaban = ya_estaban + ?, malas = malas + ?
            where archivo = ?
            """)) {
      update.setString(1, archivo);
      update.setArray(
          2, connection.createArrayOf("int8", malas.stream().map(Mala::linea).toArray()));
      update.setArray(
          3,
          connection.createArrayOf("text", malas.stream().map(m -> m.defecto().name()).toArray()));
      update.setInt(4, incorporados);
      update.setInt(5, yaEstaban);
      update.setInt(6, malas.size());
      update.setString(7, archivo);
      update.executeUpdate();
    }
  }

  /** Bad lines in their order, after one of them. */
  static List<Mala> bad(Connection connection, String archivo, long despues, int limite)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            select linea, defecto from saldo_inicial_mala
            where archivo = ? and linea > ? order by linea limit ?
            """)) {
      select.setString(1, archivo);
      select.setLong(2, despues);
      select.setInt(3, limite);
      try (ResultSet row = select.executeQuery()) {
        List<Mala> malas = new ArrayList<>();
        while (row.next()) {
          malas.add(new Mala(row.getLong(1), Defecto.valueOf(row.getString(2))));
        }
        return malas;
      }
    }
  }
}
