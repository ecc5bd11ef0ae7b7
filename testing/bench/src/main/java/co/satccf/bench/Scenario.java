package co.satccf.bench;

import co.satccf.bench.informe.Informe;

/** One thing that is measured. */
interface Scenario {

  /** Name of {@code --solo}. */
  String nombre();

  /** What it shows, in Spanish. */
  String titulo();

  /**
   * Measures and writes every figure down.
   *
   * @throws Exception when it could not be measured
   */
  void measure(Extent extent, Informe informe) throws Exception;
}
