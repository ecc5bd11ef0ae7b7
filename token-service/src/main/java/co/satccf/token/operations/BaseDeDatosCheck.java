package co.satccf.token.operations;

import co.satccf.model.ServicioSat;
import co.satccf.token.flota.Database;
import co.satccf.token.vigente.TokensVigentes;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Arrays;
import java.util.Objects;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Down only when this replica can serve nobody: without the database it still hands out what it
 * remembers, and all replicas lose the database at once.
 */
@Readiness
@ApplicationScoped
class BaseDeDatosCheck implements HealthCheck {

  private final Database database;
  private final TokensVigentes memoria;
  private final Clock clock;

  BaseDeDatosCheck(Database database, TokensVigentes memoria, Clock clock) {
    this.database = database;
    this.memoria = memoria;
    this.clock = clock;
  }

  @Override
  public HealthCheckResponse call() {
    boolean responde = database.responde();
    long vivos =
        Arrays.stream(ServicioSat.values())
            .map(memoria::de)
            .filter(Objects::nonNull)
            .filter(token -> token.vive(clock.instant()))
            .count();
    return HealthCheckResponse.named("Base de datos")
        .status(responde || vivos > 0)
        .withData("responde", responde)
        .withData("tokensEnMemoria", vivos)
        .build();
  }
}
