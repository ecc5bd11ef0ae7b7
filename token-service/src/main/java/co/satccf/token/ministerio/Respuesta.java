package co.satccf.token.ministerio;

import java.time.Duration;

/** What came of one request for a token. */
public sealed interface Respuesta {

  /**
   * @param vida as the Ministry told it, more than zero
   */
  record Concedido(String token, Duration vida) implements Respuesta {
    @Override
    public String toString() {
      return "Concedido[vida=%s]".formatted(vida);
    }
  }

  /** {@code invalid_grant}: the user or the password (RFC 6749, section 5.2). */
  record CredencialRechazada() implements Respuesta {}

  /** {@code invalid_client} or {@code unauthorized_client}: this service's ClientID. */
  record ClienteRechazado() implements Respuesta {}

  /** Refused for a reason we cannot read: perhaps the credentials, so it is not repeated soon. */
  record NegadoSinMotivo(int estadoHttp) implements Respuesta {}

  /**
   * No token, and nobody's fault as far as can be told: slow, failing, unreadable.
   *
   * @param motivo for logs; holds nothing the Ministry sent but its HTTP status
   * @param esperar what the Ministry asked for with Retry-After, else zero; at most one hour
   */
  record SinRespuesta(String motivo, Duration esperar) implements Respuesta {}
}
