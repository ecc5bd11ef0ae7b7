package co.satccf.acceptance;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import co.satccf.sandbox.erp.Empleador;
import co.satccf.sandbox.erp.Hechos;
import co.satccf.sandbox.erp.Hechos.Hecho;
import co.satccf.sandbox.infra.Broker;
import co.satccf.sandbox.infra.CandadoDeKafka;
import co.satccf.sandbox.infra.CertificadoDePrueba;
import co.satccf.sandbox.local.OpcionesDePlataforma;
import co.satccf.sandbox.local.Plataforma;
import co.satccf.sandbox.local.ServicioSuite;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TransactionalIdAuthorizationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.SecurityUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged services on a broker with TLS, SCRAM-SHA-512 and the permissions of {@code
 * deploy/kafka/acl.csv}, each as its own principal.
 */
class KafkaCerradoTest {

  private static final Path RAIZ =
      Path.of(System.getProperty("sat.raiz", "../..")).toAbsolutePath().normalize();
  private static final Path TABLA = RAIZ.resolve("deploy/kafka/acl.csv");
  private static final Duration PRONTO = Duration.ofSeconds(60);
  private static final List<String> TOPICOS =
      List.of(
          "sat.afiliacion",
          "sat.relacion-laboral",
          "sat.novedades",
          "sat.resultados",
          "sat.empleadores");

  /** Those that speak with Kafka. */
  private static final List<ServicioSuite> SERVICIOS =
      List.of(
          ServicioSuite.AFILIACION,
          ServicioSuite.RELACION_LABORAL,
          ServicioSuite.NOVEDADES,
          ServicioSuite.REPORTING);

  private static final Hechos HECHOS = Hechos.de(4_711);

  private final HttpClient http = HttpClient.newHttpClient();

  @TempDir Path carpeta;

  @Test
  void theSuiteLivesOnItsPermissionsAndIsRefusedTheRest() throws Exception {
    CandadoDeKafka candado = CandadoDeKafka.en(carpeta.resolve("candado"), TABLA);
    try (Broker broker = Broker.en(carpeta.resolve("kafka"), candado)) {
      broker.start();
      try (Plataforma plataforma = Plataforma.iniciar(opciones(candado), aviso -> {})) {
        everythingGoesByTheLock(plataforma, candado);
        eachMayDoWhatTheTableSays(candado);
        aRefusalIsToldByItsName(plataforma, candado);
      }
    }
  }

  private static OpcionesDePlataforma opciones(CandadoDeKafka candado) {
    OpcionesDePlataforma opciones =
        OpcionesDePlataforma.en(RAIZ)
            .conRegistros(RAIZ.resolve("testing/acceptance/target/registros/kafka-cerrado"));
    for (ServicioSuite servicio : SERVICIOS) {
      for (Map.Entry<String, String> ajuste : candado.cliente(servicio.modulo()).entrySet()) {
        opciones = opciones.con(servicio, "kafka." + ajuste.getKey(), ajuste.getValue());
      }
    }
    return opciones;
  }

  /** A worker's start goes only once its employer's affiliation has gone through all topics. */
  private static void everythingGoesByTheLock(Plataforma plataforma, CandadoDeKafka candado)
      throws Exception {
    // Given
    Empleador empleador = HECHOS.empleador();
    Map<String, Hecho> hechos = new TreeMap<>();
    hechos.put("AfiliacionPrimeraVez", HECHOS.primeraVez(empleador));
    hechos.put("InicioRelacionLaboral", HECHOS.inicio(empleador, HECHOS.trabajador()));
    hechos.put("EstadoPagoEmpleador", HECHOS.estadoPago(empleador));

    // When
    try (KafkaProducer<byte[], byte[]> erp = productor(candado, "erp", Map.of())) {
      for (Hecho hecho : hechos.values()) {
        erp.send(
                new ProducerRecord<>(
                    hecho.topico(), hecho.clave().getBytes(StandardCharsets.UTF_8), hecho.valor()))
            .get();
      }
    }

    // Then
    Map<String, ServicioSuite> suyos =
        Map.of(
            "AfiliacionPrimeraVez", ServicioSuite.AFILIACION,
            "InicioRelacionLaboral", ServicioSuite.RELACION_LABORAL,
            "EstadoPagoEmpleador", ServicioSuite.NOVEDADES);
    hechos.forEach(
        (servicio, hecho) ->
            await()
                .atMost(PRONTO)
                .until(
                    () ->
                        plataforma
                            .consultar(
                                requireNonNull(suyos.get(servicio)),
                                "/reportes/%s/%s".formatted(servicio, hecho.radicado()))
                            .map(reporte -> reporte.path("estado").asText())
                            .orElse("")
                            .equals("ACEPTADO")));
    await()
        .atMost(PRONTO)
        .until(
            () ->
                plataforma
                    .consultar(ServicioSuite.REPORTING, "/conteos?agrupar=estado")
                    .map(conteos -> conteos.at("/grupos/0/reportes").asInt())
                    .orElse(0)
                    .equals(hechos.size()));
    assertThat(read(candado, "sat.resultados"))
        .filteredOn(resultado -> resultado.contains("resultado.aceptado.v1"))
        .hasSize(hechos.size());
  }

