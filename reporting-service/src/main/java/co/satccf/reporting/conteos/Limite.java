package co.satccf.reporting.conteos;

import co.satccf.reporting.problema.SolicitudIncorrecta;
import org.jspecify.annotations.Nullable;

/** How many of a list are wanted. */
final class Limite {

  private static final int USUAL = 20;
  private static final int MAXIMO = 500;

  private Limite() {}

  /**
   * @throws SolicitudIncorrecta naming the value
   */
  static int de(@Nullable String valor) {
    if (valor == null || valor.isBlank()) {
      return USUAL;
    }
    var numero = valor.matches("\\d{1,9}") ? Integer.parseInt(valor) : 0;
    if (numero < 1 || numero > MAXIMO) {
      throw new SolicitudIncorrecta("limite", valor, "va de 1 a " + MAXIMO);
    }
    return numero;
  }
}
