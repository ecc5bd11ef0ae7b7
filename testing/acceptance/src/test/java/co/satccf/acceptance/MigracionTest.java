package co.satccf.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import co.satccf.sandbox.infra.BaseDeDatos;
import co.satccf.sandbox.infra.Puertos;
import co.satccf.sandbox.local.Paquete;
import co.satccf.sandbox.local.ServicioSuite;
import co.satccf.sandbox.ministerio.ClientesSat;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged services as the chart's migration Jobs start them, with the configuration that the
 * chart renders; and as its Deployments do, which only look at the schema.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MigracionTest {

  private static final Path RAIZ =
      Path.of(System.getProperty("sat.raiz", "../..")).toAbsolutePath().normalize();

  private static final Path CHART = RAIZ.resolve("deploy/src/test/resources/por-omision.yaml");

  /** The three families have one store and one set of migrations. */
  private static final List<ServicioSuite> DE_CADA_CLASE =
      List.of(ServicioSuite.TOKEN, ServicioSuite.NOVEDADES, ServicioSuite.REPORTING);

  private static final int A_LA_VEZ = 2;
  private static final List<String> SOLO_MIRA =
      List.of("QUARKUS_FLYWAY_MIGRATE_AT_START=false", "QUARKUS_FLYWAY_VALIDATE_AT_START=true");
  private static final List<String> MIGRA =
      List.of("QUARKUS_FLYWAY_MIGRATE_AT_START=true", "QUARKUS_FLYWAY_VALIDATE_AT_START=false");

  private static final Set<String> LLAVES =
      Set.of(
          "timestamp",
          "sequence",
          "level",
          "loggerName",
          "message",
          "threadName",
          "threadId",
          "mdc",
          "exception",
          "stackTrace",
          "servicio");

  @TempDir private static Path carpeta;

  private static BaseDeDatos base = BaseDeDatos.en(Path.of("unused"), 1);

  @BeforeAll
  static void startTheDatabase() throws IOException {
    montar();
    base = BaseDeDatos.en(carpeta.resolve("postgres"));
    base.start();
    DE_CADA_CLASE.forEach(servicio -> base.crear(servicio.base()));
  }

  @AfterAll
  static void stopTheDatabase() {
    base.stop();
  }

  /** How a process ended. */
  private record Fin(ServicioSuite servicio, int estado, String registro) {}

  @Test
  @Order(1)
  void aServiceDoesNotStartOnASchemaThatIsNotThere() throws Exception {
    Fin fin = correr(ServicioSuite.NOVEDADES, SOLO_MIRA);
    assertThat(fin.estado()).as(fin.registro()).isEqualTo(1);
    assertThat(fin.registro()).contains("resolved migration not applied");
  }

  @Test
  @Order(2)
  void aServiceMigratesItsDatabaseAndEnds() throws Exception {
    for (Fin fin : a(DE_CADA_CLASE, servicio -> correr(servicio, MIGRA))) {
      assertThat(fin.estado()).as(fin.registro()).isZero();
      assertThat(fin.registro()).doesNotContain("Listening on");
      assertThat(aplicadas(fin.servicio())).isPositive();
    }
  }

  @Test
  @Order(3)
  void aServiceStartsAsItsDeploymentDoesAndLogsObjectsWithTheSameKeys() throws Exception {
    for (Fin fin : a(DE_CADA_CLASE, MigracionTest::desplegar)) {
      assertThat(fin.registro()).contains("Listening on").contains("Installed features");
      assertThat(fin.registro().lines())
          .isNotEmpty()
          .allSatisfy(
              linea -> {
                JsonNode suceso = new ObjectMapper().readTree(linea);
                assertThat(LLAVES)
                    .containsAll(suceso.properties().stream().map(Map.Entry::getKey).toList());
                assertThat(suceso.path("servicio").asText()).isEqualTo(fin.servicio().modulo());
                assertThat(suceso.path("level").asText()).matches("[A-Z]+");
              });
    }
  }

  @Test
  @Order(4)
  void aRollBackStartsOnTheSchemaOfTheNewerVersion() throws Exception {
    // Given a migration that this version does not know
    try (Connection connection = conectar(ServicioSuite.NOVEDADES);
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          insert into flyway_schema_history
            (installed_rank, version, description, type, script, checksum, installed_by,
             execution_time, success)
          values (999, '999', 'de una version posterior', 'SQL', 'V999__posterior.sql', 1, 'prueba',
            1, true)
          """);
    }
    // When
    Fin fin = correr(ServicioSuite.NOVEDADES, SOLO_MIRA);
    // Then
    assertThat(fin.estado()).as(fin.registro()).isZero();
  }

  @Test
  @Order(5)
  void anImageIsTrainedWithNothingAround() throws Exception {
    List<String> entorno =
        Files.readAllLines(RAIZ.resolve("deploy/imagenes/entrenamiento.env")).stream()
            .filter(linea -> !linea.startsWith("#"))
            .toList();
    for (Fin fin : a(DE_CADA_CLASE, servicio -> iniciar(servicio, entorno))) {
      assertThat(fin.estado()).as(fin.registro()).isZero();
    }
  }

  /** What is done to one service. */
  private interface Accion {
    Fin en(ServicioSuite servicio) throws IOException, InterruptedException;
  }

  private static List<Fin> a(List<ServicioSuite> servicios, Accion accion) throws Exception {
    List<Fin> fines = new ArrayList<>();
    try (ExecutorService hilos = Executors.newFixedThreadPool(A_LA_VEZ)) {
      List<Future<Fin>> futuros =
          servicios.stream().map(servicio -> hilos.submit(() -> accion.en(servicio))).toList();
      for (Future<Fin> futuro : futuros) {
        fines.add(futuro.get());
      }
    }
    return fines;
  }

  private static Fin correr(ServicioSuite servicio, List<String> variables)
      throws IOException, InterruptedException {
    List<String> entorno = entorno(servicio, configuracion(servicio.modulo() + "-migracion"));
    entorno.add("QUARKUS_INIT_AND_EXIT=true");
    entorno.addAll(variables);
    return iniciar(servicio, entorno);
  }

  /**
   * Starts it with what its Deployment mounts, until it is alive, and stops it. Kafka and the
   * issuers of tokens are waited for, as in a cluster that is just coming up.
   */
  private static Fin desplegar(ServicioSuite servicio) throws IOException, InterruptedException {
    List<String> entorno = entorno(servicio, configuracion(servicio.modulo()));
    int gestion = Puertos.libre();
    entorno.addAll(
        List.of(
            // With 0 the metrics of the two servers have different labels, and one is refused.
            "QUARKUS_HTTP_PORT=" + Puertos.libre(),
            "QUARKUS_MANAGEMENT_PORT=" + gestion,
            "KAFKA_BOOTSTRAP_SERVERS=127.0.0.1:1",
            "KAFKA_SASL_JAAS_CONFIG="
                + "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"x\" password=\"x\";"));
    Path registro = Files.createTempFile(carpeta, servicio.modulo(), ".log");
    Process vivo = lanzar(servicio, entorno, registro);
    try {
      await()
          .atMost(Duration.ofSeconds(90))
          .pollInterval(Duration.ofMillis(250))
          .until(
              () ->
                  !vivo.isAlive()
                      || vive(gestion) && Files.readString(registro).contains("Listening on"));
      assertThat(vivo.isAlive()).as(Files.readString(registro)).isTrue();
    } finally {
      vivo.destroyForcibly().waitFor();
    }
    return new Fin(servicio, vivo.exitValue(), Files.readString(registro));
  }

  private static boolean vive(int gestion) {
    try (HttpClient http = HttpClient.newHttpClient()) {
      URI salud = URI.create("http://127.0.0.1:%d/q/health/live".formatted(gestion));
      return http.send(
                  HttpRequest.newBuilder(salud).build(), HttpResponse.BodyHandlers.discarding())
              .statusCode()
          == 200;
    } catch (IOException notYet) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static List<String> entorno(ServicioSuite servicio, String configuracion)
      throws IOException {
    Path propiedades = Files.createTempFile(carpeta, servicio.modulo(), ".properties");
    Files.writeString(propiedades, configuracion);
    List<String> entorno =
        new ArrayList<>(
            List.of(
                "QUARKUS_CONFIG_LOCATIONS=" + propiedades,
                "QUARKUS_DATASOURCE_JDBC_URL=" + base.jdbcUrl(servicio.base()),
                "QUARKUS_DATASOURCE_USERNAME=" + BaseDeDatos.USUARIO,
                "QUARKUS_DATASOURCE_PASSWORD=" + BaseDeDatos.CLAVE,
                "SAT_REFERENCIA_CLAVE=" + "0".repeat(64)));
    ClientesSat.porServicio()
        .forEach(
            (nombre, cliente) ->
                entorno.add(
                    "SAT_CLIENTES_%s=%s".formatted(nombre.toUpperCase(Locale.ROOT), cliente)));
    return entorno;
  }

  private static Fin iniciar(ServicioSuite servicio, List<String> entorno)
      throws IOException, InterruptedException {
    Path registro = Files.createTempFile(carpeta, servicio.modulo(), ".log");
    Process vivo = lanzar(servicio, entorno, registro);
    boolean ended = vivo.waitFor(90, TimeUnit.SECONDS);
    vivo.destroyForcibly().waitFor();
    return new Fin(servicio, ended ? vivo.exitValue() : -1, Files.readString(registro));
  }

  private static Process lanzar(ServicioSuite servicio, List<String> entorno, Path registro)
      throws IOException {
    ProcessBuilder proceso =
        new ProcessBuilder(Paquete.de(RAIZ, servicio).comando("-Djava.io.tmpdir=" + carpeta));
    entorno.forEach(v -> proceso.environment().put(v.split("=", 2)[0], v.split("=", 2)[1]));
    return proceso.redirectErrorStream(true).redirectOutput(registro.toFile()).start();
  }

  /**
   * The file that the chart mounts into a service or its migration, what it names in a folder of
   * this test.
   */
  private static String configuracion(String componente) throws IOException {
    String etiqueta = "app.kubernetes.io/component: %s\n".formatted(componente);
    String objeto =
        Arrays.stream(Files.readString(CHART).split("(?m)^---\n"))
            .filter(yaml -> yaml.contains("kind: ConfigMap\n") && yaml.contains(etiqueta))
            .findFirst()
            .orElseThrow();
    return objeto
        .substring(objeto.indexOf("application.properties: |"))
        .lines()
        .skip(1)
        .takeWhile(linea -> linea.startsWith("    ") || linea.isBlank())
        .map(String::strip)
        .collect(Collectors.joining("\n"))
        .replace("/etc/sat", carpeta.resolve("etc").toString())
        .replace("/var/run/secrets/sat", carpeta.resolve("identidad").toString());
  }

  /** What Deployments mount: each file of its form, nobody's. */
  private static void montar() throws IOException {
    escribir("etc/llavero/llavero", "actual = k1\nk1 = %s\n".formatted("1".repeat(64)));
    escribir("etc/credenciales/produccion", "usuario=nadie\nclave=nada\n");
    escribir("identidad/cluster/token", "nadie");
    escribir("identidad/token-service/token", "nadie");
    String certificado =
        Files.readString(RAIZ.resolve("testing/acceptance/src/test/resources/nadie.crt"));
    for (String archivo :
        List.of("etc/kafka/ca.crt", "etc/postgresql/ca.crt", "identidad/cluster/ca.crt")) {
      escribir(archivo, certificado);
    }
  }

  private static void escribir(String archivo, String texto) throws IOException {
    Path donde = carpeta.resolve(archivo);
    Files.createDirectories(donde.getParent());
    Files.writeString(donde, texto);
  }

  private static int aplicadas(ServicioSuite servicio) throws SQLException {
    try (Connection connection = conectar(servicio);
        Statement statement = connection.createStatement();
        ResultSet filas =
            statement.executeQuery("select count(*) from flyway_schema_history where success")) {
      filas.next();
      return filas.getInt(1);
    }
  }

  private static Connection conectar(ServicioSuite servicio) throws SQLException {
    return DriverManager.getConnection(
        base.jdbcUrl(servicio.base()), BaseDeDatos.USUARIO, BaseDeDatos.CLAVE);
  }
}
