package co.satccf.reporting.informes;

import static co.satccf.reporting.informes.FilaDeExpediente.COLUMNAS;
import static co.satccf.reporting.informes.FilaDeExpediente.enUtc;
import static co.satccf.reporting.informes.FilaDeExpediente.instante;
import static co.satccf.reporting.informes.FilaDeExpediente.todos;

import co.satccf.reporting.documento.TipoInforme;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is asked of the table of reports and its history. */
final class ExpedienteConsultas {

  private ExpedienteConsultas() {}

  static Optional<Expediente> uno(Connection connection, long id) throws SQLException {
    try (var select =
        connection.prepareStatement("SELECT " + COLUMNAS + " FROM informe WHERE id = ?")) {
      select.setLong(1, id);
      return FilaDeExpediente.uno(select);
    }
  }

  /** The last one of its kind that was made before that cut-off and not thrown away. */
  static Optional<Expediente> anterior(Connection connection, TipoInforme tipo, Instant corte)
      throws SQLException {
    var sql =
        "SELECT "
            + COLUMNAS
            + """
             FROM informe
            WHERE tipo = ? AND corte < ? AND hecho IS NOT NULL AND estado <> 'DESCARTADO'
            ORDER BY corte DESC LIMIT 1""";
    try (var select = connection.prepareStatement(sql)) {
      select.setString(1, tipo.name());
      select.setObject(2, enUtc(corte));
      return FilaDeExpediente.uno(select);
    }
  }

  /**
   * Newest cut-off first.
   *
   * @param tipos only of these kinds
   * @param despues only with an id below it: the last one of the page before
   */
  static List<Expediente> pagina(
      Connection connection,
      List<TipoInforme> tipos,
      List<EstadoInforme> estados,
      long despues,
      int limite)
      throws SQLException {
    var sql =
        "SELECT "
            + COLUMNAS
            + """
             FROM informe WHERE tipo = ANY (?) AND estado = ANY (?) AND id < ?
            ORDER BY id DESC LIMIT ?""";
    try (var select = connection.prepareStatement(sql)) {
      select.setArray(1, connection.createArrayOf("text", nombres(tipos)));
      select.setArray(2, connection.createArrayOf("text", nombres(estados)));
      select.setLong(3, despues);
      select.setInt(4, limite);
      return todos(select).toList();
    }
  }

  static List<PasoDelInforme> historia(Connection connection, long id) throws SQLException {
    try (var select =
        connection.prepareStatement(
            """
            SELECT instante, quien, estado, detalle FROM informe_historia
            WHERE informe = ? ORDER BY numero""")) {
      select.setLong(1, id);
      try (var row = select.executeQuery()) {
        var pasos = new ArrayList<PasoDelInforme>();
        while (row.next()) {
          pasos.add(
              new PasoDelInforme(
                  instante(row, 1),
                  row.getString(2),
                  EstadoInforme.valueOf(row.getString(3)),
                  row.getString(4)));
        }
        return pasos;
      }
    }
  }

  /** Those whose sender has died over it. */
  static List<Expediente> enviosCaducados(Connection connection) throws SQLException {
    var sql =
        "SELECT "
            + COLUMNAS
            + " FROM informe WHERE estado = 'ENVIANDO' AND arriendo_hasta <= now()";
    try (var select = connection.prepareStatement(sql)) {
      return todos(select).toList();
    }
  }

  /** Whether what is missing is waited for no longer. */
  static boolean sinPaciencia(Connection connection, long id) throws SQLException {
    try (var select =
        connection.prepareStatement("SELECT paciencia <= now() FROM informe WHERE id = ?")) {
      select.setLong(1, id);
      try (var row = select.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }

  private static Object[] nombres(List<? extends Enum<?>> constantes) {
    return constantes.stream().map(Enum::name).toArray();
  }
}
