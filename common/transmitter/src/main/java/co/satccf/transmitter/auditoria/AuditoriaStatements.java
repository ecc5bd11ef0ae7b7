package co.satccf.transmitter.auditoria;

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

/** Reads the audit; only {@link Auditoria} writes it. */
public final class AuditoriaStatements {

  private static final String COLUMNS =
      "numero, instante, quien, accion, objeto, motivo, detalle, anterior, hash";

  private AuditoriaStatements() {}

  /** One entry as it stands. */
  public record Fila(
      long numero,
      Instant instante,
      String quien,
      String accion,
      String objeto,
      String motivo,
      String detalle,
      byte[] anterior,
      byte[] hash) {

    /** The hash its content should have. */
    byte[] sello() {
      return Auditoria.sello(numero, instante, anterior, quien, accion, objeto, motivo, detalle);
    }
  }

  /** Entries after a number, in the order of the chain. */
  static List<Fila> chunk(Connection connection, long despues, int limite) throws SQLException {
    return page(connection, null, despues, limite);
  }

  /**
   * Entries after a number, in the order of the chain.
   *
   * @param objeto only entries about this object, or null for all
   */
  public static List<Fila> page(
      Connection connection, @Nullable String objeto, long despues, int limite)
      throws SQLException {
    String where = objeto == null ? "numero > ?" : "numero > ? and objeto = ?";
    try (PreparedStatement select =
        connection.prepareStatement(
            "select " + COLUMNS + " from auditoria where " + where + " order by numero limit ?")) {
      int i = 0;
      select.setLong(++i, despues);
      if (objeto != null) {
        select.setString(++i, objeto);
      }
      select.setInt(++i, limite);
      return filas(select);
    }
  }

  private static List<Fila> filas(PreparedStatement select) throws SQLException {
    try (ResultSet row = select.executeQuery()) {
      List<Fila> filas = new ArrayList<>();
      while (row.next()) {
        filas.add(fila(row));
      }
      return filas;
    }
  }

  /**
   * The newest entries before a number, the newest first.
   *
   * @param antes number of the last one that was seen; {@link Long#MAX_VALUE} for none
   * @param objeto only entries about this object, or null for all
   * @param quien only entries of this person, or null for all
   * @param acciones only these; all when empty
   */
  public static List<Fila> recientes(
      Connection connection,
      @Nullable String objeto,
      @Nullable String quien,
      List<String> acciones,
      long antes,
      int limite)
      throws SQLException {
    // Only what is asked: no index serves a statement that asks whether it was asked.
    String where =
        "numero < ?"
            + (objeto == null ? "" : " and objeto = ?")
            + (quien == null ? "" : " and quien = ?")
            + (acciones.isEmpty() ? "" : " and accion = any (?)");
    try (PreparedStatement select =
        connection.prepareStatement(
            "select "
                + COLUMNS
                + " from auditoria where "
                + where
                + " order by numero desc limit ?")) {
      int i = 0;
      select.setLong(++i, antes);
      if (objeto != null) {
        select.setString(++i, objeto);
      }
      if (quien != null) {
        select.setString(++i, quien);
      }
      if (!acciones.isEmpty()) {
        select.setArray(++i, connection.createArrayOf("text", acciones.toArray()));
      }
      select.setInt(++i, limite);
      return filas(select);
    }
  }

  /** The last entry; empty in a young database. */
  public static Optional<Fila> last(Connection connection) throws SQLException {
    try (PreparedStatement select =
            connection.prepareStatement(
                "select " + COLUMNS + " from auditoria order by numero desc limit 1");
        ResultSet row = select.executeQuery()) {
      return row.next() ? Optional.of(fila(row)) : Optional.empty();
    }
  }

  private static Fila fila(ResultSet row) throws SQLException {
    return new Fila(
        row.getLong(1),
        row.getObject(2, OffsetDateTime.class).toInstant(),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        row.getString(6),
        row.getString(7),
        row.getBytes(8),
        row.getBytes(9));
  }
}
