package co.satccf.afiliacion.registro;

import static co.satccf.model.ServicioSat.AFILIACION_PRIMERA_VEZ;
import static co.satccf.model.estado.EstadoReporte.ACEPTADO;
import static org.assertj.core.api.Assertions.assertThat;

import co.satccf.transmitter.empleadores.EmpleadorEnSat;
import co.satccf.transmitter.empleadores.EmpleadorEnSat.Estado;
import co.satccf.transmitter.familia.AlLiquidar;
import co.satccf.transmitter.store.Database;
import co.satccf.transmitter.store.ReporteIdentificado;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Acceptances that a restored store learns again, beside losses that it reads again. */
@QuarkusTest
class RegistroReaplicadoTest {

  private static final String DEPARTAMENTO = "05";
  private static final Instant ACEPTADA = Instant.parse("2026-11-10T10:00:00Z");
  private static final Instant PERDIDA = Instant.parse("2026-11-12T10:00:00Z");

  @Inject AlLiquidar registro;
  @Inject Database database;

  private final String empleador = "k1:" + UUID.randomUUID();

  @Test
  void anAcceptanceLearntAfterTheLossDoesNotUndoIt() throws SQLException {
    perder(PERDIDA);
    reaplicar(ACEPTADA);
    assertThat(estado()).isEqualTo(Estado.PERDIDO);
  }

  @Test
  void aLossReadAfterTheAcceptanceWasLearntCounts() throws SQLException {
    reaplicar(ACEPTADA);
    perder(PERDIDA);
    assertThat(estado()).isEqualTo(Estado.PERDIDO);
  }

  @Test
  void anAcceptanceSinceTheLossStands() throws SQLException {
    reaplicar(PERDIDA.plusSeconds(1));
    perder(PERDIDA);
    assertThat(estado()).isEqualTo(Estado.INCORPORADO);
  }

  private void reaplicar(Instant cuando) throws SQLException {
    ReporteIdentificado reporte =
        new ReporteIdentificado(
            1,
            AFILIACION_PRIMERA_VEZ,
            "R-1",
            UUID.randomUUID(),
            empleador,
            null,
            DEPARTAMENTO,
            4,
            "/erp",
            "1",
            Instant.EPOCH,
            Instant.EPOCH);
    en(connection -> registro.reaplicado(connection, reporte, ACEPTADO, cuando));
  }

  private void perder(Instant cuando) throws SQLException {
    en(
        connection ->
            RegistroStatements.changeAsOf(
                connection, empleador, DEPARTAMENTO, Estado.PERDIDO, cuando));
  }

  private Estado estado() throws SQLException {
    return database
        .transaction(connection -> RegistroStatements.state(connection, empleador, DEPARTAMENTO))
        .map(EmpleadorEnSat::estado)
        .orElseThrow();
  }

  private interface Paso {
    void en(Connection connection) throws SQLException;
  }

  private void en(Paso paso) throws SQLException {
    database.transaction(
        connection -> {
          paso.en(connection);
          return true;
        });
  }
}
