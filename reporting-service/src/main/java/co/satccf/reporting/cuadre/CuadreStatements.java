package co.satccf.reporting.cuadre;

import co.satccf.model.estado.EstadoReporte;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;

/** What this service counts at a cut-off. */
@Singleton
class CuadreStatements {

  private final DataSource database;

  CuadreStatements(DataSource database) {
    this.database = database;
  }

  /** By SAT service; without those that had no report. */
  Map<String, ConteosAlCorte> alCorte(Instant corte) throws SQLException {
    try (var connection = database.getConnection();
        var select =
            connection.prepareStatement(
                "SELECT servicio, estado, count(*) FROM al_corte(?) GROUP BY 1, 2")) {
      select.setObject(1, corte.atOffset(ZoneOffset.UTC));
      var estados = new HashMap<String, Map<EstadoReporte, Long>>();
      try (var row = select.executeQuery()) {
        while (row.next()) {
          estados
              .computeIfAbsent(row.getString(1), s -> new EnumMap<>(EstadoReporte.class))
              .put(EstadoReporte.valueOf(row.getString(2)), row.getLong(3));
        }
      }
      var conteos = new HashMap<String, ConteosAlCorte>();
      estados.forEach((servicio, suyos) -> conteos.put(servicio, de(suyos)));
      return conteos;
    }
  }

  private static ConteosAlCorte de(Map<EstadoReporte, Long> estados) {
    return new ConteosAlCorte(
        estados.values().stream().mapToLong(Long::longValue).sum(),
        estados.getOrDefault(EstadoReporte.ACEPTADO, 0L),
        estados.getOrDefault(EstadoReporte.ACEPTADO_CON_ALERTA, 0L),
        estados.getOrDefault(EstadoReporte.RETIRADO, 0L),
        estados.getOrDefault(EstadoReporte.SUSTITUIDO, 0L),
        estados.getOrDefault(EstadoReporte.PENDIENTE, 0L)
            + estados.getOrDefault(EstadoReporte.EN_VUELO, 0L)
            + estados.getOrDefault(EstadoReporte.INCIERTO, 0L),
        estados.getOrDefault(EstadoReporte.GLOSADO, 0L),
        estados.getOrDefault(EstadoReporte.POR_CONFIRMAR, 0L),
        0);
  }

  /** Quarantined records of a topic of the ERP. */
  long cuarentena(String topico, Instant corte) throws SQLException {
    try (var connection = database.getConnection();
        var select =
            connection.prepareStatement(
                "SELECT count(*) FROM cuarentena WHERE topico = ? AND instante < ?")) {
      select.setString(1, topico);
      select.setObject(2, corte.atOffset(ZoneOffset.UTC));
      try (var row = select.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }
}
