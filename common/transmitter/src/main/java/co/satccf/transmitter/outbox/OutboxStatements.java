package co.satccf.transmitter.outbox;

import co.satccf.transmitter.store.Columnas;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** The outbox table. */
public final class OutboxStatements {

  private OutboxStatements() {}

  /** One row, in the order of {@code id} within its key. */
  record Row(
      long id,
      String aggregatetype,
      String aggregateid,
      String type,
      String payload,
      String topico,
      String llave,
      Instant instante) {}

  /** A row to be written in the caller's transaction. */
  public record Message(
      String aggregatetype,
      String aggregateid,
      String type,
      ObjectNode payload,
      String topico,
      String llave) {}

  public static void insert(Connection connection, List<Message> messages) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            insert into salida (aggregatetype, aggregateid, type, payload, topico, llave)
            select aggregatetype, aggregateid, type, payload::jsonb, topico, llave
            from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
              as n(aggregatetype, aggregateid, type, payload, topico, llave)
            """)) {
      Columnas<Message> columnas = new Columnas<>(connection, messages);
      insert.setArray(1, columnas.texts(Message::aggregatetype));
      insert.setArray(2, columnas.texts(Message::aggregateid));
      insert.setArray(3, columnas.texts(Message::type));
      insert.setArray(4, columnas.texts(m -> m.payload().toString()));
      insert.setArray(5, columnas.texts(Message::topico));
      insert.setArray(6, columnas.texts(Message::llave));
      insert.executeUpdate();
    }
  }

  static List<Row> next(Connection connection, int limit) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            select id, aggregatetype, aggregateid, type, payload, topico, llave, instante
            from salida order by id limit ?
            """)) {
      select.setInt(1, limit);
      try (ResultSet row = select.executeQuery()) {
        List<Row> rows = new ArrayList<>();
        while (row.next()) {
          rows.add(
              new Row(
                  row.getLong(1),
                  row.getString(2),
                  row.getString(3),
                  row.getString(4),
                  row.getString(5),
                  row.getString(6),
                  row.getString(7),
                  row.getObject(8, OffsetDateTime.class).toInstant()));
        }
        return rows;
      }
    }
  }

  static int delete(Connection connection, List<Row> rows) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("delete from salida where id = any (?)")) {
      delete.setArray(1, new Columnas<>(connection, rows).longs(Row::id));
      return delete.executeUpdate();
    }
  }
}
