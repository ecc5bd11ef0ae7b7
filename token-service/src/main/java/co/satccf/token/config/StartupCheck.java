package co.satccf.token.config;

import co.satccf.model.entorno.HostsDelSat;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

/**
 * What must hold before the first request: right values, verified TLS, no logger that tells
 * secrets.
 */
@ApplicationScoped
class StartupCheck {

  private static final Logger LOG = Logger.getLogger(StartupCheck.class);
  private static final int BEFORE_ALL_ELSE = 1;

  /** At DEBUG it writes the form it sends, user and password included. */
  private static final String TELLS_THE_FORM = "io.quarkus.oidc.client.runtime.OidcClientImpl";

  private final SatConfig sat;
  private final Config config;
  private final TlsConfigurationRegistry tls;

  StartupCheck(SatConfig sat, Config config, TlsConfigurationRegistry tls) {
    this.sat = sat;
    this.config = config;
    this.tls = tls;
  }

  void check(@Observes @Priority(BEFORE_ALL_ELSE) StartupEvent event) {
    ConfigCheck.check(sat);
    new HostsDelSat(sat.ministerio().hosts()).exigir("sat.ministerio.url", sat.ministerio().url());
    sat.entorno()
        .revisar("sat.ministerio.url", sat.ministerio().url())
        .ifPresent(aviso -> LOG.warnf("event=not_the_production %s", aviso));
    NameCheck.check(config.getPropertyNames(), System.getenv().keySet());
    tls.getDefault().ifPresent(StartupCheck::verified);
    if (Logger.getLogger(TELLS_THE_FORM).isDebugEnabled()) {
      throw new IllegalArgumentException(
          "quarkus.log.category.\"%s\".level: expected INFO or higher, it would log the password"
              .formatted(TELLS_THE_FORM));
    }
  }

  private static void verified(TlsConfiguration tls) {
    if (tls.isTrustAll()) {
      throw new IllegalArgumentException(
          "quarkus.tls.trust-all = 'true': the Ministry's certificate is always verified");
    }
    if (tls.getHostnameVerificationAlgorithm().filter("NONE"::equalsIgnoreCase).isPresent()) {
      throw new IllegalArgumentException(
          "quarkus.tls.hostname-verification-algorithm = 'NONE': the Ministry's host name is"
              + " always verified");
    }
  }
}
