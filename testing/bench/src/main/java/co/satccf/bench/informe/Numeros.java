package co.satccf.bench.informe;

import java.util.Locale;

/** Figures as a person in Colombia reads them. */
final class Numeros {
  private static final Locale COLOMBIA = Locale.forLanguageTag("es-CO");

  private Numeros() {}

  /** Three significant digits below 100, none after the comma from there on. */
  static String texto(double valor) {
    double tamano = Math.abs(valor);
    int decimales = tamano >= 100 || tamano == Math.rint(tamano) ? 0 : tamano >= 10 ? 1 : 2;
    return String.format(COLOMBIA, "%,." + decimales + "f", valor);
  }
}
