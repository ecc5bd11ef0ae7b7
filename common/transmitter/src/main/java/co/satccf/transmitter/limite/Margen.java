package co.satccf.transmitter.limite;

/**
 * Between what the limit may move; fixed when both are the same.
 *
 * @param piso 1 or more
 * @param techo not below {@code piso}
 */
public record Margen(int piso, int techo) {

  public Margen {
    if (piso < 1 || techo < piso) {
      throw new IllegalArgumentException("piso %d, techo %d".formatted(piso, techo));
    }
  }

  public boolean fijo() {
    return piso == techo;
  }

  public int acotar(int cupo) {
    return Math.clamp(cupo, piso, techo);
  }
}
