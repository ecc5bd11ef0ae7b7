package co.satccf.transmitter.restauracion;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when the store is known to be complete. */
@Readiness
@ApplicationScoped
class RestauracionCheck implements HealthCheck {

  private final Restauracion restauracion;

  RestauracionCheck(Restauracion restauracion) {
    this.restauracion = restauracion;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("integridad tras restaurar")
        .status(restauracion.abierta())
        .withData("estado", restauracion.texto())
        .build();
  }
}
