package co.satccf.model.documento;

/** The check digit of a NIT (DIAN): weights from the rightmost digit, modulo 11. SAT takes the NIT without it. */
public final class Nit {

  private static final int[] PESOS = {3, 7, 13, 17, 19, 23, 29, 37, 41, 43, 47, 53, 59, 67, 71};

  private Nit() {}

  /**
   * @param numero 1 to 15 digits, without the check digit
   * @throws IllegalArgumentException when it is anything else
   */
  public static int digitoDeVerificacion(String numero) {
    if (!numero.matches("\\d{1," + PESOS.length + "}")) {
      throw new IllegalArgumentException("a NIT has 1 to " + PESOS.length + " digits");
    }
    int suma = 0;
    for (int i = 0; i < numero.length(); i++) {
      suma += (numero.charAt(numero.length() - 1 - i) - '0') * PESOS[i];
    }
    int resto = suma % 11;
    return resto < 2 ? resto : 11 - resto;
  }
}
