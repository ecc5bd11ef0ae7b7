package co.satccf.token.operations;

import co.satccf.model.ServicioSat;
import co.satccf.token.renewal.CredencialConocida;
import co.satccf.token.renewal.Tokens;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Tells what the Ministry refuses and is always up: another replica would say the same, and one
 * taken out of service could not tell its callers why. Each probe is a look at the fleet, so that
 * metrics are right on a replica nobody asks.
 */
@Readiness
@ApplicationScoped
class CredencialCheck implements HealthCheck {

  private final CredencialConocida credencial;
  private final Tokens tokens;

  CredencialCheck(CredencialConocida credencial, Tokens tokens) {
    this.credencial = credencial;
    this.tokens = tokens;
  }

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder respuesta =
        HealthCheckResponse.named("Credenciales ante el Ministerio").up();
    for (ServicioSat servicio : ServicioSat.values()) {
      tokens
          .pausa(servicio)
          .ifPresent(
              pausa ->
                  respuesta.withData(
                      servicio.nombre(),
                      pausa.resto().isZero()
                          ? pausa.codigo().name()
                          : "%s por %d s más"
                              .formatted(pausa.codigo(), pausa.resto().toSeconds())));
    }
    credencial
        .rechazadaDesde()
        .ifPresentOrElse(
            desde ->
                respuesta
                    .withData("credencial", "CREDENCIAL_RECHAZADA")
                    .withData("rechazadaDesde", desde.toString()),
            () -> respuesta.withData("credencial", "SIN_RECHAZO"));
    return respuesta.build();
  }
}
