package co.satccf.transmitter.health;

import co.satccf.transmitter.store.Particiones;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Always ready: answers of this month can be stored; says whether those of the next can, too. */
@Readiness
@ApplicationScoped
class ParticionesCheck implements HealthCheck {

  static final String NOMBRE = "particiones de intento";

  private final Particiones particiones;

  ParticionesCheck(Particiones particiones) {
    this.particiones = particiones;
  }

  @Override
  public HealthCheckResponse call() {
    return respuesta(particiones.siguienteMes());
  }

  static HealthCheckResponse respuesta(boolean siguienteMes) {
    return HealthCheckResponse.named(NOMBRE)
        .up()
        .withData("mes siguiente", siguienteMes ? "existe" : "falta: no se pudo crear")
        .build();
  }
}
