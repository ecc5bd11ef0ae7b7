package co.satccf.sandbox.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Order(1)
class BrokerTest {
  @TempDir static Path carpeta;
  private static Broker broker;

  @SuppressWarnings("NullAway.Init") // filled before all tests
  BrokerTest() {}

  @BeforeAll
  static void arrancar() {
    broker = Broker.en(carpeta);
    broker.start();
  }

  @AfterAll
  static void parar() {
    broker.close();
  }

  @Test
  void hasTheFiveTopicsWithSixPartitionsEach() throws Exception {
    try (Admin admin = Admin.create(direccion(broker.servidores()))) {
      var topicos =
          admin
              .describeTopics(
                  List.of(
                      "sat.afiliacion",
                      "sat.relacion-laboral",
                      "sat.novedades",
                      "sat.resultados",
                      "sat.empleadores"))
              .allTopicNames()
              .get();
      assertThat(topicos.values()).hasSize(5).allMatch(topico -> topico.partitions().size() == 6);
      assertThat(limpieza(admin, "sat.empleadores")).isEqualTo("compact");
      assertThat(limpieza(admin, "sat.resultados")).isEqualTo("delete");
    }
  }

  @Test
  void createsNoTopicByItself() {
    Map<String, Object> ajustes = direccion(broker.servidores());
    ajustes.put("max.block.ms", 1_500);
    try (var productor =
        new KafkaProducer<>(ajustes, new StringSerializer(), new StringSerializer())) {
      assertThatThrownBy(() -> productor.send(new ProducerRecord<>("sat.errata", "x")).get())
          .isInstanceOf(ExecutionException.class);
    }
  }

  @Test
  void keepsRecordsAndCommittedTransactionsOverARestart() throws Exception {
    // Given
    transaccion(broker.servidores(), "antes", true);
    transaccion(broker.servidores(), "abortado", false);
    String direccion = broker.servidores();

    // When
    broker.restart();
    transaccion(broker.servidores(), "despues", true);

    // Then
    assertThat(broker.servidores()).isEqualTo(direccion);
    assertThat(leer(broker.servidores(), "sat.resultados", 2)).containsExactly("antes", "despues");
  }

  @Test
  void keepsRecordsWhenItsProcessIsKilled(@TempDir Path otra) throws Exception {
    // Given
    String puerto = "" + Puertos.libre();
    try (ProcesoJava proceso =
        ProcesoJava.iniciar(otra, Broker.class, puerto, otra.resolve("datos").toString())) {
      String listo = proceso.lineaQueEmpiezaCon("LISTO");
      assertThat(listo).isEqualTo("LISTO " + puerto);
      transaccion("127.0.0.1:" + puerto, "antes", true);

      // When
      proceso.matar();
    }

    // Then
    try (ProcesoJava proceso =
        ProcesoJava.iniciar(otra, Broker.class, puerto, otra.resolve("datos").toString())) {
      proceso.lineaQueEmpiezaCon("LISTO");
      assertThat(leer("127.0.0.1:" + puerto, "sat.resultados", 1)).containsExactly("antes");
      proceso.terminar();
    }
  }

  private static void transaccion(String servidores, String valor, boolean confirmar)
      throws Exception {
    Map<String, Object> ajustes = direccion(servidores);
    ajustes.put("transactional.id", "prueba");
    try (var productor =
        new KafkaProducer<>(ajustes, new StringSerializer(), new StringSerializer())) {
      productor.initTransactions();
      productor.beginTransaction();
      productor.send(new ProducerRecord<>("sat.resultados", 0, "llave", valor)).get();
      if (confirmar) {
        productor.commitTransaction();
      } else {
        productor.abortTransaction();
      }
    }
  }

  private static List<String> leer(String servidores, String topico, int cuantos) {
    Map<String, Object> ajustes = direccion(servidores);
    ajustes.put("isolation.level", "read_committed");
    List<String> valores = new ArrayList<>();
    try (var consumidor =
        new KafkaConsumer<>(ajustes, new StringDeserializer(), new StringDeserializer())) {
      TopicPartition particion = new TopicPartition(topico, 0);
      consumidor.assign(List.of(particion));
      consumidor.seekToBeginning(List.of(particion));
      long limite = System.nanoTime() + Duration.ofSeconds(30).toNanos();
      while (valores.size() < cuantos && System.nanoTime() < limite) {
        consumidor.poll(Duration.ofMillis(200)).forEach(registro -> valores.add(registro.value()));
      }
    }
    return valores;
  }

  private static Map<String, Object> direccion(String servidores) {
    return new HashMap<>(Map.of("bootstrap.servers", servidores));
  }

  private static String limpieza(Admin admin, String topico) throws Exception {
    ConfigResource recurso = new ConfigResource(ConfigResource.Type.TOPIC, topico);
    Config config = admin.describeConfigs(List.of(recurso)).all().get().get(recurso);
    return config == null ? "" : config.get("cleanup.policy").value();
  }
}
