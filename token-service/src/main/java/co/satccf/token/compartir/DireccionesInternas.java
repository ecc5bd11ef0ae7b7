package co.satccf.token.compartir;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;

/**
 * Addresses that are not of the public internet: nobody may have this service knock at what only it
 * can reach (IANA, special-purpose address registries, RFC 6890).
 */
final class DireccionesInternas {

  /** A block of addresses: its first bytes, and how many of their bits count. */
  private record Bloque(byte[] prefijo, int bits) {

    static Bloque de(int bits, int... prefijo) {
      byte[] bytes = new byte[prefijo.length];
      for (int i = 0; i < prefijo.length; i++) {
        bytes[i] = (byte) prefijo[i];
      }
      return new Bloque(bytes, bits);
    }

    boolean contiene(byte[] direccion) {
      for (int bit = 0; bit < bits; bit++) {
        int mascara = 0x80 >> bit % Byte.SIZE;
        if ((direccion[bit / Byte.SIZE] & mascara) != (prefijo[bit / Byte.SIZE] & mascara)) {
          return false;
        }
      }
      return true;
    }
  }

  private static final List<Bloque> IPV4 =
      List.of(
          Bloque.de(8, 0),
          Bloque.de(8, 10),
          Bloque.de(10, 100, 64),
          Bloque.de(8, 127),
          Bloque.de(16, 169, 254),
          Bloque.de(12, 172, 16),
          Bloque.de(24, 192, 0, 0),
          Bloque.de(24, 192, 0, 2),
          Bloque.de(24, 192, 88, 99),
          Bloque.de(16, 192, 168),
          Bloque.de(15, 198, 18),
          Bloque.de(24, 198, 51, 100),
          Bloque.de(24, 203, 0, 113),
          Bloque.de(3, 224));

  /** All that is global stands in here; of that, these do not: they lead to IPv4, or to nobody. */
  private static final Bloque GLOBAL = Bloque.de(3, 0x20);

  private static final List<Bloque> IPV6 =
      List.of(
          Bloque.de(23, 0x20, 0x01, 0),
          Bloque.de(32, 0x20, 0x01, 0x0d, 0xb8),
          Bloque.de(16, 0x20, 0x02),
          Bloque.de(20, 0x3f, 0xff, 0));

  private DireccionesInternas() {}

  static boolean es(InetAddress direccion) {
    byte[] bytes = direccion.getAddress();
    return switch (direccion) {
      case Inet4Address _ -> IPV4.stream().anyMatch(bloque -> bloque.contiene(bytes));
      case Inet6Address _ ->
          !GLOBAL.contiene(bytes) || IPV6.stream().anyMatch(bloque -> bloque.contiene(bytes));
      default -> true;
    };
  }
}
