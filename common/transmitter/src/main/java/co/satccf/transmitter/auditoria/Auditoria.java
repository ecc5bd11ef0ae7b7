package co.satccf.transmitter.auditoria;

import co.satccf.model.huella.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * The append-only audit of one database: each entry carries the hash of the one before it, so that
 * none can be changed, added or taken away in the middle without a broken link.
 */
public final class Auditoria {

  /** What the first entry seals. */
  static final byte[] ORIGEN = new byte[32];

  private Auditoria() {}

  /**
   * Adds an entry in the caller's transaction, as its last statement: all who write wait for each
   * other from here to the commit.
   */
  public static void anotar(Connection connection, Asiento asiento) throws SQLException {
    lock(connection);
    try (PreparedStatement select =
            connection.prepareStatement(
                """
                select u.numero, u.hash, date_trunc('microseconds', clock_timestamp())
                from (values (1)) uno left join (
                  select numero, hash from auditoria order by numero desc limit 1) u on true
                """);
        ResultSet row = select.executeQuery()) {
      row.next();
      long numero = row.getLong(1) + 1;
      byte[] hash = row.getBytes(2);
      byte[] anterior = hash == null ? ORIGEN : hash;
      insert(
          connection,
          numero,
          row.getObject(3, OffsetDateTime.class).toInstant(),
          asiento,
          asiento.detalle().toString(),
          anterior);
    }
  }

  private static void lock(Connection connection) throws SQLException {
    try (PreparedStatement lock =
        connection.prepareStatement("select pg_advisory_xact_lock(4, 0)")) {
      lock.execute();
    }
  }

  private static void insert(
      Connection connection,
      long numero,
      Instant instante,
      Asiento asiento,
      String detalle,
      byte[] anterior)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            insert into auditoria (numero, instante, quien, accion, objeto, motivo, detalle, anterior, hash)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)) {
      insert.setLong(1, numero);
      insert.setObject(2, instante.atOffset(ZoneOffset.UTC));
      insert.setString(3, asiento.quien());
      insert.setString(4, asiento.accion());
      insert.setString(5, asiento.objeto());
      insert.setString(6, asiento.motivo());
      insert.setString(7, detalle);
      insert.setBytes(8, anterior);
      insert.setBytes(
          9,
          sello(
              numero,
              instante,
              anterior,
              asiento.quien(),
              asiento.accion(),
              asiento.objeto(),
              asiento.motivo(),
              detalle));
      insert.executeUpdate();
    }
  }

  /** SHA-256 over the entry's number, microseconds, predecessor and texts, each with its length. */
  static byte[] sello(long numero, Instant instante, byte[] anterior, String... textos) {
    MessageDigest digest = Sha256.digest();
    digest.update(
        ByteBuffer.allocate(20)
            .putLong(numero)
            .putLong(instante.getEpochSecond())
            .putInt(instante.getNano() / 1_000)
            .array());
    digest.update(anterior);
    for (String texto : textos) {
      byte[] bytes = texto.getBytes(StandardCharsets.UTF_8);
      digest.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
      digest.update(bytes);
    }
    return digest.digest();
  }
}
