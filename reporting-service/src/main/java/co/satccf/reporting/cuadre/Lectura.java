package co.satccf.reporting.cuadre;

import co.satccf.stream.Positions;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** Whether the whole fleet has read what is on {@code sat.resultados} now. */
@Singleton
class Lectura {

  static final String TOPICO = "sat.resultados";

  private static final Duration KAFKA = Duration.ofSeconds(10);
  private static final Duration ESPERA = Duration.ofSeconds(20);
  private static final Duration ENTRE_MIRADAS = Duration.ofMillis(200);

  private final Map<String, Object> kafka;
  private final DataSource database;

  Lectura(@Identifier("default-kafka-broker") Map<String, Object> kafka, DataSource database) {
    this.kafka = kafka;
    this.database = database;
  }

  /**
   * Waits up to 20 seconds until everything that is on the topic at the call has been read.
   *
   * @return whether it has
   * @throws TimeoutException when Kafka does not answer
   */
  boolean alDia() throws SQLException, InterruptedException, ExecutionException, TimeoutException {
    var finales = finales();
    var limite = System.nanoTime() + ESPERA.toNanos();
    while (!leido(finales)) {
      if (System.nanoTime() - limite > 0) {
        return false;
      }
      Thread.sleep(ENTRE_MIRADAS);
    }
    return true;
  }

  private boolean leido(Map<TopicPartition, Long> finales) throws SQLException {
    try (var connection = database.getConnection()) {
      var posiciones = Positions.todas(connection);
      return finales.entrySet().stream()
          .allMatch(fin -> posiciones.getOrDefault(fin.getKey(), 0L) >= fin.getValue());
    }
  }

  private Map<TopicPartition, Long> finales()
      throws InterruptedException, ExecutionException, TimeoutException {
    try (var admin = Admin.create(kafka)) {
      var preguntas = new HashMap<TopicPartition, OffsetSpec>();
      admin
          .describeTopics(List.of(TOPICO))
          .allTopicNames()
          .get(KAFKA.toMillis(), TimeUnit.MILLISECONDS)
          .values()
          .forEach(
              tema ->
                  tema.partitions()
                      .forEach(
                          p ->
                              preguntas.put(
                                  new TopicPartition(TOPICO, p.partition()), OffsetSpec.latest())));
      var finales = new HashMap<TopicPartition, Long>();
      admin
          .listOffsets(preguntas)
          .all()
          .get(KAFKA.toMillis(), TimeUnit.MILLISECONDS)
          .forEach((particion, fin) -> finales.put(particion, fin.offset()));
      return finales;
    }
  }
}
