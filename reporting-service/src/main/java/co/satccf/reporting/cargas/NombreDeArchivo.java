package co.satccf.reporting.cargas;

/** The name of a file as it is kept and shown. */
final class NombreDeArchivo {

  private static final int MAXIMO = 120;

  private NombreDeArchivo() {}

  /** Without folders and without what no name has. */
  static String de(String nombre) {
    var solo =
        nombre
            .substring(Math.max(nombre.lastIndexOf('/'), nombre.lastIndexOf('\\')) + 1)
            .replaceAll("\\p{C}", "")
            .strip();
    if (solo.isEmpty()) {
      return "sin nombre";
    }
    return solo.codePointCount(0, solo.length()) <= MAXIMO
        ? solo
        : solo.substring(0, solo.offsetByCodePoints(0, MAXIMO));
  }
}
