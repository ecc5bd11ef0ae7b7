package co.satccf.bench.informe;

/**
 * What a figure has to reach.
 *
 * @param limite in the unit of the figure
 * @param alMenos whether it must be the limit or more; else the limit or less
 */
public record Meta(double limite, boolean alMenos) {

  public static Meta alMenos(double limite) {
    return new Meta(limite, true);
  }

  public static Meta aLoSumo(double limite) {
    return new Meta(limite, false);
  }

  boolean cumple(double valor) {
    return alMenos ? valor >= limite : valor <= limite;
  }

  String texto() {
    return (alMenos ? "≥ " : "≤ ") + Numeros.texto(limite);
  }
}
