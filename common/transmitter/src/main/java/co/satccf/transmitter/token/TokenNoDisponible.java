package co.satccf.transmitter.token;

import java.time.Duration;

/** No token can be had now; reports wait PENDIENTE. */
public final class TokenNoDisponible extends Exception {

  private static final long serialVersionUID = 1L;

  private final String codigo;
  private final Duration esperar;

  TokenNoDisponible(String codigo, Duration esperar) {
    super(codigo, null, false, false);
    this.codigo = codigo;
    this.esperar = esperar;
  }

  /** As token-service names it, e.g. {@code CREDENCIAL_RECHAZADA}. */
  public String codigo() {
    return codigo;
  }

  /** Time after which asking again makes sense. */
  public Duration esperar() {
    return esperar;
  }
}
