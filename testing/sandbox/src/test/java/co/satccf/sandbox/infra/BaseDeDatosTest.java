package co.satccf.sandbox.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaseDeDatosTest {

  @TempDir static Path carpeta;

  private static Set<Path> antes = Set.of();
  private static BaseDeDatos base;

  @SuppressWarnings("NullAway.Init") // filled before all tests
  BaseDeDatosTest() {}

  @BeforeAll
  static void crear() throws Exception {
    antes = restosFueraDeLaCarpeta();
    base = BaseDeDatos.en(carpeta);
  }

  @BeforeEach
  void arrancar() {
    base.start();
    base.crear("arena");
  }

  @AfterAll
  static void parar() {
    base.close();
  }

  @Test
  void keepsItsRowsAndItsPortOverAKill() throws SQLException {
    survives(BaseDeDatos::kill);
  }

  @Test
  void keepsItsRowsAndItsPortOverAStop() throws SQLException {
    survives(BaseDeDatos::stop);
  }

  private void survives(Consumer<BaseDeDatos> fin) throws SQLException {
    // Given
    int puerto = base.puerto();
    ejecutar("DROP TABLE IF EXISTS fila");
    ejecutar("CREATE TABLE fila (n int)");
    ejecutar("INSERT INTO fila SELECT generate_series(1, 1000)");

    // When
    fin.accept(base);
    assertThatThrownBy(this::conectar).isInstanceOf(SQLException.class);
    base.start();

    // Then
    assertThat(base.puerto()).isEqualTo(puerto);
    assertThat(numero("SELECT count(*) FROM fila")).isEqualTo(1000);
  }

  @Test
  void goesOnInTheFolderOfAnotherObject(@TempDir Path otra) throws SQLException {
    // Given
    BaseDeDatos primera = BaseDeDatos.en(otra);
    primera.start();
    primera.crear("uno");
    primera.stop();

    // When
    try (BaseDeDatos segunda = BaseDeDatos.en(otra)) {
      segunda.start();
      segunda.crear("uno");

      // Then
      assertThat(DriverManager.getConnection(segunda.jdbcUrl("uno"), "postgres", "x")).isNotNull();
    }
  }

  @Test
  void createsADatabaseOnceAndRefusesANameThatIsNone() {
    base.crear("arena");
    assertThatThrownBy(() -> base.crear("x; drop")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void holdsAHundredAndFiftyConnections() throws SQLException {
    List<Connection> conexiones = new ArrayList<>();
    try {
      for (int i = 0; i < 150; i++) {
        conexiones.add(conectar());
      }
      assertThat(conexiones).hasSize(150);
    } finally {
      for (Connection conexion : conexiones) {
        conexion.close();
      }
    }
  }

  @Test
  void doesNothingWhenStartedOrStoppedTwice() throws SQLException {
    base.start();
    assertThat(numero("SELECT 1")).isEqualTo(1);
    base.stop();
    base.stop();
    base.kill();
    assertThat(base.enMarcha()).isFalse();
  }

  @Test
  void leavesNothingInTheTempFolderNorInSharedMemory() throws Exception {
    base.kill();
    // Somebody else's server may end meanwhile.
    assertThat(restosFueraDeLaCarpeta()).isSubsetOf(antes);
  }

  private static Set<Path> restosFueraDeLaCarpeta() throws Exception {
    try (Stream<Path> temporales = Files.list(Path.of("/tmp"));
        Stream<Path> compartidas = Files.list(Path.of("/dev/shm"))) {
      return Stream.concat(temporales, compartidas)
          .filter(
              ruta ->
                  ruta.getFileName()
                      .toString()
                      .matches("\\.s\\.PGSQL.*|embedded-pg.*|epg.*|PostgreSQL\\..*"))
          .collect(Collectors.toSet());
    }
  }

  private Connection conectar() throws SQLException {
    return DriverManager.getConnection(
        base.jdbcUrl("arena"), BaseDeDatos.USUARIO, BaseDeDatos.CLAVE);
  }

  private void ejecutar(String sql) throws SQLException {
    try (Connection conexion = conectar();
        Statement sentencia = conexion.createStatement()) {
      sentencia.execute(sql);
    }
  }

  private long numero(String sql) throws SQLException {
    try (Connection conexion = conectar();
        Statement sentencia = conexion.createStatement();
        ResultSet filas = sentencia.executeQuery(sql)) {
      filas.next();
      return filas.getLong(1);
    }
  }
}
