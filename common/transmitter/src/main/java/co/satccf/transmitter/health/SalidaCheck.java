package co.satccf.transmitter.health;

import co.satccf.transmitter.outbox.Relay;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready while the outbox reaches Kafka. */
@Readiness
@ApplicationScoped
class SalidaCheck implements HealthCheck {

  static final String NOMBRE = "salida hacia Kafka";

  private final Relay relay;

  SalidaCheck(Relay relay) {
    this.relay = relay;
  }

  @Override
  public HealthCheckResponse call() {
    return respuesta(relay.failing());
  }

  static HealthCheckResponse respuesta(Optional<String> falla) {
    return HealthCheckResponse.named(NOMBRE)
        .status(falla.isEmpty())
        .withData(
            "resultados",
            falla
                .map("esperan: falló la base de datos o Kafka en el último intento (%s)"::formatted)
                .orElse("se publican"))
        .build();
  }
}
