package co.satccf.token.config;

import co.satccf.model.ServicioSat;
import co.satccf.token.flota.Puerta;
import co.satccf.token.red.Bloque;
import java.net.URI;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/** Refuses values that cannot be right, naming the property and the value. */
final class ConfigCheck {

  private static final Duration BRIEF = Duration.ofMillis(100);
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
  private static final int MOST_A_MINUTE = 100_000;
  private static final Duration DAY = Duration.ofDays(1);
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  private ConfigCheck() {}

  /**
   * @throws IllegalArgumentException for the first value out of range
   */
  static void check(SatConfig sat) {
    url("sat.ministerio.url", sat.ministerio().url());
    between("sat.ministerio.plazo", sat.ministerio().plazo(), BRIEF, Puerta.PLAZO_MAXIMO);
    clientes(sat.clientes());
    between("sat.credencial.pausa-de-prueba", sat.credencial().pausaDePrueba(), SECOND, DAY);
    int porMinuto = sat.limite().porMinuto();
    if (porMinuto < 1 || porMinuto > MOST_A_MINUTE) {
      throw new IllegalArgumentException(
          "sat.limite.por-minuto = '%d': expected 1 to %d".formatted(porMinuto, MOST_A_MINUTE));
    }
    between("sat.compartir.plazo", sat.compartir().plazo(), BRIEF, Duration.ofSeconds(30));
    for (String interno : sat.compartir().internos().orElse(Set.of())) {
      if (!interno.matches("[a-z0-9.-]+")) {
        throw new IllegalArgumentException(
            "sat.compartir.internos = '%s': expected a host in small letters".formatted(interno));
      }
    }
    sat.proxies().orElse(Set.of()).forEach(ConfigCheck::proxy);
    SatConfig.Renovacion renovacion = sat.renovacion();
    between("sat.renovacion.margen", renovacion.margen(), SECOND, TEN_MINUTES);
    between("sat.renovacion.anticipacion", renovacion.anticipacion(), SECOND, TEN_MINUTES);
    between("sat.renovacion.espera", renovacion.espera(), BRIEF, Duration.ofMinutes(1));
    between("sat.renovacion.pausa-tras-rechazo", renovacion.pausaTrasRechazo(), SECOND, DAY);
    between("sat.renovacion.pausa-cliente", renovacion.pausaCliente(), SECOND, DAY);
    Duration inicial = renovacion.retroceso().inicial();
    between("sat.renovacion.retroceso.inicial", inicial, BRIEF, TEN_MINUTES);
    between(
        "sat.renovacion.retroceso.maximo",
        renovacion.retroceso().maximo(),
        inicial,
        Duration.ofHours(1));
  }

  private static void proxy(String proxy) {
    try {
      Bloque.de(proxy);
    } catch (IllegalArgumentException unreadable) {
      throw new IllegalArgumentException(
          "sat.proxies = '%s': expected an address, or a block of them such as 10.0.0.0/8"
              .formatted(proxy),
          unreadable);
    }
  }

  private static void between(String property, Duration value, Duration least, Duration most) {
    if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
      throw new IllegalArgumentException(
          "%s = '%s': expected %s to %s".formatted(property, value, least, most));
    }
  }

  private static void url(String property, URI value) {
    String host = value.getHost();
    boolean secure = "https".equals(value.getScheme());
    boolean local = "http".equals(value.getScheme()) && host != null && LOOPBACK.contains(host);
    if (host == null || !(secure || local)) {
      throw new IllegalArgumentException(
          "%s = '%s': expected an https address, or http to this machine"
              .formatted(property, value));
    }
    if (value.getUserInfo() != null || value.getQuery() != null || value.getFragment() != null) {
      throw new IllegalArgumentException(
          "%s = '%s://%s': expected scheme, host, port and path only"
              .formatted(property, value.getScheme(), host));
    }
  }

  /**
   * At most one ClientID per service, and no two the same: sharing one would make each renewal
   * revoke the other's token.
   */
  private static void clientes(SatConfig.Clientes clientes) {
    Map<ServicioSat, String> vistos = new EnumMap<>(ServicioSat.class);
    for (ServicioSat servicio : ServicioSat.values()) {
      String clientId = ClientIds.de(clientes, servicio).orElse(null);
      if (clientId == null) {
        continue;
      }
      String property = "sat.clientes." + servicio.nombre();
      if (!clientId.matches("[\\x21-\\x7e]{1,200}")) {
        throw new IllegalArgumentException(
            "%s = '%s': expected 1 to 200 visible characters without spaces"
                .formatted(property, clientId));
      }
      vistos.forEach(
          (otro, suyo) -> {
            if (suyo.equals(clientId)) {
              throw new IllegalArgumentException(
                  "%s = '%s': the same ClientID as sat.clientes.%s"
                      .formatted(property, clientId, otro.nombre()));
            }
          });
      vistos.put(servicio, clientId);
    }
    if (vistos.isEmpty()) {
      throw new IllegalArgumentException(
          "sat.clientes: expected the ClientID of at least one service, as sat.clientes.%s"
              .formatted(ServicioSat.AFILIACION_PRIMERA_VEZ.nombre()));
    }
  }
}
