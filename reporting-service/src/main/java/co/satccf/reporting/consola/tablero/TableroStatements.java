package co.satccf.reporting.consola.tablero;

import co.satccf.model.calendario.Vencimientos;
import co.satccf.reporting.config.ReportingConfig;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.sql.DataSource;

/** The board's questions to the projection; each reads rows of few days. */
@Singleton
final class TableroStatements {

  /** Days of the trend. */
  private static final int TENDENCIA = 14;

  private final DataSource database;
  private final Clock clock;
  private final DayOfWeek inicioDeSemana;

  TableroStatements(DataSource database, Clock clock, ReportingConfig config) {
    this.database = database;
    this.clock = clock;
    this.inicioDeSemana = config.semana().inicio();
  }

  Cifras cifras() throws SQLException {
    var hoy = clock.instant().atZone(Vencimientos.BOGOTA).toLocalDate();
    var primero = hoy.minusDays(TENDENCIA - 1);
    var semana = hoy.with(TemporalAdjusters.previousOrSame(inicioDeSemana));
    var sql =
        """
        WITH dias AS (SELECT d::date AS dia FROM generate_series(?::date, ?::date, '1 day') AS d),
        recibidos AS (
          SELECT dia, sum(reportes) AS n FROM recibido WHERE dia >= ? GROUP BY dia),
        aceptados AS (
          SELECT dia, sum(reportes) AS n FROM celda
          WHERE dia >= ? AND estado IN ('ACEPTADO', 'ACEPTADO_CON_ALERTA') GROUP BY dia),
        otros AS (
          SELECT (instante AT TIME ZONE 'America/Bogota')::date AS dia, count(*) AS n,
            count(*) FILTER (WHERE estado = 'GLOSADO') AS glosados
          FROM paso
          WHERE instante >= ?::date::timestamp AT TIME ZONE 'America/Bogota'
            AND origen = 'SAT' AND estado IN ('INCIERTO', 'GLOSADO', 'POR_CONFIRMAR')
          GROUP BY 1)
        SELECT dias.dia, coalesce(r.n, 0), coalesce(a.n, 0) + coalesce(o.n, 0), coalesce(a.n, 0),
          coalesce(o.glosados, 0)
        FROM dias LEFT JOIN recibidos r USING (dia) LEFT JOIN aceptados a USING (dia)
          LEFT JOIN otros o USING (dia)
        ORDER BY dias.dia""";
    try (var connection = database.getConnection();
        var select = connection.prepareStatement(sql)) {
      select.setObject(1, primero);
      select.setObject(2, hoy);
      for (var i = 3; i <= 5; i++) {
        select.setObject(i, primero);
      }
      try (var row = select.executeQuery()) {
        var dias = new ArrayList<Cifras.Dia>();
        while (row.next()) {
          dias.add(
              new Cifras.Dia(
                  row.getObject(1, LocalDate.class),
                  new Cifras.Flujo(
                      row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5))));
        }
        return Cifras.de(dias, hoy, semana, primero);
      }
    }
  }

  /** Follow-up reports that wait for a person, by state. */
  Map<String, Long> informesQueEsperan() throws SQLException {
    try (var connection = database.getConnection();
        var select =
            connection.prepareStatement(
                """
                SELECT estado, count(*) FROM informe
                WHERE estado IN ('POR_APROBAR', 'DESCUADRADO', 'FALLIDO', 'INCIERTO')
                GROUP BY estado ORDER BY estado""");
        var row = select.executeQuery()) {
      var estados = new LinkedHashMap<String, Long>();
      while (row.next()) {
        estados.put(row.getString(1), row.getLong(2));
      }
      return estados;
    }
  }
}
