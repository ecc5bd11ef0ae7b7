package co.satccf.sandbox.erp;

import java.util.List;
import java.util.Random;

/** Seeded chance; the same on every machine and day. */
record Sorteo(Random random) {

  boolean porCiento(int probabilidad) {
    return random.nextInt(100) < probabilidad;
  }

  /** Between the two, both included. */
  int entre(int menor, int mayor) {
    return menor + random.nextInt(mayor - menor + 1);
  }

  <T> T de(List<T> lista) {
    return lista.get(random.nextInt(lista.size()));
  }

  /** So many digits, the first not zero. */
  String digitos(int cuantos) {
    StringBuilder digitos = new StringBuilder().append((char) ('1' + random.nextInt(9)));
    while (digitos.length() < cuantos) {
      digitos.append((char) ('0' + random.nextInt(10)));
    }
    return digitos.toString();
  }
}
