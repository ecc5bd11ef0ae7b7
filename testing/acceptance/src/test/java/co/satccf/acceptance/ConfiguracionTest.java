package co.satccf.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import co.satccf.model.entorno.Entorno;
import co.satccf.sandbox.infra.BaseDeDatos;
import co.satccf.sandbox.infra.Puertos;
import co.satccf.sandbox.local.Montaje;
import co.satccf.sandbox.local.Paquete;
import co.satccf.sandbox.local.ServicioSuite;
import co.satccf.sandbox.ministerio.ClientesSat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * A wrong configuration value stops the start of the packaged service and is named: each service,
 * and each way of being wrong. {@code ConfigCheckTest} of the modules has the values one by one.
 */
class ConfiguracionTest {

  private static final Path RAIZ =
      Path.of(System.getProperty("sat.raiz", "../..")).toAbsolutePath().normalize();

  /** Nobody calls it: the start is refused before. */
  private static final String EMISOR = "sat.identidad.emisores.cluster.nombre";

  private static final String SUJETO = "sat.identidad.emisores.cluster.sujetos.consulta";
  private static final String PRODUCCION = "https://miseguridadsocial.gov.co:8062";

  private static final int A_LA_VEZ = 3;

  @TempDir private static Path carpeta;

  private static Montaje montaje = new Montaje(Path.of("unused"));

  private static BaseDeDatos base = BaseDeDatos.en(Path.of("unused"), 1);

  @BeforeAll
  static void startTheDatabase() {
    base = BaseDeDatos.en(carpeta.resolve("postgres"));
    base.start();
    montaje = Montaje.en(carpeta.resolve("secretos"));
    for (ServicioSuite servicio : ServicioSuite.values()) {
      base.crear(servicio.base());
    }
  }

  @AfterAll
  static void stopTheDatabase() {
    base.stop();
  }

  /**
   * One property that is wrong.
   *
   * @param dicho whether the value may be told: not of a secret
   */
  private record Caso(ServicioSuite servicio, String propiedad, String valor, boolean dicho) {}

  private static Caso caso(ServicioSuite servicio, String propiedad, String valor) {
    return new Caso(servicio, propiedad, valor, true);
  }

  private static final List<Caso> CASOS =
      List.of(
          caso(ServicioSuite.TOKEN, "sat.ministerio.plazo", "diez"),
          caso(ServicioSuite.TOKEN, "sat.ministerio.url", PRODUCCION),
          caso(ServicioSuite.TOKEN, "sat.ministerio.url", "https://sat.example"),
          caso(ServicioSuite.TOKEN, "sat.entorno", "pruebas"),
          caso(ServicioSuite.TOKEN, "sat.credencial.carpeta", "/no-hay-credenciales"),
          caso(ServicioSuite.TOKEN, "sat.llavero", "/no-hay-llavero"),
          caso(ServicioSuite.AFILIACION, "sat.llavero", "/no-hay-llavero"),
          caso(ServicioSuite.AFILIACION, "sat.cupo.piso", "0"),
          caso(ServicioSuite.AFILIACION, "sat.ministerio.url", PRODUCCION),
          caso(ServicioSuite.AFILIACION, "sat.envio", "quizas"),
          caso(ServicioSuite.RELACION_LABORAL, "sat.ministerio.url", PRODUCCION),
          caso(ServicioSuite.NOVEDADES, "sat.ministerio.url", PRODUCCION),
          caso(
              ServicioSuite.RELACION_LABORAL,
              "sat.cronograma.InicioRelacionLaboral.apertura",
              "ayer"),
          caso(ServicioSuite.NOVEDADES, "sat.token.url", "ftp://token.example"),
          new Caso(ServicioSuite.NOVEDADES, "sat.referencia.clave", "muy-corta", false),
          caso(ServicioSuite.REPORTING, "sat.lector.registros", "0"),
          // The local platform's identities and production
          enProduccion(ServicioSuite.TOKEN),
          enProduccion(ServicioSuite.AFILIACION),
          enProduccion(ServicioSuite.RELACION_LABORAL),
          enProduccion(ServicioSuite.NOVEDADES),
          enProduccion(ServicioSuite.REPORTING),
          caso(ServicioSuite.TOKEN, "sat.identidad.emisores.cluster.llaves", "http://sat.example"),
          caso(ServicioSuite.REPORTING, "sat.semana.inicio", "LUNES"));

