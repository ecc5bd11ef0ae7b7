package co.satccf.token.auditoria;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The table {@code auditoria}; rows are only added. */
public final class Auditoria {

  private Auditoria() {}

  /** Of {@code pg_advisory_xact_lock}; nothing else in this database takes one. */
  private static final long TURNO = 12;

  /**
   * Writes in the transaction of the act: neither is without the other. Whoever writes waits until
   * who wrote before has committed, so that entries are seen in the order of their ids and a reader
   * who has come to one has missed none before it. It is the last statement of its transaction:
   * nobody waits for anything else meanwhile.
   *
   * @param detalle words of ours and names of services; never a secret, never a personal value
   */
  public static void anotar(Connection connection, Solicitante quien, Hecho que, String detalle)
      throws SQLException {
    try (PreparedStatement turno = connection.prepareStatement("select pg_advisory_xact_lock(?)")) {
      turno.setLong(1, TURNO);
      turno.execute();
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into auditoria (quien, que, desde, detalle) values (?, ?, ?, ?)")) {
      insert.setString(1, quien.nombre());
      insert.setString(2, que.name());
      insert.setString(3, quien.desde());
      insert.setString(4, detalle);
      insert.executeUpdate();
    }
  }

  /** One row. */
  public record Asiento(
      long id, Instant instante, String quien, String que, String desde, String detalle) {}

  /**
   * In the order they were written.
   *
   * @param despues id of the last one that the caller has seen; 0 for none
   * @param que only these facts; all when null
   * @param limite so many at the most
   */
  public static List<Asiento> pagina(
      Connection connection, long despues, @Nullable Hecho que, int limite) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "select id, instante, quien, que, desde, detalle from auditoria"
                + (que == null ? " where id > ?" : " where que = ? and id > ?")
                + " order by id limit ?")) {
      int i = 0;
      if (que != null) {
        select.setString(++i, que.name());
      }
      select.setLong(++i, despues);
      select.setInt(++i, limite);
      return asientos(select);
    }
  }

  /**
   * The newest first.
   *
   * @param antes id of the last one that the caller has seen; {@link Long#MAX_VALUE} for none
   * @param quien only of this person; all when null
   * @param detalle only those in whose detail this stands; all when null
   * @param limite so many at the most
   */
  public static List<Asiento> recientes(
      Connection connection,
      long antes,
      @Nullable String quien,
      @Nullable String detalle,
      int limite)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "select id, instante, quien, que, desde, detalle from auditoria where id < ?"
                + (quien == null ? "" : " and quien = ?")
                + (detalle == null ? "" : " and position(? in detalle) > 0")
                + " order by id desc limit ?")) {
      int i = 0;
      select.setLong(++i, antes);
      if (quien != null) {
        select.setString(++i, quien);
      }
      if (detalle != null) {
        select.setString(++i, detalle);
      }
      select.setInt(++i, limite);
      return asientos(select);
    }
  }

  private static List<Asiento> asientos(PreparedStatement select) throws SQLException {
    List<Asiento> asientos = new ArrayList<>();
    try (ResultSet fila = select.executeQuery()) {
      while (fila.next()) {
        asientos.add(
            new Asiento(
                fila.getLong("id"),
                fila.getObject("instante", OffsetDateTime.class).toInstant(),
                fila.getString("quien"),
                fila.getString("que"),
                fila.getString("desde"),
                fila.getString("detalle")));
      }
    }
    return asientos;
  }
}
