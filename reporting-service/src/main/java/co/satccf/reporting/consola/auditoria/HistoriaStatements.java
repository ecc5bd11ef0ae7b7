package co.satccf.reporting.consola.auditoria;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;

/** What this service itself keeps of who did what: the histories of uploads and of reports. */
@Singleton
class HistoriaStatements {

  private static final String DE_CARGAS =
      """
      SELECT h.numero, h.instante, h.quien, h.estado, 'carga/' || c.id, c.nombre, h.detalle
      FROM carga_historia h JOIN carga c ON c.id = h.carga
      WHERE h.numero < ? AND (?::text IS NULL OR h.quien = ?) AND (?::text IS NULL OR 'carga/' || c.id = ?)
      ORDER BY h.numero DESC LIMIT ?""";

  private static final String DE_INFORMES =
      """
      SELECT h.numero, h.instante, h.quien, h.estado, 'informe/' || i.id, i.tipo, h.detalle
      FROM informe_historia h JOIN informe i ON i.id = h.informe
      WHERE h.numero < ? AND (?::text IS NULL OR h.quien = ?) AND (?::text IS NULL OR 'informe/' || i.id = ?)
      ORDER BY h.numero DESC LIMIT ?""";

  private final DataSource database;

  HistoriaStatements(DataSource database) {
    this.database = database;
  }

  List<Asiento> deCargas(Pregunta pregunta) throws SQLException {
    return leer(DE_CARGAS, pregunta);
  }

  List<Asiento> deInformes(Pregunta pregunta) throws SQLException {
    return leer(DE_INFORMES, pregunta);
  }

  private List<Asiento> leer(String sql, Pregunta pregunta) throws SQLException {
    try (var connection = database.getConnection();
        var select = connection.prepareStatement(sql)) {
      select.setLong(1, pregunta.antes());
      select.setString(2, pregunta.quien());
      select.setString(3, pregunta.quien());
      select.setString(4, pregunta.objeto());
      select.setString(5, pregunta.objeto());
      select.setInt(6, Pregunta.LIMITE);
      try (var row = select.executeQuery()) {
        var asientos = new ArrayList<Asiento>();
        while (row.next()) {
          asientos.add(
              new Asiento(
                  row.getLong(1),
                  row.getObject(2, OffsetDateTime.class).toInstant(),
                  row.getString(3),
                  row.getString(4),
                  row.getString(5),
                  row.getString(6),
                  Objects.requireNonNullElse(row.getString(7), "")));
        }
        return asientos;
      }
    }
  }
}
