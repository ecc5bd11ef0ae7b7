package co.satccf.token.solicitud;

/**
 * Why a request is not done. The message is for its caller and in Spanish; it names fields and
 * never holds free text of the request, which may be secret or personal.
 */
public final class Objecion extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Tipo tipo;

  public Objecion(Tipo tipo, String detalle) {
    super(detalle, null, false, false);
    this.tipo = tipo;
  }

  /** What speaks against it. */
  public enum Tipo {
    DATO_INVALIDO(400, "Dato inválido"),
    NO_ENCONTRADO(404, "No encontrado"),
    YA_EXISTE(409, "Ya existe"),
    NO_PERMITIDO(409, "No permitido"),
    VERSION_CAMBIADA(412, "Versión cambiada"),
    VERSION_REQUERIDA(428, "Versión requerida"),
    DATOS_ILEGIBLES(503, "Datos ilegibles");

    private final int estado;
    private final String titulo;

    Tipo(int estado, String titulo) {
      this.estado = estado;
      this.titulo = titulo;
    }

    /** HTTP status. */
    public int estado() {
      return estado;
    }

    public String titulo() {
      return titulo;
    }
  }

  /**
   * @param campo as the request writes it
   * @param espera what is expected there, without a capital letter nor a full stop
   */
  public static Objecion dato(String campo, String espera) {
    return new Objecion(Tipo.DATO_INVALIDO, "%s: %s".formatted(campo, espera));
  }

  public static Objecion noEncontrado(String detalle) {
    return new Objecion(Tipo.NO_ENCONTRADO, detalle);
  }

  public static Objecion yaExiste(String detalle) {
    return new Objecion(Tipo.YA_EXISTE, detalle);
  }

  public static Objecion noPermitido(String detalle) {
    return new Objecion(Tipo.NO_PERMITIDO, detalle);
  }

  public Tipo tipo() {
    return tipo;
  }

  public String detalle() {
    return String.valueOf(getMessage());
  }
}
