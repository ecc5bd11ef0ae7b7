package co.satccf.reporting.documento;

/** Text of a cell that no spreadsheet may take for a formula. */
final class Celda {

  private static final String EMPIEZA_UNA_FORMULA = "=+-@\t\r";

  private Celda() {}

  /** The text, behind an apostrophe when a spreadsheet would compute it. */
  static String texto(String texto) {
    return !texto.isEmpty() && EMPIEZA_UNA_FORMULA.indexOf(texto.charAt(0)) >= 0
        ? "'" + texto
        : texto;
  }
}
