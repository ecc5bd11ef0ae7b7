package co.satccf.sandbox.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InfraDePruebaTest {
  private static final Set<String> SERVIDORES =
      Set.of(
          "quarkus.datasource.jdbc.url",
          "quarkus.datasource.username",
          "quarkus.datasource.password",
          "kafka.bootstrap.servers",
          "arena.ministerio.url",
          "arena.token.url");

  @Test
  void isFoundByQuarkusWithoutAnAnnotation() {
    assertThat(ServiceLoader.load(QuarkusTestResourceLifecycleManager.class))
        .hasAtLeastOneElementOfType(InfraDePrueba.class);
  }

  @Test
  void givesTheSameServersToEveryClassLoaderOfTheJvm() throws Exception {
    // Given: what Quarkus does between two test profiles
    Map<String, String> primera = new InfraDePrueba().start();
    new InfraDePrueba().stop();

    // When
    Object segunda;
    try (URLClassLoader otro = cargadorPropio()) {
      Class<?> clase = Class.forName(InfraDePrueba.class.getName(), true, otro);
      assertThat(clase).isNotSameAs(InfraDePrueba.class);
      segunda = clase.getMethod("start").invoke(clase.getConstructor().newInstance());
    }

    // Then
    assertThat(segunda).asInstanceOf(MAP).containsAllEntriesOf(servidores(primera));
    assertThat(InfraDePrueba.ministerio().listo()).isTrue();
  }

  @Test
  void takesItsDatabaseAwayAndGivesItBackOnTheSameAddress() throws SQLException {
    // Given
    new InfraDePrueba().start();
    conectar().close();

    // When / Then
    InfraDePrueba.matarBaseDeDatos();
    assertThatThrownBy(InfraDePruebaTest::conectar).isInstanceOf(SQLException.class);
    InfraDePrueba.arrancarBaseDeDatos();
    conectar().close();
    InfraDePrueba.pararBaseDeDatos();
    assertThatThrownBy(InfraDePruebaTest::conectar).isInstanceOf(SQLException.class);
    InfraDePrueba.arrancarBaseDeDatos();
    conectar().close();
  }

  private static Connection conectar() throws SQLException {
    return DriverManager.getConnection(
        InfraDePrueba.jdbcUrl(), BaseDeDatos.USUARIO, BaseDeDatos.CLAVE);
  }

  /** Loads the suite's classes itself and shares only what Quarkus shares. */
  private static URLClassLoader cargadorPropio() {
    URL[] suyas =
        Arrays.stream(System.getProperty("java.class.path").split(":"))
            .filter(lugar -> lugar.endsWith("/classes"))
            .map(lugar -> Path.of(lugar + "/").toUri())
            .map(
                uri -> {
                  try {
                    return uri.toURL();
                  } catch (java.net.MalformedURLException e) {
                    throw new IllegalStateException(e);
                  }
                })
            .toArray(URL[]::new);
    ClassLoader padre = InfraDePruebaTest.class.getClassLoader();
    return new URLClassLoader(suyas, padre) {
      @Override
      protected Class<?> loadClass(String nombre, boolean resolver) throws ClassNotFoundException {
        if (nombre.startsWith("co.satccf.sandbox.")) {
          Class<?> cargada = findLoadedClass(nombre);
          return cargada == null ? findClass(nombre) : cargada;
        }
        return super.loadClass(nombre, resolver);
      }
    };
  }

  /** What the identity for tests and the ports are is of each start. */
  private static Map<String, String> servidores(Map<String, String> config) {
    Map<String, String> servidores = new HashMap<>(config);
    servidores.keySet().retainAll(SERVIDORES);
    assertThat(servidores).hasSameSizeAs(SERVIDORES);
    return servidores;
  }
}
