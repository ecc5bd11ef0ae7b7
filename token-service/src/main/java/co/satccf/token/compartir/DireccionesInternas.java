package co.satccf.token.compartir;

import co.satccf.token.red.Bloque;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/**
 * Addresses that are not of the public internet: nobody may have this service knock at what only it
 * can reach (IANA, special-purpose address registries, RFC 6890).
 */
final class DireccionesInternas {

  private static final List<Bloque> IPV4 =
      bloques(
          "0.0.0.0/8",
          "10.0.0.0/8",
          "100.64.0.0/10",
          "127.0.0.0/8",
          "169.254.0.0/16",
          "172.16.0.0/12",
          "192.0.0.0/24",
          "192.0.2.0/24",
          "192.88.99.0/24",
          "192.168.0.0/16",
          "198.18.0.0/15",
          "198.51.100.0/24",
          "203.0.113.0/24",
          "224.0.0.0/3");

  /** All that is global stands in here; of that, these do not: they lead to IPv4, or to nobody. */
  private static final Bloque GLOBAL = Bloque.de("2000::/3");

  private static final List<Bloque> IPV6 =
      bloques("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

  private DireccionesInternas() {}

  private static List<Bloque> bloques(String... textos) {
    return Arrays.stream(textos).map(Bloque::de).toList();
  }

  static boolean es(InetAddress direccion) {
    return switch (direccion) {
      case Inet4Address _ -> IPV4.stream().anyMatch(bloque -> bloque.contiene(direccion));
      case Inet6Address _ ->
          !GLOBAL.contiene(direccion)
              || IPV6.stream().anyMatch(bloque -> bloque.contiene(direccion));
      default -> true;
    };
  }
}
