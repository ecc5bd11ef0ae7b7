package co.satccf.token.operations;

import co.satccf.model.ServicioSat;
import co.satccf.token.renewal.PuertaCredencial;
import co.satccf.token.renewal.Tokens;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Tells what the Ministry refuses and is always up: a restart would try a refused password again,
 * and a pod taken out of service could not tell its callers why.
 */
@Readiness
@ApplicationScoped
class CredencialCheck implements HealthCheck {

  private final PuertaCredencial puerta;
  private final Tokens tokens;

  CredencialCheck(PuertaCredencial puerta, Tokens tokens) {
    this.puerta = puerta;
    this.tokens = tokens;
  }

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder respuesta =
        HealthCheckResponse.named("Credenciales ante el Ministerio").up();
    puerta
        .rechazadaDesde()
        .ifPresentOrElse(
            desde ->
                respuesta
                    .withData("credencial", "CREDENCIAL_RECHAZADA")
                    .withData("rechazadaDesde", desde.toString()),
            () -> respuesta.withData("credencial", "SIN_RECHAZO"));
    for (ServicioSat servicio : ServicioSat.values()) {
      tokens
          .pausa(servicio)
          .ifPresent(
              pausa ->
                  respuesta.withData(
                      servicio.nombre(), pausa.codigo() + " hasta " + pausa.hasta()));
    }
    return respuesta.build();
  }
}
