package co.satccf.reporting;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * What a test does with outcomes: publish them as the family services do, wait, look at the rows.
 */
@Singleton
public class Resultados {

  public static final String TOPICO = "sat.resultados";

  private final Map<String, Object> kafka;
  private final DataSource database;

  Resultados(@Identifier("default-kafka-broker") Map<String, Object> kafka, DataSource database) {
    this.kafka = kafka;
    this.database = database;
  }

  public void publicar(Resultado... resultados) {
    publicar(List.of(resultados));
  }

  public void publicar(List<Resultado> resultados) {
    publicarBytes(
        resultados.stream()
            .collect(
                Collectors.groupingBy(
                    Resultado::llave,
                    TreeMap::new,
                    Collectors.mapping(r -> r.json().getBytes(UTF_8), Collectors.toList()))));
  }

  public void publicarTexto(String llave, String valor) {
    publicarBytes(Map.of(llave, List.of(valor.getBytes(UTF_8))));
  }

  /** By Kafka key, in order. Committed in one transaction, as the outbox does. */
  public void publicarBytes(Map<String, List<byte[]>> valores) {
    var properties = new HashMap<>(kafka);
    properties.put("transactional.id", "resultados-de-prueba");
    try (var producer =
        new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
      producer.initTransactions();
      producer.beginTransaction();
      valores.forEach(
          (llave, lista) ->
              lista.forEach(
                  valor -> {
                    var _ =
                        producer.send(new ProducerRecord<>(TOPICO, llave.getBytes(UTF_8), valor));
                  }));
      producer.commitTransaction();
    }
  }

  /** Waits until the service has read everything there is. */
  public void leidos() {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> {
              var ends = finales();
              return posiciones().equals(ends);
            });
  }

  /** Ends of the partitions that have records, by "topic-partition". */
  public Map<String, Long> finales() {
    try (var admin = Admin.create(kafka)) {
      var asked = new HashMap<TopicPartition, OffsetSpec>();
      admin
          .describeTopics(List.of(TOPICO))
          .allTopicNames()
          .get()
          .values()
          .iterator()
          .next()
          .partitions()
          .forEach(p -> asked.put(new TopicPartition(TOPICO, p.partition()), OffsetSpec.latest()));
      var ends = new TreeMap<String, Long>();
      admin
          .listOffsets(asked)
          .all()
          .get()
          .forEach((tp, end) -> ends.put(tp.toString(), end.offset()));
      ends.values().removeIf(end -> end == 0);
      return ends;
    } catch (InterruptedException | ExecutionException failure) {
      throw new IllegalStateException(failure);
    }
  }

  public Map<String, Long> posiciones() {
    var positions = new TreeMap<String, Long>();
    consultar("SELECT topico || '-' || particion || '=' || siguiente FROM posicion")
        .forEach(
            fila ->
                positions.put(
                    fila.substring(0, fila.indexOf('=')),
                    Long.parseLong(fila.substring(fila.indexOf('=') + 1))));
    return positions;
  }

  /** Empties the tables but for the place reached. */
  public void vaciar() {
    ejecutar(
        "TRUNCATE reporte, celda, recibido, cargado, paso, cuarentena, resultado_ilegible, salto");
  }

  /** Throws away every report and its history, which nobody else can. */
  public void vaciarInformes() {
    ejecutar("ALTER TABLE informe_archivo DISABLE TRIGGER USER");
    ejecutar("ALTER TABLE informe_historia DISABLE TRIGGER USER");
    ejecutar("TRUNCATE informe, informe_archivo, informe_historia, agenda");
    ejecutar("ALTER TABLE informe_archivo ENABLE TRIGGER USER");
    ejecutar("ALTER TABLE informe_historia ENABLE TRIGGER USER");
  }

  /** As the README says to build everything again. */
  public void olvidarTodo() {
    ejecutar("SELECT olvidar_proyeccion()");
  }

  public void olvidarPosiciones() {
    ejecutar("DELETE FROM posicion");
  }

  /** First column of each row, as text. */
  public List<String> consultar(String sql) {
    try (var connection = database.getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      var values = new ArrayList<String>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  public void ejecutar(String sql) {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
