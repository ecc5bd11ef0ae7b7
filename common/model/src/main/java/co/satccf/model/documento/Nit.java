package co.satccf.model.documento;

/** The tax number of a Colombian employer. It travels without its check digit, at most 9 digits. */
public final class Nit {
  private static final int[] PESOS = {3, 7, 13, 17, 19, 23, 29, 37, 41, 43, 47, 53, 59, 67, 71};

  private Nit() {}

  /**
   * The check digit by DIAN's algorithm: weights from the rightmost digit, sum modulo 11.
   *
   * @param nit 1 to 15 digits, without the check digit
   * @return 0 to 9
   * @throws IllegalArgumentException when the text is anything else; the message has no value
   */
  public static int digitoDeVerificacion(String nit) {
    if (nit.isEmpty() || nit.length() > PESOS.length) {
      throw new IllegalArgumentException("A NIT has 1 to 15 digits");
    }
    int suma = 0;
    for (int i = 0; i < nit.length(); i++) {
      char digito = nit.charAt(nit.length() - 1 - i);
      if (digito < '0' || digito > '9') {
        throw new IllegalArgumentException("A NIT has digits only");
      }
      suma += (digito - '0') * PESOS[i];
    }
    int resto = suma % 11;
    return resto < 2 ? resto : 11 - resto;
  }
}
