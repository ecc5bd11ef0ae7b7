package co.satccf.transmitter.limite;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A distribution of latencies in buckets, each a tenth wider than the one before, so that those of
 * several replicas add up. Immutable.
 */
final class Latencias {

  private static final double RAZON = 1.1;

  /** 1 ms to about 14 minutes. */
  private static final int CUBETAS = 144;

  static final Latencias NINGUNA = new Latencias(new int[CUBETAS]);

  private final int[] cuentas;

  private Latencias(int[] cuentas) {
    this.cuentas = cuentas;
  }

  /**
   * @param cuentas as {@link #cuentas} gave them; what is beyond the last bucket is not read
   */
  static Latencias de(List<Integer> cuentas) {
    int[] propias = new int[CUBETAS];
    for (int i = 0; i < Math.min(CUBETAS, cuentas.size()); i++) {
      propias[i] = Math.max(0, cuentas.get(i));
    }
    return new Latencias(propias);
  }

  /** Counts from the first bucket up to the last that has one. */
  List<Integer> cuentas() {
    int largo = CUBETAS;
    while (largo > 0 && cuentas[largo - 1] == 0) {
      largo--;
    }
    return Arrays.stream(cuentas, 0, largo).boxed().toList();
  }

  Latencias con(double milisegundos) {
    int[] nuevas = cuentas.clone();
    nuevas[cubeta(milisegundos)]++;
    return new Latencias(nuevas);
  }

  Latencias mas(Latencias otras) {
    return new Latencias(
        IntStream.range(0, CUBETAS).map(i -> cuentas[i] + otras.cuentas[i]).toArray());
  }

  private static int cubeta(double milisegundos) {
    return milisegundos <= 1
        ? 0
        : Math.min(CUBETAS - 1, (int) (Math.log(milisegundos) / Math.log(RAZON)));
  }

  int cuantas() {
    return Arrays.stream(cuentas).sum();
  }

  /**
   * The mean of the middle half, in milliseconds: a few answers that are far off, whichever way, do
   * not move it. 0 when there is none.
   */
  double central() {
    int todas = cuantas();
    double desde = todas / 4.0;
    double hasta = todas - desde;
    double suma = 0;
    double antes = 0;
    for (int i = 0; i < CUBETAS; i++) {
      double despues = antes + cuentas[i];
      double dentro = Math.max(0, Math.min(despues, hasta) - Math.max(antes, desde));
      suma += dentro * Math.pow(RAZON, i + 0.5);
      antes = despues;
    }
    return todas == 0 ? 0 : suma / (hasta - desde);
  }
}
