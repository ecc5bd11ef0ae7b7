package co.satccf.transmitter.health;

import co.satccf.model.ServicioSat;
import co.satccf.transmitter.dispatch.EsperaDeToken;
import co.satccf.transmitter.dispatch.Simulacion;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Always ready; says whether what goes out really goes, and what this replica lacks a token for
 * because token-service does not answer it.
 */
@Readiness
@ApplicationScoped
class EnvioCheck implements HealthCheck {

  static final String NOMBRE = "envío al Ministerio";

  private final Simulacion simulacion;
  private final EsperaDeToken esperaDeToken;

  EnvioCheck(Simulacion simulacion, EsperaDeToken esperaDeToken) {
    this.simulacion = simulacion;
    this.esperaDeToken = esperaDeToken;
  }

  @Override
  public HealthCheckResponse call() {
    return respuesta(simulacion.activa(), esperaDeToken.servicios());
  }

  static HealthCheckResponse respuesta(boolean simulado, Set<ServicioSat> sinRespuesta) {
    HealthCheckResponseBuilder respuesta =
        HealthCheckResponse.named(NOMBRE)
            .up()
            .withData(
                "modo", simulado ? "simulado: nada sale (sat.envio)" : "real: los reportes salen");
    for (ServicioSat servicio : sinRespuesta) {
      respuesta.withData(
          servicio.nombre(), "sin token: token-service no responde a esta réplica, o no la admite");
    }
    return respuesta.build();
  }
}
