package co.satccf.reporting.resultados;

import co.satccf.stream.ReaderState;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/**
 * Alive while the reader's thread is: an outage of the database or of Kafka is no reason to
 * restart.
 */
@Liveness
final class LectorVivo implements HealthCheck {

  private final Consumo consumo;

  LectorVivo(Consumo consumo) {
    this.consumo = consumo;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("hilo del lector")
        .status(consumo.estado().state() != ReaderState.STOPPED)
        .build();
  }
}
