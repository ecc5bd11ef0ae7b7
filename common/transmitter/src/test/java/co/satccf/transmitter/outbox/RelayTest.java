package co.satccf.transmitter.outbox;

import static co.satccf.model.estado.EstadoReporte.ACEPTADO;
import static co.satccf.transmitter.Escenario.hasta;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;

import co.satccf.model.Familia;
import co.satccf.model.ServicioSat;
import co.satccf.sandbox.infra.InfraDePrueba;
import co.satccf.transmitter.Escenario;
import co.satccf.transmitter.Hecho;
import co.satccf.transmitter.config.SatConfig;
import co.satccf.transmitter.familia.FamiliaDeServicios;
import co.satccf.transmitter.familia.RequisitoEmpleador;
import co.satccf.transmitter.store.Database;
import co.satccf.transmitter.store.Signals;
import co.satccf.transmitter.store.Topicos;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The way of an outcome from the outbox to Kafka (rule 14). */
@QuarkusTest
class RelayTest {

  @Inject Escenario escenario;
  @Inject ObjectMapper json;
  @Inject Database database;
  @Inject Signals signals;
  @Inject SatConfig config;
  @Inject CloudEvents cloudEvents;

  @BeforeEach
  void empezar() {
    escenario.empezar();
  }

  @AfterEach
  void terminar() {
    escenario.terminar();
  }

  @Test
  void putsTheOutcomesOfAReportOnTheTopicInTheirOrderUnderItsKey() throws IOException {
    // Given
    try (KafkaConsumer<byte[], byte[]> consumer = atTheEndOfOutcomes()) {
      Hecho hecho = Hecho.primeraVez();
      // When
      escenario.publicar(hecho);
      // Then
      List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
      List<JsonNode> events = new ArrayList<>();
      hasta(
          () -> {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(100))) {
              JsonNode event = json.readTree(record.value());
              if (event.at("/data/radicado").asText().equals(hecho.radicado())) {
                found.add(record);
                events.add(event);
              }
            }
            assertThat(events).hasSize(2);
          });
      assertThat(events)
          .extracting(event -> event.path("type").asText())
          .containsExactly("co.satccf.resultado.recibido.v1", "co.satccf.resultado.aceptado.v1");
      assertThat(events)
          .extracting(event -> event.at("/data/revision").asInt())
          .containsExactly(1, 2);
      assertThat(events.getLast().path("id").asText())
          .isEqualTo("afiliacion-" + events.getLast().at("/data/secuencia").asLong());
      assertThat(found)
          .extracting(record -> new String(record.key(), StandardCharsets.UTF_8))
          .containsOnly(llave(hecho));
      assertThat(found)
          .extracting(ConsumerRecord::partition)
          .containsOnly(found.getFirst().partition());
    }
  }

  @Test
  void goesOnOnceARowThatItCannotSendIsGone() {
    // Given a row that is no outcome
    escenario.ejecutar(
        """
        insert into salida (aggregatetype, aggregateid, type, payload, topico, llave)
        values ('x', 'x', 'x', '[]', 'sat.resultados', 'x')
        """);
    hasta(() -> assertThat(when().get("/q/health/ready").statusCode()).isEqualTo(503));
    // When
    escenario.ejecutar("delete from salida where payload = '[]'");
    Hecho hecho = Hecho.primeraVez();
    escenario.publicar(hecho);
    escenario.espera(hecho, ACEPTADO);
    // Then
    hasta(() -> assertThat(escenario.numero("select count(*) from salida")).isZero());
    hasta(() -> assertThat(when().get("/q/health/ready").statusCode()).isEqualTo(200));
  }

  @Test
  void readsWhatItPublishesOnlyOnceItsProducerHasFencedOffAllOthers() throws SQLException {
    // Given a relay that stalls while its producer is made, and another that moves the row
    // meanwhile
    takeTheDutyFromTheOtherRelay();
    row(1);
    MockProducer<byte[], byte[]> kafka =
        new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
    Producers stalled =
        new Producers(Map.of()) {
          @Override
          Producer<byte[], byte[]> transactional(String transactionalId) {
            escenario.ejecutar("delete from salida");
            row(2);
            return kafka;
          }
        };
    Relay relay = new Relay(database, stalled, signals, config, cloudEvents, new OtraFamilia());
    // When
    assertThat(relay.relay()).isTrue();
    assertThat(relay.relay()).isTrue();
    // Then
    assertThat(kafka.history())
        .extracting(record -> new String(record.value(), StandardCharsets.UTF_8))
        .singleElement()
        .asString()
        .contains("\"version\": 2");
    escenario.ejecutar("delete from relevo where nombre in ('sat-AFILIACION', 'sat-NOVEDADES')");
  }

  private void takeTheDutyFromTheOtherRelay() {
    escenario.ejecutar(
        """
        insert into relevo values ('sat-AFILIACION', gen_random_uuid(), now() + interval '1 hour')
        on conflict (nombre) do update set dueno = excluded.dueno, hasta = excluded.hasta
        """);
  }

  private void row(int version) {
    escenario.ejecutar(
        """
        insert into salida (aggregatetype, aggregateid, type, payload, topico, llave)
        values ('empleador', 'x', 'x', jsonb_build_object('version', ?), 'sat.empleadores', 'x')
        """,
        version);
  }

  /** Another duty than that of the relay that runs. */
  private static final class OtraFamilia implements FamiliaDeServicios {
    @Override
    public Familia familia() {
      return Familia.NOVEDADES;
    }

    @Override
    public Map<ServicioSat, RequisitoEmpleador> requisitos() {
      return Map.of();
    }
  }

  private static KafkaConsumer<byte[], byte[]> atTheEndOfOutcomes() {
    KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                InfraDePrueba.servidoresKafka(),
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    List<TopicPartition> partitions =
        consumer.partitionsFor(Topicos.RESULTADOS).stream()
            .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToEnd(partitions);
    partitions.forEach(consumer::position);
    return consumer;
  }

  private String llave(Hecho hecho) {
    return escenario
        .filas(
            "select llave::text from reporte where radicado = ?",
            row -> row.getString(1),
            hecho.radicado())
        .getFirst();
  }
}