  private static List<String> read(CandadoDeKafka candado, String topico) {
    try (KafkaConsumer<byte[], byte[]> erp =
        new KafkaConsumer<>(
            new HashMap<>(candado.cliente("erp")),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> particiones =
          erp.partitionsFor(topico).stream()
              .map(una -> new TopicPartition(topico, una.partition()))
              .toList();
      erp.assign(particiones);
      erp.seekToBeginning(particiones);
      Map<TopicPartition, Long> fines = erp.endOffsets(particiones);
      Set<String> leidos = new HashSet<>();
      await()
          .atMost(PRONTO)
          .until(
              () -> {
                erp.poll(Duration.ofMillis(100))
                    .forEach(
                        registro ->
                            leidos.add(new String(registro.value(), StandardCharsets.UTF_8)));
                return fines.entrySet().stream()
                    .allMatch(fin -> erp.position(fin.getKey()) >= fin.getValue());
              });
      return List.copyOf(leidos);
    }
  }

  private static void eachMayDoWhatTheTableSays(CandadoDeKafka candado) throws Exception {
    Map<String, Set<String>> tabla = permisos();
    Map<String, Set<String>> puede = new TreeMap<>();
    for (String principal : tabla.keySet()) {
      puede.put(principal, permitido(candado, principal));
    }
    assertThat(puede).isEqualTo(tabla);

    // And it is not only what the broker says
    try (KafkaProducer<byte[], byte[]> otro =
        productor(candado, "relacion-laboral-service", Map.of())) {
      assertThatThrownBy(
              () -> otro.send(new ProducerRecord<>("sat.afiliacion", new byte[] {1})).get())
          .hasCauseInstanceOf(TopicAuthorizationException.class);
    }
    try (KafkaProducer<byte[], byte[]> otro =
        productor(
            candado, "relacion-laboral-service", Map.of("transactional.id", "sat-AFILIACION"))) {
      assertThatThrownBy(otro::initTransactions)
          .isInstanceOf(TransactionalIdAuthorizationException.class);
    }
  }

  /** Of the topics, by principal, as {@code Read sat.afiliacion}. */
  private static Map<String, Set<String>> permisos() throws IOException {
    try (Stream<String> lineas = Files.lines(TABLA)) {
      return lineas
          .filter(linea -> linea.startsWith("User:") && linea.contains(",Topic,"))
          .map(linea -> linea.split(",", -1))
          .collect(
              Collectors.groupingBy(
                  celdas -> celdas[0].replaceFirst("User:", ""),
                  TreeMap::new,
                  Collectors.mapping(
                      celdas -> celdas[1] + " " + celdas[4],
                      Collectors.toCollection(TreeSet::new))));
    }
  }

  private static Set<String> permitido(CandadoDeKafka candado, String principal)
      throws InterruptedException {
    Set<String> permitido = new TreeSet<>();
    try (Admin admin = Admin.create(new HashMap<>(candado.cliente(principal)))) {
      for (String topico : TOPICOS) {
        for (AclOperation operacion : operaciones(admin, topico)) {
          // It goes with reading and writing.
          if (operacion != AclOperation.DESCRIBE) {
            permitido.add(SecurityUtils.operationName(operacion) + " " + topico);
          }
        }
      }
    }
    return permitido;
  }

  private static Collection<AclOperation> operaciones(Admin admin, String topico)
      throws InterruptedException {
    try {
      return admin
          .describeTopics(
              List.of(topico), new DescribeTopicsOptions().includeAuthorizedOperations(true))
          .allTopicNames()
          .get()
          .values()
          .iterator()
          .next()
          .authorizedOperations();
    } catch (ExecutionException refused) {
      assertThat(refused).hasCauseInstanceOf(TopicAuthorizationException.class);
      return Set.of();
    }
  }

  private void aRefusalIsToldByItsName(Plataforma plataforma, CandadoDeKafka candado) {
    // When one has a wrong password, and another trusts another certificate
    String clave =
        requireNonNull(
            candado
                .cliente("novedades-service", "no-es", candado.confianza())
                .get("sasl.jaas.config"));
    Path ajeno = CertificadoDePrueba.hacer(carpeta, "ajeno", "ip:127.0.0.1", "-1d", 2).pem();
    OpcionesDePlataforma buenas = opciones(candado);
    plataforma.reemplazar(
        ServicioSuite.NOVEDADES,
        buenas.con(ServicioSuite.NOVEDADES, "kafka.sasl.jaas.config", clave));
    plataforma.reemplazar(
        ServicioSuite.REPORTING,
        buenas.con(ServicioSuite.REPORTING, "kafka.ssl.truststore.location", ajeno.toString()));

    // Then
    saysWhy(plataforma, ServicioSuite.NOVEDADES, "SaslAuthenticationException");
    saysWhy(plataforma, ServicioSuite.REPORTING, "SslAuthenticationException");
  }

  private void saysWhy(Plataforma plataforma, ServicioSuite servicio, String motivo) {
    await()
        .atMost(PRONTO)
        .ignoreExceptionsInstanceOf(IOException.class)
        .untilAsserted(
            () -> {
              HttpResponse<String> salud =
                  http.send(
                      HttpRequest.newBuilder(
                              plataforma.gestion(servicio.modulo()).resolve("/q/health/ready"))
                          .build(),
                      HttpResponse.BodyHandlers.ofString());
              assertThat(salud.statusCode()).isEqualTo(503);
              assertThat(salud.body()).contains(motivo).contains("Kafka");
            });
  }

  private static KafkaProducer<byte[], byte[]> productor(
      CandadoDeKafka candado, String principal, Map<String, Object> mas) {
    Map<String, Object> ajustes = new HashMap<>(candado.cliente(principal));
    ajustes.putAll(mas);
    return new KafkaProducer<>(ajustes, new ByteArraySerializer(), new ByteArraySerializer());
  }
}
