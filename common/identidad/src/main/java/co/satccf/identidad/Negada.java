package co.satccf.identidad;

/** A request that does not come through the door; tells its caller no more than {@link Causa}. */
final class Negada extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Causa causa;

  Negada(Causa causa) {
    super(causa.name(), null, false, false);
    this.causa = causa;
  }

  Causa causa() {
    return causa;
  }

  /** Why, as the metric counts it; the caller of a bad token is not told what is bad about it. */
  enum Causa {
    SIN_TOKEN(Respuesta.SIN_TOKEN),
    ILEGIBLE(Respuesta.TOKEN_NO_VALIDO),
    EMISOR_AJENO(Respuesta.TOKEN_NO_VALIDO),
    FIRMA(Respuesta.TOKEN_NO_VALIDO),
    VENCIDO(Respuesta.TOKEN_NO_VALIDO),
    TODAVIA_NO(Respuesta.TOKEN_NO_VALIDO),
    OTRA_AUDIENCIA(Respuesta.TOKEN_NO_VALIDO),
    /** A claim is missing, malformed, or promises too long a life. */
    CONTENIDO(Respuesta.TOKEN_NO_VALIDO),
    SUJETO_AJENO(Respuesta.SIN_PERMISO),
    SIN_ROL(Respuesta.SIN_PERMISO),
    SIN_LLAVES(Respuesta.LLAVES_NO_DISPONIBLES);

    private final Respuesta respuesta;

    Causa(Respuesta respuesta) {
      this.respuesta = respuesta;
    }

    Respuesta respuesta() {
      return respuesta;
    }
  }

  /** What the caller is told (RFC 6750, section 3.1). */
  enum Respuesta {
    SIN_TOKEN(401, "No autenticado", "Falta un token: Authorization: Bearer …", "Bearer"),
    TOKEN_NO_VALIDO(
        401,
        "No autenticado",
        "El token no sirve en este servicio; pida otro",
        "Bearer error=\"invalid_token\""),
    SIN_PERMISO(
        403,
        "Sin permiso",
        "Quien presenta este token no tiene permiso para esto",
        "Bearer error=\"insufficient_scope\""),
    LLAVES_NO_DISPONIBLES(
        503,
        "Servicio no disponible",
        "No se pudo comprobar el token; intente de nuevo en unos segundos",
        "Bearer");

    private final int estado;
    private final String titulo;
    private final String detalle;
    private final String desafio;

    Respuesta(int estado, String titulo, String detalle, String desafio) {
      this.estado = estado;
      this.titulo = titulo;
      this.detalle = detalle;
      this.desafio = desafio;
    }

    int estado() {
      return estado;
    }

    String titulo() {
      return titulo;
    }

    String detalle() {
      return detalle;
    }

    /** Value of {@code WWW-Authenticate}. */
    String desafio() {
      return desafio;
    }
  }
}
