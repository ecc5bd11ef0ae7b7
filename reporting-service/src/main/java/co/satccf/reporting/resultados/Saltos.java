package co.satccf.reporting.resultados;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.apache.kafka.common.TopicPartition;

/**
 * Outcomes that the topic no longer had when they were to be read. They stand in the database, so
 * that a restart does not make them forgotten, until the counts are known to be whole.
 */
@Singleton
public class Saltos {

  private final DataSource database;
  private final AtomicLong abiertos = new AtomicLong();

  Saltos(DataSource database, MeterRegistry registry) {
    this.database = database;
    Gauge.builder("sat.reporting.saltos", abiertos, AtomicLong::get)
        .description("places where outcomes were missing, with no balanced cut-off since")
        .register(registry);
  }

  void anotar(Map<TopicPartition, Long> lugares) throws SQLException {
    try (var connection = database.getConnection();
        var upsert =
            connection.prepareStatement(
                """
                INSERT INTO salto (topico, particion, posicion) VALUES (?, ?, ?)
                ON CONFLICT (topico, particion, posicion) DO UPDATE SET instante = now(), cuadrado = NULL""")) {
      for (var lugar : lugares.entrySet()) {
        upsert.setString(1, lugar.getKey().topic());
        upsert.setInt(2, lugar.getKey().partition());
        upsert.setLong(3, lugar.getValue());
        upsert.addBatch();
      }
      upsert.executeBatch();
    }
    medir();
  }

  /** At this cut-off nothing was missing: what was passed over before it did not matter. */
  public void cuadra(Instant corte) throws SQLException {
    try (var connection = database.getConnection();
        var update =
            connection.prepareStatement(
                "UPDATE salto SET cuadrado = now() WHERE cuadrado IS NULL AND instante < ?")) {
      update.setObject(1, corte.atOffset(ZoneOffset.UTC));
      update.executeUpdate();
    }
    medir();
  }

  /** Reads the gauge from the database, for another replica may have noted or settled one. */
  public void medir() throws SQLException {
    try (var connection = database.getConnection();
        var select = connection.createStatement();
        var row = select.executeQuery("SELECT count(*) FROM salto WHERE cuadrado IS NULL")) {
      row.next();
      abiertos.set(row.getLong(1));
    }
  }
}
