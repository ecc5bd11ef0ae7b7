package co.satccf.reporting.resultados;

import static org.assertj.core.api.Assertions.assertThat;

import co.satccf.stream.ReaderState;
import co.satccf.stream.ReaderStatus;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;

class LectorListoTest {

  private static final Instant SINCE = Instant.parse("2021-08-02T15:00:00Z");

  @Test
  void namesEverythingThatIsMissing() {
    var estado =
        new ReaderStatus(
            ReaderState.DATABASE_AWAY,
            SINCE,
            "PSQLException 08001",
            List.of(ReaderState.DATABASE_AWAY, ReaderState.BROKER_AWAY));
    var respuesta = LectorListo.respuesta(estado);
    assertThat(respuesta.getStatus()).isEqualTo(Status.DOWN);
    assertThat(respuesta.getData().orElseThrow())
        .containsEntry("falta", "la base de datos; Kafka")
        .containsEntry("motivo", "PSQLException 08001");
  }

  @Test
  void isUpWhileReading() {
    var estado = new ReaderStatus(ReaderState.RUNNING, SINCE, "", List.of(ReaderState.RUNNING));
    assertThat(LectorListo.respuesta(estado).getStatus()).isEqualTo(Status.UP);
  }
}
