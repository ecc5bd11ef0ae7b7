package co.satccf.token.tokens;

import java.time.Duration;

/** There is no token to give now. */
public final class TokenNoDisponible extends Exception {

  private static final long serialVersionUID = 1L;

  private final Motivo motivo;
  private final Duration esperar;

  /** Why, as the API tells it. */
  public enum Motivo {
    CREDENCIAL_RECHAZADA(
        "El Ministerio rechazó el usuario o la contraseña: no se volverá a intentar hasta que cambien"),
    CLIENTE_RECHAZADO("El Ministerio no reconoce el ClientID de este servicio"),
    SIN_AUTORIZACION(
        "El Ministerio rechaza los tokens de este servicio, también los recién emitidos"),
    MINISTERIO_NO_DISPONIBLE("El Ministerio no entrega tokens en este momento");

    private final String detalle;

    Motivo(String detalle) {
      this.detalle = detalle;
    }

    public String detalle() {
      return detalle;
    }
  }

  TokenNoDisponible(Motivo motivo, Duration esperar) {
    super(motivo.name(), null, false, false);
    this.motivo = motivo;
    this.esperar = esperar;
  }

  public Motivo motivo() {
    return motivo;
  }

  /** Time after which asking again makes sense. */
  public Duration esperar() {
    return esperar;
  }
}
