package co.satccf.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import co.satccf.sandbox.erp.ErpSintetico;
import co.satccf.sandbox.identidad.UsuarioDeArena;
import co.satccf.sandbox.infra.BaseDeDatos;
import co.satccf.sandbox.local.Corrida;
import co.satccf.sandbox.local.OpcionesDePlataforma;
import co.satccf.sandbox.local.Plataforma;
import co.satccf.sandbox.local.ServicioSuite;
import co.satccf.sandbox.ministerio.ClientesSat;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * The packaged services with every logger at DEBUG, libraries too, take a mixed feed and requests
 * that they refuse: nobody's data, and no secret, stands in a log, a metric, a table, or a topic
 * that the ERP does not write itself. There are no traces to look at: the suite exports none.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DatosPersonalesTest {

  private static final Path RAIZ =
      Path.of(System.getProperty("sat.raiz", "../..")).toAbsolutePath().normalize();
  private static final Path REGISTROS =
      RAIZ.resolve("testing/acceptance/target/registros/datos-personales");
  private static final int EVENTOS = 250;
  private static final Set<String> DEL_ERP =
      Set.of("sat.afiliacion", "sat.relacion-laboral", "sat.novedades");

  private final ObjectMapper json = new ObjectMapper();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Reconocidos reconocidos = new Reconocidos();
  private final List<String> problemas = new ArrayList<>();
  private final Plataforma plataforma = Plataforma.iniciar(hablador(), aviso -> {});

  /** Extensions of Quarkus, and we, keep some libraries quiet: each has to be asked by its name. */
  private static OpcionesDePlataforma hablador() {
    OpcionesDePlataforma opciones =
        OpcionesDePlataforma.en(RAIZ)
            .conRegistros(REGISTROS)
            .con("quarkus.log.level", "DEBUG")
            .con(
                "quarkus.log.category.\"org.apache.kafka.clients.producer.internals.Sender\".level",
                "DEBUG");
    for (String biblioteca :
        List.of(
            "co.satccf",
            "org.apache.kafka",
            "org.apache.kafka.clients",
            "org.postgresql",
            "io.vertx",
            "org.hibernate.SQL")) {
      opciones = opciones.con("quarkus.log.category.\"%s\".level".formatted(biblioteca), "DEBUG");
    }
    return opciones;
  }

  @BeforeAll
  void everythingHappens() throws Exception {
    List<byte[]> lineas =
        Stream.concat(
                RegistroAMano.todos().stream().map(RegistroAMano::linea),
                ErpSintetico.lineas(EVENTOS, 19).stream())
            .toList();
    List<JsonNode> eventos = legibles(lineas);
    eventos.forEach(reconocidos::aprender);
    secretos();
    assertThat(reconocidos.cuantos()).isGreaterThan(EVENTOS);
    JsonNode resumen =
        new Corrida(plataforma, System.out, false, Duration.ofSeconds(60)).correr(lineas).resumen();
    assertThat(resumen.isMissingNode()).isFalse();
    eventos.stream()
        .filter(evento -> evento.at("/data/empleador/documento/numero").asText().length() > 5)
        .limit(10)
        .forEach(this::pedirDeMala);
  }

  @AfterAll
  void stop() {
    plataforma.close();
  }

  /** What this platform is given, and what it hands out. */
  private void secretos() throws IOException {
    reconocidos.aprender(ClientesSat.CLAVE);
    reconocidos.aprender(ClientesSat.USUARIO);
    for (UsuarioDeArena usuario : UsuarioDeArena.values()) {
      reconocidos.aprender(plataforma.token(usuario));
    }
    Files.readAllLines(plataforma.montaje().llavero()).stream()
        .map(linea -> linea.replaceFirst("^.*= *", ""))
        .forEach(reconocidos::aprender);
  }

  private List<JsonNode> legibles(List<byte[]> lineas) {
    List<JsonNode> eventos = new ArrayList<>();
    for (byte[] linea : lineas) {
      try {
        eventos.add(json.readTree(linea));
      } catch (IOException broken) {
        // The mixed feed has such lines, too.
      }
    }
    return eventos;
  }

  /** Requests about somebody that are refused, or must leave no trace of whom they are about. */
  private void pedirDeMala(JsonNode evento) {
    JsonNode documento = evento.at("/data/empleador/documento");
    ObjectNode consulta = json.createObjectNode();
    consulta.putObject("empleador").setAll((ObjectNode) documento.deepCopy());
    ObjectNode titular = json.createObjectNode();
    titular.set("documento", documento);
    titular.put("motivo", "Lo pide " + documento.path("numero").asText());
    String cambios =
        "{\"motivo\":\"x\",\"cambios\":{\"%s\":\"%s\"}}"
            .formatted(documento.path("numero").asText(), documento.path("numero").asText());
    for (ServicioSuite servicio : ServicioSuite.TRANSMISORES) {
      pedir(servicio, "/consultas", consulta.toString(), "x.y.z", 401);
      pedir(servicio, "/consultas", mitad(consulta), plataforma.token(UsuarioDeArena.CONSULTA), 0);
      pedir(
          servicio,
          "/titulares/consultas",
          titular.toString(),
          plataforma.token(UsuarioDeArena.OPERADOR),
          403);
      pedir(
          servicio,
          "/titulares/consultas",
          titular.toString(),
          plataforma.token(UsuarioDeArena.ADMINISTRADOR),
          400);
      pedir(
          servicio,
          "/reportes/Desafiliacion/1/correcciones",
          cambios,
          plataforma.token(UsuarioDeArena.OPERADOR),
          0);
      pedir(
          servicio, "/validaciones", mitad(evento), plataforma.token(UsuarioDeArena.CONSULTA), 200);
    }
  }

  private static String mitad(JsonNode json) {
    String entero = json.toString();
    return entero.substring(0, entero.length() - entero.length() / 3);
  }

  /**
   * @param estado expected, or 0 for any that refuses
   */
  private void pedir(ServicioSuite servicio, String ruta, String cuerpo, String token, int estado) {
    HttpRequest request =
        HttpRequest.newBuilder(plataforma.direccion(servicio).resolve(ruta))
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + token)
            .POST(BodyPublishers.ofString(cuerpo))
            .build();
    try {
      HttpResponse<String> respuesta = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (estado == 0) {
        assertThat(respuesta.statusCode()).as(ruta).isBetween(400, 499);
      } else {
        assertThat(respuesta.statusCode()).as(ruta).isEqualTo(estado);
      }
      if (respuesta.statusCode() >= 400) {
        problemas.add(respuesta.body());
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void standInNoLog() throws IOException {
    int lineas = 0;
    for (ServicioSuite servicio : ServicioSuite.values()) {
      Path registro = REGISTROS.resolve(servicio.modulo() + ".log");
      try (Stream<String> todas = Files.lines(registro, StandardCharsets.UTF_8)) {
        lineas += buscar(registro.getFileName().toString(), todas);
      }
    }
    assertThat(lineas).as("lines, with DEBUG among them").isGreaterThan(10_000);
  }

  @Test
  void standInNoProblem() {
    assertThat(problemas).hasSizeGreaterThan(100);
    buscar("problem+json", problemas.stream());
  }

  @Test
  void standInNoMetric() throws Exception {
    for (ServicioSuite servicio : ServicioSuite.values()) {
      String metricas =
          http.send(
                  HttpRequest.newBuilder(
                          plataforma.gestion(servicio.modulo()).resolve("/q/metrics"))
                      .build(),
                  HttpResponse.BodyHandlers.ofString())
              .body();
      assertThat(metricas).contains("jvm_");
      buscar(servicio.modulo() + "/q/metrics", metricas.lines());
    }
  }

  @Test
  void standInNoTopicButThoseOfTheErp() {
    Map<String, Object> ajustes =
        Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, plataforma.servidoresKafka());
    List<String> leidos = new ArrayList<>();
    try (KafkaConsumer<String, String> consumidor =
        new KafkaConsumer<>(ajustes, new StringDeserializer(), new StringDeserializer())) {
      Set<String> topicos = consumidor.listTopics().keySet();
      assertThat(topicos).containsAll(DEL_ERP).contains("sat.resultados", "sat.empleadores");
      List<TopicPartition> particiones =
          topicos.stream()
              .filter(topico -> !DEL_ERP.contains(topico))
              .flatMap(topico -> consumidor.partitionsFor(topico).stream())
              .map(p -> new TopicPartition(p.topic(), p.partition()))
              .toList();
      consumidor.assign(particiones);
      consumidor.seekToBeginning(particiones);
      Map<TopicPartition, Long> fines = consumidor.endOffsets(particiones);
      while (fines.entrySet().stream()
          .anyMatch(fin -> consumidor.position(fin.getKey()) < fin.getValue())) {
        for (ConsumerRecord<String, String> record : consumidor.poll(Duration.ofMillis(200))) {
          leidos.add(record.key() + " " + record.value());
          record.headers().forEach(h -> leidos.add(new String(h.value(), StandardCharsets.UTF_8)));
        }
      }
    }
    assertThat(leidos).hasSizeGreaterThan(EVENTOS);
    buscar("topics", leidos.stream());
  }

  @Test
  void standInNoTableInClear() throws SQLException {
    for (ServicioSuite servicio : ServicioSuite.values()) {
      try (Connection connection =
          DriverManager.getConnection(
              plataforma.baseDeDatos().jdbcUrl(servicio.base()),
              BaseDeDatos.USUARIO,
              BaseDeDatos.CLAVE)) {
        List<String> tablas = new ArrayList<>();
        filas(
            connection, "select tablename from pg_tables where schemaname = 'public'", tablas::add);
        assertThat(tablas).isNotEmpty();
        for (String tabla : tablas) {
          List<String> filas = new ArrayList<>();
          // Bytes as the text that they may be.
          filas(
              connection,
              """
              select coalesce((select string_agg(v.value, ' ') from jsonb_each_text(to_jsonb(t)) v), '') from %s t
              """
                  .formatted(tabla),
              filas::add);
          buscar(servicio.modulo() + "." + tabla, filas.stream().map(this::conBytes));
        }
      }
    }
  }

  private static void filas(Connection connection, String sql, Consumer<String> cada)
      throws SQLException {
    try (Statement select = connection.createStatement();
        ResultSet row = select.executeQuery(sql)) {
      while (row.next()) {
        cada.accept(row.getString(1));
      }
    }
  }

  /** PostgreSQL writes bytes as {@code \x} and hexadecimal digits. */
  private String conBytes(String fila) {
    StringBuilder claro = new StringBuilder(fila);
    for (String palabra : fila.split(" ", -1)) {
      if (palabra.startsWith("\\x") && palabra.length() % 2 == 0) {
        byte[] bytes = HexFormat.of().parseHex(palabra.substring(2));
        claro.append(' ').append(new String(bytes, StandardCharsets.UTF_8));
      }
    }
    // Hexadecimal digits are no token.
    return claro.toString().replaceAll("\\\\x[0-9a-f]*", "");
  }

  /**
   * @return how many texts were looked at
   */
  private int buscar(String donde, Stream<String> textos) {
    List<String> hallados = new ArrayList<>();
    int[] vistos = {0};
    textos.forEach(
        texto -> {
          vistos[0]++;
          Optional<String> hallado = reconocidos.en(texto);
          if (hallado.isPresent() && hallados.size() < 5) {
            int desde = texto.indexOf(hallado.get());
            hallados.add(
                texto.substring(
                    Math.max(0, desde - 150),
                    Math.min(texto.length(), desde + hallado.get().length() + 40)));
          }
        });
    // Everybody here is synthetic: what was found may be shown.
    assertThat(hallados).as(donde).isEmpty();
    return vistos[0];
  }
}
