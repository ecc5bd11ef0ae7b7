package co.satccf.transmitter.dispatch;

import static co.satccf.model.ServicioSat.AFILIACION_NO_PRIMERA_VEZ;
import static org.assertj.core.api.Assertions.assertThat;

import co.satccf.model.respuesta.Veredicto;
import co.satccf.transmitter.Escenario;
import co.satccf.transmitter.limite.Limite;
import co.satccf.transmitter.limite.Limites;
import co.satccf.transmitter.store.Database;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A floor and a ceiling that move around the limit that was found (rule 3, docs/adr/0009). */
@QuarkusTest
class MargenTest {

  private static final Veredicto RECHAZADA = new Veredicto.Reintentable("HTTP-429", null, true);

  @Inject Escenario escenario;
  @Inject Database database;

  private final Limites limites = new Limites();

  @BeforeEach
  void sixtyFourInTheFifthRound() {
    escenario.empezar();
    escenario.detener();
    escenario.ejecutar(
        "update despacho set cupo = 64, ronda = 5, busqueda = null, piso = 1, techo = 256");
  }

  @AfterEach
  void terminar() {
    escenario.ejecutar("update despacho set piso = 8, techo = 8");
    escenario.terminar();
  }

  @Test
  void aCeilingBelowTheLimitBeginsANewRound() throws SQLException {
    // Given
    escenario.ejecutar("update despacho set cupo_techo = 8");
    // When those that were sent under the old limit are refused
    rechazadas(5, 20);
    Limite limite = alDia();
    // Then they say nothing of the new one
    assertThat(limite.ronda()).isEqualTo(6);
    assertThat(limite.enVigor()).isEqualTo(8);
    rechazadas(5, 20);
    assertThat(alDia().enVigor()).isEqualTo(8);
  }

  @Test
  void theNewRoundBeginsWithTheFirstClaimUnderIt() throws SQLException {
    escenario.ejecutar("update despacho set cupo_techo = 8");
    assertThat(alDia().ronda()).isEqualTo(6);
    assertThat(alDia().ronda()).isEqualTo(6);
  }

  @Test
  void whatIsSentUnderAFixedLimitTellsNothingOfTheOneThatWasFound() throws SQLException {
    // Given
    escenario.ejecutar("update despacho set cupo_piso = 200, cupo_techo = 200");
    Limite fijo = alDia();
    assertThat(fijo.enVigor()).isEqualTo(200);
    // When it is fixed no more, and what was sent meanwhile is refused
    escenario.ejecutar("update despacho set cupo_piso = null, cupo_techo = null");
    rechazadas(fijo.ronda(), 100);
    // Then
    assertThat(alDia().enVigor()).isEqualTo(64);
  }

  private void rechazadas(int ronda, int cuantas) {
    for (int i = 0; i < cuantas; i++) {
      limites.visto(AFILIACION_NO_PRIMERA_VEZ, ronda, RECHAZADA, Duration.ofMillis(3));
    }
  }

  /** As a claim asks for it. */
  private Limite alDia() throws SQLException {
    return database.transaction(
        connection -> {
          Despacho despacho = DispatchStatements.lock(connection, AFILIACION_NO_PRIMERA_VEZ);
          return limites.alDia(
              connection, AFILIACION_NO_PRIMERA_VEZ, despacho.limite(), despacho.ahora());
        });
  }
}
