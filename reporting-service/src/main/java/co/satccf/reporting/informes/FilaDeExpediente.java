package co.satccf.reporting.informes;

import co.satccf.reporting.documento.TipoInforme;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Optional;
import java.util.stream.Stream;

/** How a row of {@code informe} is read. */
final class FilaDeExpediente {

  static final String COLUMNAS =
      "id, tipo, corte, estado, motivo, creado, creado_por, hecho, huella, envios";

  private FilaDeExpediente() {}

  static Optional<Expediente> uno(PreparedStatement statement) throws SQLException {
    return todos(statement).findFirst();
  }

  static Stream<Expediente> todos(PreparedStatement statement) throws SQLException {
    try (var row = statement.executeQuery()) {
      var todos = new ArrayList<Expediente>();
      while (row.next()) {
        var hecho = row.getObject(8, OffsetDateTime.class);
        todos.add(
            new Expediente(
                row.getLong(1),
                TipoInforme.valueOf(row.getString(2)),
                instante(row, 3),
                EstadoInforme.valueOf(row.getString(4)),
                row.getString(5),
                instante(row, 6),
                row.getString(7),
                hecho == null ? null : hecho.toInstant(),
                row.getString(9),
                row.getInt(10)));
      }
      return todos.stream();
    }
  }

  static Instant instante(ResultSet row, int column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  static OffsetDateTime enUtc(Instant instante) {
    return instante.atOffset(ZoneOffset.UTC);
  }
}
