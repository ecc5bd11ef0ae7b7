package co.satccf.transmitter.token;

import java.time.Duration;
import java.util.Set;

/** No token can be had now; reports wait PENDIENTE. */
public final class TokenNoDisponible extends Exception {

  private static final long serialVersionUID = 1L;

  /** What this process says itself when it gets no answer. */
  static final String SIN_RESPUESTA = "TOKEN_SERVICE_NO_RESPONDE";

  /** What this process says itself when its own token does not open token-service. */
  static final String NO_ADMITIDO = "TOKEN_SERVICE_NO_ADMITE";

  /** What the Ministry answered, and what all replicas of token-service know. */
  private static final Set<String> DE_TODA_LA_FLOTA =
      Set.of(
          "TERMINOS_SIN_ACEPTAR",
          "SERVICIO_NO_ASIGNADO",
          "CREDENCIAL_RECHAZADA",
          "CLIENTE_RECHAZADO",
          "SIN_AUTORIZACION",
          "MINISTERIO_NO_DISPONIBLE");

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

  /**
   * Whether it is this process, or the replica of token-service that it asked, that has none:
   * others may get one, so that it is nothing for the gate of the fleet. What the Ministry said, or
   * the catalogue says, holds for all.
   */
  public boolean deEstaReplica() {
    return !DE_TODA_LA_FLOTA.contains(codigo);
  }

  /** Time after which asking again makes sense. */
  public Duration esperar() {
    return esperar;
  }
}
