package co.satccf.token.health;

import co.satccf.token.tokens.Credencial;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Tells of refused credentials without making the pod unready: a restart would not mend them. */
@Readiness
@ApplicationScoped
class CredencialCheck implements HealthCheck {

  private final Credencial credencial;

  CredencialCheck(Credencial credencial) {
    this.credencial = credencial;
  }

  @Override
  public HealthCheckResponse call() {
    String estado =
        credencial
            .rechazadaDesde()
            .map(desde -> "rechazada por el Ministerio desde " + desde)
            .orElse("en uso");
    return HealthCheckResponse.named("credencial del Ministerio")
        .up()
        .withData("estado", estado)
        .build();
  }
}
