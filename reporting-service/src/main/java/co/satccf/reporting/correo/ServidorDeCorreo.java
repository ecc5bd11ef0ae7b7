package co.satccf.reporting.correo;

import io.quarkus.tls.TlsConfigurationRegistry;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.LoginOption;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.StartTLSOptions;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The mail server as {@code quarkus.mailer} names it, with a client of its own for each e-mail: in
 * the pool of a client that is kept, a connection that was cut stays, and every later e-mail waits
 * on it for ever (Vert.x 4.5, with and without keep-alive).
 */
@Singleton
class ServidorDeCorreo {

  private final Vertx vertx;
  private final MailConfig config;

  ServidorDeCorreo(
      Vertx vertx,
      TlsConfigurationRegistry confianzas,
      @ConfigProperty(name = "quarkus.mailer.host", defaultValue = "localhost") String host,
      @ConfigProperty(name = "quarkus.mailer.port") OptionalInt puerto,
      @ConfigProperty(name = "quarkus.mailer.username") Optional<String> usuario,
      @ConfigProperty(name = "quarkus.mailer.password") Optional<String> clave,
      @ConfigProperty(name = "quarkus.mailer.tls", defaultValue = "false") boolean tls,
      @ConfigProperty(name = "quarkus.mailer.start-tls", defaultValue = "REQUIRED")
          StartTLSOptions startTls,
      @ConfigProperty(name = "quarkus.mailer.tls-configuration-name") Optional<String> confianza) {
    this.vertx = vertx;
    this.config =
        new MailConfig()
            .setHostname(host)
            .setPort(puerto.orElse(tls ? 465 : 25))
            .setSsl(tls)
            .setStarttls(tls ? StartTLSOptions.DISABLED : startTls)
            .setKeepAlive(false)
            // One fate for all recipients.
            .setAllowRcptErrors(false);
    usuario.ifPresent(
        nombre ->
            config
                .setLogin(LoginOption.REQUIRED)
                .setUsername(nombre)
                .setPassword(clave.orElse("")));
    confianza
        .flatMap(confianzas::get)
        .ifPresent(de -> config.setTrustOptions(de.getTrustStoreOptions()));
  }

  /**
   * @throws ExecutionException with what the server said, or what became of the connection
   * @throws TimeoutException when neither is known in time
   */
  void entregar(MailMessage carta, Duration plazo)
      throws ExecutionException, TimeoutException, InterruptedException {
    var client = MailClient.create(vertx, config);
    try {
      client
          .sendMail(carta)
          .toCompletionStage()
          .toCompletableFuture()
          .get(plazo.toMillis(), TimeUnit.MILLISECONDS);
    } finally {
      client.close();
    }
  }
}
