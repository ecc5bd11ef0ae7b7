package co.satccf.transmitter.health;

import co.satccf.transmitter.outbox.Relay;
import jakarta.enterprise.context.ApplicationScoped;
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
    return respuesta(relay.healthy());
  }

  static HealthCheckResponse respuesta(boolean publica) {
    return HealthCheckResponse.named(NOMBRE)
        .status(publica)
        .withData(
            "resultados",
            publica
                ? "se publican"
                : "esperan: falló la base de datos o Kafka en el último intento")
        .build();
  }
}
