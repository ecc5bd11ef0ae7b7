package co.satccf.model.entorno;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/**
 * What a running copy of the suite is for ({@code sat.entorno}). Only PRODUCCION may talk to the
 * Ministry's production: a test that reaches it reports facts that never happened, and SAT has no
 * annulment (ADR 0007).
 */
public enum Entorno {
  PRODUCCION,
  PREPRODUCCION,
  DESARROLLO;

  /**
   * Host of the Ministry's production (Asopagos, parameters of the SAT web services: {@code
   * https://miseguridadsocial.gov.co:8062}), whatever the port, with all its subdomains.
   */
  public static final String HOST_DE_PRODUCCION = "miseguridadsocial.gov.co";

  /**
   * What the names of the local platform's issuers begin with; {@code .invalid} belongs to nobody
   * (RFC 2606).
   */
  public static final String EMISOR_DE_ARENA = "https://arena.sat-ccf.invalid/";

  /** Name of the property that both sides of the refusal are told by. */
  public static final String PROPIEDAD = "sat.entorno";

  /**
   * Refuses the production host anywhere but in production.
   *
   * @param propiedad name of the property that holds the address
   * @param ministerio an address with a host
   * @return what must be told, not refused, in one line: production that talks to something else
   * @throws IllegalArgumentException names both properties and their values
   */
  public Optional<String> revisar(String propiedad, URI ministerio) {
    boolean produccion = esDeProduccion(ministerio);
    if (produccion && this != PRODUCCION) {
      throw new IllegalArgumentException(
          "%s = '%s': the Ministry's production demands %s = 'produccion', and it is '%s'"
              .formatted(propiedad, ministerio, PROPIEDAD, valor()));
    }
    return this == PRODUCCION && !produccion
        ? Optional.of(
            "%s = 'produccion', but %s = '%s' is not the Ministry's production (%s)"
                .formatted(PROPIEDAD, propiedad, ministerio, HOST_DE_PRODUCCION))
        : Optional.empty();
  }

  /**
   * Refuses an issuer of the local platform in production: whoever can write a file there could
   * make tokens of anybody.
   *
   * @param propiedad name of the property that holds the issuer
   * @throws IllegalArgumentException names both properties and their values
   */
  public void revisarEmisor(String propiedad, String emisor) {
    if (this == PRODUCCION && emisor.startsWith(EMISOR_DE_ARENA)) {
      throw new IllegalArgumentException(
          "%s = '%s': an issuer of the local platform cannot be used with %s = '%s'"
              .formatted(propiedad, emisor, PROPIEDAD, valor()));
    }
  }

  /** As configuration writes it. */
  public String valor() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static boolean esDeProduccion(URI ministerio) {
    String host = ministerio.getHost().toLowerCase(Locale.ROOT);
    // A trailing dot names the same host.
    String sinPunto = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    return sinPunto.equals(HOST_DE_PRODUCCION) || sinPunto.endsWith("." + HOST_DE_PRODUCCION);
  }
}
