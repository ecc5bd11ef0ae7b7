package co.satccf.reporting.correo;

import static org.assertj.core.api.Assertions.assertThat;

import co.satccf.reporting.informes.Envios.Desenlace;
import io.vertx.ext.mail.SMTPException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FallasTest {

  static List<Throwable> sinLlegar() {
    return List.of(
        new ConnectException("x"), new UnknownHostException("x"), new SSLHandshakeException("x"));
  }

  static List<Throwable> sinSaber() {
    return List.of(new IOException("x"), new TimeoutException(), new IllegalStateException("x"));
  }

  @ParameterizedTest
  @MethodSource("sinLlegar")
  void knowsThatNothingWentOutWhenTheServerWasNeverReached(Throwable failure) {
    assertThat(Fallas.desenlace(new ExecutionException(failure)))
        .isInstanceOfSatisfying(
            Desenlace.NoSalio.class, uno -> assertThat(uno.definitivo()).isFalse());
  }

  @ParameterizedTest
  @MethodSource("sinSaber")
  void takesWhateverElseHappensForUncertain(Throwable failure) {
    assertThat(Fallas.desenlace(new ExecutionException(failure)))
        .isInstanceOf(Desenlace.NoSeSabe.class)
        .extracting(Object::toString)
        .asString()
        .contains(failure.getClass().getSimpleName());
  }

  @Test
  void believesTheServerAndRepeatsLittleOfIt() {
    var respuesta = new SMTPException("rcpt", 550, List.of("5.1.1 " + "x".repeat(900)), false);
    assertThat(Fallas.desenlace(new ExecutionException(respuesta)))
        .isInstanceOfSatisfying(
            Desenlace.NoSalio.class,
            uno -> {
              assertThat(uno.definitivo()).isTrue();
              assertThat(uno.motivo())
                  .startsWith("El servidor de correo respondió 550")
                  .hasSizeLessThan(260);
            });
  }
}
