package co.satccf.transmitter.health;

import co.satccf.transmitter.dispatch.Simulacion;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Always ready; says whether what goes out really goes. */
@Readiness
@ApplicationScoped
class EnvioCheck implements HealthCheck {

  static final String NOMBRE = "envío al Ministerio";

  private final Simulacion simulacion;

  EnvioCheck(Simulacion simulacion) {
    this.simulacion = simulacion;
  }

  @Override
  public HealthCheckResponse call() {
    return respuesta(simulacion.activa());
  }

  static HealthCheckResponse respuesta(boolean simulado) {
    return HealthCheckResponse.named(NOMBRE)
        .up()
        .withData("modo", simulado ? "simulado: nada sale (sat.envio)" : "real: los reportes salen")
        .build();
  }
}
