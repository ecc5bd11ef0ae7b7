package co.satccf.model.contrato;

/** Which characters a value may have: no controls, no half of a pair, no replacement character. */
final class Caracteres {
  private static final int REEMPLAZO = 0xFFFD;

  private Caracteres() {}

  static boolean admitidos(String valor) {
    return valor
        .codePoints()
        .noneMatch(
            c ->
                Character.isISOControl(c)
                    || c == REEMPLAZO
                    || Character.getType(c) == Character.SURROGATE);
  }
}
