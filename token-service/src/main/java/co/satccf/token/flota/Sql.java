package co.satccf.token.flota;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How our values are written into statements and read from rows; lapses are microseconds. */
public final class Sql {

  /** A parameter that is a lapse. */
  static final String LAPSO = "(? * interval '1 microsecond')";

  private Sql() {}

  /** Number of rows. */
  public static int ejecutar(Connection connection, String sql, @Nullable Object... valores)
      throws SQLException {
    try (PreparedStatement statement = preparar(connection, sql, valores)) {
      return statement.executeUpdate();
    }
  }

  public static PreparedStatement preparar(
      Connection connection, String sql, @Nullable Object... valores) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < valores.length; i++) {
      statement.setObject(i + 1, valor(connection, valores[i]));
    }
    return statement;
  }

  private static @Nullable Object valor(Connection connection, @Nullable Object valor)
      throws SQLException {
    return switch (valor) {
      case Duration lapso -> lapso.toNanos() / 1_000;
      case List<?> textos -> connection.createArrayOf("text", textos.toArray());
      case null, default -> valor;
    };
  }

  /** Microseconds from now to that instant, negative when it is over; null without one. */
  static String desdeAhora(String columna) {
    return "(extract(epoch from " + columna + " - a.ahora) * 1000000)::bigint";
  }

  static Duration lapso(ResultSet fila, String columna) throws SQLException {
    return Duration.of(fila.getLong(columna), ChronoUnit.MICROS);
  }

  static Duration lapsoPositivo(ResultSet fila, String columna) throws SQLException {
    Duration lapso = lapso(fila, columna);
    return lapso.isPositive() ? lapso : Duration.ZERO;
  }

  /** Of a column that is never null. */
  public static Instant exigido(ResultSet fila, String columna) throws SQLException {
    return fila.getObject(columna, OffsetDateTime.class).toInstant();
  }

  public static @Nullable Instant instante(ResultSet fila, String columna) throws SQLException {
    @Nullable OffsetDateTime instante = fila.getObject(columna, OffsetDateTime.class);
    return instante == null ? null : instante.toInstant();
  }
}
