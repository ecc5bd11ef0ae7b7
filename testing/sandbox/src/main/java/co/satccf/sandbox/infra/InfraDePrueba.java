package co.satccf.sandbox.infra;

import co.satccf.sandbox.identidad.ClienteDeArena;
import co.satccf.sandbox.identidad.IdentidadDePrueba;
import co.satccf.sandbox.ministerio.ControlDelMinisterio;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A real PostgreSQL, a real broker, the simulated Ministry and a stand-in for token-service for
 * every {@code @QuarkusTest} of a module that has the sandbox on its test class path; registered as
 * a service, so no annotation is needed. Started once per JVM, with one fresh database, and stopped
 * with it.
 *
 * <p>The static methods work from any class loader. Whoever stops a part starts it again.
 */
public class InfraDePrueba implements QuarkusTestResourceLifecycleManager {
  /** Name of the one database. */
  public static final String BASE_DE_DATOS = "prueba";

  @Override
  public Map<String, String> start() {
    pedir("arrancar");
    Path carpeta = Path.of(direccion(InfraCompartida.IDENTIDAD));
    Map<String, String> config = new HashMap<>(IdentidadDePrueba.iniciar("token-service", carpeta));
    config.putAll(IdentidadDePrueba.iniciar("servicio-de-prueba", carpeta));
    config.put("quarkus.datasource.jdbc.url", jdbcUrl());
    config.put("quarkus.datasource.username", BaseDeDatos.USUARIO);
    config.put("quarkus.datasource.password", BaseDeDatos.CLAVE);
    config.put("kafka.bootstrap.servers", servidoresKafka());
    // With 0 the metrics of the two servers have different labels, and Prometheus refuses one.
    config.put("quarkus.http.test-port", String.valueOf(Puertos.libre()));
    String gestion = String.valueOf(Puertos.libre());
    config.put("quarkus.management.test-port", gestion);
    // A packaged service runs in no test mode; and its test does not see its configuration.
    config.put("quarkus.management.port", gestion);
    System.setProperty(InfraCompartida.GESTION, gestion);
    // Not under a name of the suite: a service that knows no Ministry would refuse to start.
    config.put(InfraCompartida.MINISTERIO, urlMinisterio());
    Path propio = carpeta.resolve("propio.token");
    IdentidadDePrueba.escribir(propio, "servicio-de-prueba");
    config.put(InfraCompartida.TOKEN_PROPIO, propio.toString());
    config.put(
        "arena.llavero", LlaveroDeArena.escribir(carpeta.resolve("llavero"), 1, 1).toString());
    config.put(InfraCompartida.TOKENS, direccion(InfraCompartida.TOKENS));
    config.put(InfraCompartida.OIDC, direccion(InfraCompartida.OIDC));
    config.put("arena.oidc.secreto", ClienteDeArena.SECRETO);
    return config;
  }

  /** Does nothing: the next test profile of this JVM goes on with the same servers. */
  @Override
  public void stop() {}

  /** Drives the Ministry of this JVM. */
  public static ControlDelMinisterio ministerio() {
    return ControlDelMinisterio.en(direccion(InfraCompartida.CONTROL));
  }

  public static String urlMinisterio() {
    return direccion(InfraCompartida.MINISTERIO);
  }

  public static String jdbcUrl() {
    return direccion(InfraCompartida.JDBC);
  }

  public static String servidoresKafka() {
    return direccion(InfraCompartida.KAFKA);
  }

  /** Stops PostgreSQL in good order, cutting every connection. */
  public static void pararBaseDeDatos() {
    pedir("pararBaseDeDatos");
  }

  /** Kills PostgreSQL with signal 9. */
  public static void matarBaseDeDatos() {
    pedir("matarBaseDeDatos");
  }

  /** Starts a stopped or killed PostgreSQL on its port, with its rows. */
  public static void arrancarBaseDeDatos() {
    pedir("arrancarBaseDeDatos");
  }

  public static void pararKafka() {
    pedir("pararKafka");
  }

  /** Starts a stopped broker on its port, with its records. */
  public static void arrancarKafka() {
    pedir("arrancarKafka");
  }

  private static String direccion(String propiedad) {
    return Objects.requireNonNull(System.getProperty(propiedad), "the servers are not started");
  }

  private static void pedir(String metodo) {
    try {
      Class.forName(InfraCompartida.class.getName(), true, ClassLoader.getSystemClassLoader())
          .getMethod(metodo)
          .invoke(null);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the servers of the tests failed: " + metodo, e);
    }
  }
}
