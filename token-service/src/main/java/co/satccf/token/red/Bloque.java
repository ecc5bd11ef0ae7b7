package co.satccf.token.red;

import java.net.InetAddress;

/** A block of addresses: the first one, and how many of its bits all have in common. */
public record Bloque(InetAddress primera, int bits) {

  /**
   * @param texto {@code 10.0.0.0/8}, {@code 2001:db8::/32}, or one address alone
   * @throws IllegalArgumentException when it is none of these
   */
  public static Bloque de(String texto) {
    String[] partes = texto.strip().split("/", 2);
    InetAddress primera = InetAddress.ofLiteral(partes[0]);
    int todos = primera.getAddress().length * Byte.SIZE;
    int bits = partes.length == 1 ? todos : Integer.parseInt(partes[1]);
    if (bits < 0 || bits > todos) {
      throw new IllegalArgumentException("expected 0 to %d bits".formatted(todos));
    }
    return new Bloque(primera, bits);
  }

  /** Whether it is of the same family and of this block. */
  public boolean contiene(InetAddress direccion) {
    byte[] suya = direccion.getAddress();
    byte[] prefijo = primera.getAddress();
    if (suya.length != prefijo.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit++) {
      int mascara = 0x80 >> bit % Byte.SIZE;
      if ((suya[bit / Byte.SIZE] & mascara) != (prefijo[bit / Byte.SIZE] & mascara)) {
        return false;
      }
    }
    return true;
  }
}
