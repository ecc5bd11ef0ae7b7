package co.satccf.model.entorno;

import java.net.URI;
import java.util.Locale;
import java.util.Set;

/**
 * The hosts that credentials, tokens and reports may go to; a wrong address in configuration is
 * refused before anything is sent there.
 *
 * @param permitidos names or addresses, without port; subdomains are hosts of their own
 */
public record HostsDelSat(Set<String> permitidos) {

  /** Name of the property with the list. */
  public static final String PROPIEDAD = "sat.ministerio.hosts";

  /**
   * @param propiedad name of the property that holds the address
   * @return the address
   * @throws IllegalArgumentException names both properties and their values
   */
  public URI exigir(String propiedad, URI direccion) {
    String host = String.valueOf(direccion.getHost()).toLowerCase(Locale.ROOT);
    if (permitidos.stream()
        .noneMatch(permitido -> permitido.toLowerCase(Locale.ROOT).equals(host))) {
      throw new IllegalArgumentException(
          "%s = '%s': its host is not one of %s = '%s'"
              .formatted(
                  propiedad,
                  direccion,
                  PROPIEDAD,
                  String.join(",", permitidos.stream().sorted().toList())));
    }
    return direccion;
  }
}
