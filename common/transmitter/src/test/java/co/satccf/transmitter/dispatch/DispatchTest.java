package co.satccf.transmitter.dispatch;

import static co.satccf.transmitter.Escenario.hasta;
import static org.assertj.core.api.Assertions.assertThat;

import co.satccf.model.ServicioSat;
import co.satccf.transmitter.Escenario;
import co.satccf.transmitter.familia.FamiliaDeServicios;
import co.satccf.transmitter.store.Database;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The start of the dispatchers. */
@QuarkusTest
class DispatchTest {

  @Inject Escenario escenario;
  @Inject Database database;
  @Inject Dispatch dispatch;
  @Inject FamiliaDeServicios familia;

  @BeforeEach
  void empezar() {
    escenario.empezar();
    escenario.detener();
  }

  @AfterEach
  void terminar() {
    escenario.terminar();
  }

  @Test
  void writesTheRowsOfItsServicesInOneOrder() throws Exception {
    // Given the services in their order, the third of which somebody holds
    List<String> servicios =
        new TreeSet<>(familia.servicios()).stream().map(ServicioSat::nombre).toList();
    CompletableFuture<Void> registered =
        database.transaction(
            connection -> {
              try (var lock =
                  connection.prepareStatement(
                      "select 1 from despacho where servicio = ? for update")) {
                lock.setString(1, servicios.get(2));
                lock.execute();
              }
              // When another replica starts
              CompletableFuture<Void> starting = CompletableFuture.runAsync(this::register);
              // Then it holds those before, and none behind
              hasta(() -> assertThat(free()).isEqualTo(servicios.subList(3, servicios.size())));
              return starting;
            });
    await(registered);
  }

  @Test
  void aRestartKeepsTheLimitThatTheFleetHasFound() throws SQLException {
    // Given
    escenario.ejecutar(
        """
        update despacho set cupo = 37, ronda = 12, busqueda = '{"fase": "ESPERA"}', cupo_piso = 1, cupo_techo = 256
        """);
    // When
    dispatch.register();
    // Then
    assertThat(
            escenario.numero(
                "select count(*) from despacho where cupo_vigente = 37 and ronda = 12 and busqueda is not null"))
        .isEqualTo(familia.servicios().size());
  }

  private static void await(CompletableFuture<Void> registered) throws InterruptedException {
    try {
      registered.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private void register() {
    try {
      dispatch.register();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<String> free() {
    List<String> free =
        escenario.filas(
            "select servicio from despacho for update skip locked", row -> row.getString(1));
    return familia.servicios().stream()
        .sorted()
        .map(ServicioSat::nombre)
        .filter(free::contains)
        .toList();
  }
}
