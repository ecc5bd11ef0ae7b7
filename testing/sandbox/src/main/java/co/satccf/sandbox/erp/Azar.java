package co.satccf.sandbox.erp;

import java.util.List;
import java.util.Random;

/** Chance from a seed: the same calls give the same answers on every machine and every day. */
final class Azar {
  private final Random random;

  Azar(long semilla) {
    this.random = new Random(semilla);
  }

  Random random() {
    return random;
  }

  /** From {@code desde} to {@code hasta}, both included. */
  int entre(int desde, int hasta) {
    return desde + random.nextInt(hasta - desde + 1);
  }

  boolean porciento(int de100) {
    return random.nextInt(100) < de100;
  }

  <T> T uno(List<T> de) {
    return de.get(random.nextInt(de.size()));
  }

  String digitos(int cuantos) {
    StringBuilder texto = new StringBuilder(cuantos);
    for (int i = 0; i < cuantos; i++) {
      texto.append((char) ('0' + random.nextInt(10)));
    }
    return texto.toString();
  }
}
