package co.satccf.token.http;

import co.satccf.token.config.SatConfig;
import co.satccf.token.red.Bloque;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Where a request comes from when proxies stand between, such as the console. {@code
 * X-Forwarded-For} grows at its right end, so it is read from there, and only as far as each
 * address is a trusted proxy's: what stands further left anybody may have written. Quarkus' own
 * forwarding takes the left end (quarkusio/quarkus#45005).
 */
@ApplicationScoped
class Proxies {

  private final List<Bloque> deConfianza;

  Proxies(SatConfig config) {
    this.deConfianza = config.proxies().orElse(Set.of()).stream().map(Bloque::de).toList();
  }

  /**
   * @param conexion address of whoever is connected
   * @param reenviado the values of {@code X-Forwarded-For} as they came
   * @return the last address that is no trusted proxy's, or the first proxy's when there is none
   */
  String origen(String conexion, List<String> reenviado) {
    InetAddress origen = InetAddress.ofLiteral(conexion);
    List<String> saltos =
        reenviado.stream().flatMap(valor -> Arrays.stream(valor.split(","))).toList();
    for (String salto : saltos.reversed()) {
      if (!esDeConfianza(origen)) {
        break;
      }
      try {
        origen = InetAddress.ofLiteral(salto.strip());
      } catch (IllegalArgumentException noAddress) {
        break;
      }
    }
    return origen.getHostAddress();
  }

  private boolean esDeConfianza(InetAddress direccion) {
    return deConfianza.stream().anyMatch(bloque -> bloque.contiene(direccion));
  }
}
