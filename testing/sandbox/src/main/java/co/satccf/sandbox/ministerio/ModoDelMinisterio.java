package co.satccf.sandbox.ministerio;

/**
 * How the Ministry behaves where its real behaviour is unknown. PUT /control/modo takes any part of
 * it; what is left out stays.
 *
 * @param modo what a repeated radicado of the same service gets
 * @param proporcionAlertas share of accepted reports answered AN01, 0 to 1, by hash of the radicado
 * @param proporcionGlosas share refused with GN03, 0 to 1, by hash of radicado and body: the same
 *     report gets the same answer, a corrected one usually another
 * @param proporcionCodigoDesconocido share answered ZZ99 and not taken in, 0 to 1, by hash of the
 *     radicado and body
 * @param resultado how {@code resultado} is written
 * @param estadoDeGlosa HTTP status of a glosa, 200 or 400
 * @param exigeEmpleador whether GN02 exists
 * @param vidaDelTokenSegundos life of tokens issued from now on, 2 or more; {@code expires_in} says
 *     one less
 * @param tokenNuevoRevocaAnterior whether a new token of a ClientID revokes its earlier ones
 */
public record ModoDelMinisterio(
    Repetidos modo,
    double proporcionAlertas,
    double proporcionGlosas,
    double proporcionCodigoDesconocido,
    Resultado resultado,
    int estadoDeGlosa,
    boolean exigeEmpleador,
    int vidaDelTokenSegundos,
    boolean tokenNuevoRevocaAnterior) {

  /** What a repeated radicado of the same service gets. */
  public enum Repetidos {
    RECHAZA_REPETIDOS,
    ACEPTA_REPETIDOS
  }

  /** How {@code resultado} is written. */
  public enum Resultado {
    TEXTO,
    NUMERO,
    /** Text and number in turn. */
    ALTERNO
  }

  public ModoDelMinisterio {
    if (!esProporcion(proporcionAlertas)
        || !esProporcion(proporcionGlosas)
        || !esProporcion(proporcionCodigoDesconocido)
        || (estadoDeGlosa != 200 && estadoDeGlosa != 400)
        || vidaDelTokenSegundos < 2) {
      throw new IllegalArgumentException("modo fuera de rango");
    }
  }

  private static boolean esProporcion(double valor) {
    return valor >= 0 && valor <= 1;
  }

  /** Refuses repeats, 2 % alerts, tokens of 20 minutes. */
  public static ModoDelMinisterio predeterminado() {
    return new ModoDelMinisterio(
        Repetidos.RECHAZA_REPETIDOS, 0.02, 0, 0, Resultado.TEXTO, 200, true, 1200, false);
  }
}
