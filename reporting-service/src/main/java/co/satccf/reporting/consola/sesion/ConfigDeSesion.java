package co.satccf.reporting.consola.sesion;

import co.satccf.model.entorno.Entorno;
import co.satccf.reporting.config.ReportingConfig;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Stops the start of a console that nobody could sign in at, or that would not be safe. */
@ApplicationScoped
class ConfigDeSesion {

  private static final String PROVEEDOR = "quarkus.oidc.auth-server-url";
  private static final String SECRETO = "quarkus.oidc.token-state-manager.encryption-secret";
  private static final String SEGURA = "quarkus.oidc.authentication.cookie-force-secure";
  private static final int LARGO_MINIMO = 32;

  private final ReportingConfig config;
  private final Optional<String> proveedor;
  private final Optional<String> secreto;
  private final boolean segura;

  ConfigDeSesion(
      ReportingConfig config,
      @ConfigProperty(name = PROVEEDOR) Optional<String> proveedor,
      @ConfigProperty(name = SECRETO) Optional<String> secreto,
      @ConfigProperty(name = SEGURA) boolean segura) {
    this.config = config;
    this.proveedor = proveedor;
    this.secreto = secreto;
    this.segura = segura;
  }

  void check(@Observes StartupEvent event) {
    if (config.consola().activa()) {
      check(config.entorno(), proveedor, secreto, segura);
    }
  }

  /**
   * @throws IllegalArgumentException naming the property, never a secret
   */
  static void check(
      Entorno entorno, Optional<String> proveedor, Optional<String> secreto, boolean segura) {
    if (proveedor.isEmpty()) {
      throw new IllegalArgumentException(PROVEEDOR + ": it must be set when sat.consola.activa is");
    }
    if (entorno != Entorno.PRODUCCION) {
      return;
    }
    if (!proveedor.get().startsWith("https://")) {
      throw new IllegalArgumentException(
          "%s = '%s': in production it must be an https address"
              .formatted(PROVEEDOR, proveedor.get()));
    }
    if (secreto.map(String::length).orElse(0) < LARGO_MINIMO) {
      throw new IllegalArgumentException(
          "%s: in production it must be set, with %d characters or more, the same in every replica"
              .formatted(SECRETO, LARGO_MINIMO));
    }
    if (!segura) {
      throw new IllegalArgumentException(SEGURA + " = false: not in production");
    }
  }
}