  private static Caso enProduccion(ServicioSuite servicio) {
    return caso(servicio, EMISOR, Entorno.EMISOR_DE_ARENA + "servicios");
  }

  /** How a start ended. */
  private record Arranque(Caso caso, int estado, String registro) {}

  @TestFactory
  Stream<DynamicTest> stopsTheStartAndNamesThePropertyAndTheValue() {
    ExecutorService hilos = Executors.newFixedThreadPool(A_LA_VEZ);
    List<Future<Arranque>> arranques =
        CASOS.stream().map(caso -> hilos.submit(() -> arrancar(caso))).toList();
    hilos.shutdown();
    return arranques.stream()
        .map(
            futuro -> {
              Caso caso = CASOS.get(arranques.indexOf(futuro));
              return DynamicTest.dynamicTest(
                  caso.servicio().modulo() + " " + caso.propiedad() + " = " + caso.valor(),
                  () -> refused(futuro.get()));
            });
  }

  private static void refused(Arranque arranque) {
    assertThat(arranque.estado()).as(arranque.registro()).isEqualTo(1);
    assertThat(arranque.registro()).contains(arranque.caso().propiedad());
    if (arranque.caso().dicho()) {
      assertThat(arranque.registro()).contains(arranque.caso().valor());
    } else {
      assertThat(arranque.registro()).doesNotContain(arranque.caso().valor());
    }
    assertThat(arranque.registro()).doesNotContain("Listening on");
  }

  private static Arranque arrancar(Caso caso) throws IOException, InterruptedException {
    String nombre = caso.servicio().modulo() + "-" + caso.propiedad() + "-" + CASOS.indexOf(caso);
    Path propiedades = carpeta.resolve(nombre + ".properties");
    Path registro = carpeta.resolve(nombre + ".log");
    escribir(caso, propiedades);
    Process proceso =
        new ProcessBuilder(
                Paquete.de(RAIZ, caso.servicio())
                    .comando(
                        "-Djava.io.tmpdir=" + carpeta, "-Dquarkus.config.locations=" + propiedades))
            .redirectErrorStream(true)
            .redirectOutput(registro.toFile())
            .start();
    boolean ended = proceso.waitFor(60, TimeUnit.SECONDS);
    proceso.destroyForcibly().waitFor();
    return new Arranque(caso, ended ? proceso.exitValue() : -1, Files.readString(registro));
  }

  /** Everything right but one. */
  private static void escribir(Caso caso, Path archivo) {
    Properties p = new Properties();
    p.put("quarkus.http.host", "127.0.0.1");
    p.put("quarkus.http.port", "0");
    p.put("kafka.bootstrap.servers", "127.0.0.1:1");
    p.put("quarkus.datasource.jdbc.url", base.jdbcUrl(caso.servicio().base()));
    p.put("quarkus.datasource.username", BaseDeDatos.USUARIO);
    p.put("quarkus.datasource.password", BaseDeDatos.CLAVE);
    if (caso.servicio() != ServicioSuite.REPORTING) {
      p.put("sat.ministerio.url", "http://127.0.0.1:1");
      p.put("sat.ministerio.hosts", "127.0.0.1," + Entorno.HOST_DE_PRODUCCION);
    }
    if (caso.servicio() != ServicioSuite.REPORTING) {
      p.put("sat.llavero", montaje.llavero().toString());
    }
    if (caso.servicio() == ServicioSuite.TOKEN) {
      p.put("sat.credencial.carpeta", montaje.carpeta().toString());
      ClientesSat.porServicio().forEach((s, cliente) -> p.put("sat.clientes." + s, cliente));
    }
    p.put("quarkus.management.host", "127.0.0.1");
    p.put("quarkus.management.port", String.valueOf(Puertos.libre()));
    p.put(EMISOR, "https://kubernetes.default.svc");
    p.put("sat.identidad.emisores.cluster.llaves", carpeta.resolve("jwks.json").toString());
    p.put(SUJETO, "system:serviceaccount:erp:erp");
    if (caso.servicio().transmite()) {
      p.put("sat.token.url", "http://127.0.0.1:1");
      p.put("sat.token.archivo", carpeta.resolve("token").toString());
      p.put("sat.referencia.clave", "0".repeat(64));
    }
    if (caso.propiedad().equals(EMISOR)) {
      p.put("sat.entorno", "produccion");
    }
    p.put(caso.propiedad(), caso.valor());
    try (Writer writer = Files.newBufferedWriter(archivo)) {
      p.store(writer, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
