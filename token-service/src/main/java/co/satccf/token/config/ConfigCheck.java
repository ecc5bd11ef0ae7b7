package co.satccf.token.config;

import co.satccf.model.ServicioSat;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.time.Duration;

/**
 * Stops the start when a value is out of range, naming the property; a secret's value is never
 * quoted.
 */
@ApplicationScoped
class ConfigCheck {

  private final TokenConfig config;

  ConfigCheck(TokenConfig config) {
    this.config = config;
  }

  void check(@Observes StartupEvent event) {
    URI url = config.ministerio().url();
    require(
        url.getHost() != null
            && ("http".equals(url.getScheme()) || "https".equals(url.getScheme())),
        "sat.ministerio.url = '" + url + "': expected an http or https address");
    require(!config.credencial().usuario().isBlank(), "sat.credencial.usuario is blank");
    require(!config.credencial().clave().isBlank(), "sat.credencial.clave is blank");
    for (ServicioSat servicio : ServicioSat.values()) {
      String cliente = config.clientes().getOrDefault(servicio.nombre(), "");
      require(!cliente.isBlank(), "sat.clientes." + servicio.nombre() + " is missing");
    }
    for (String nombre : config.clientes().keySet()) {
      require(
          ServicioSat.porNombre(nombre).isPresent(),
          "sat.clientes." + nombre + ": no such SAT service");
    }
    positive("sat.token.vida-maxima", config.token().vidaMaxima());
    positive("sat.token.margen", config.token().margen());
    positive("sat.token.adelanto", config.token().adelanto());
    positive("sat.token.plazo", config.token().plazo());
    positive("sat.token.espera-inicial", config.token().esperaInicial());
    positive("sat.token.espera-maxima", config.token().esperaMaxima());
    positive("sat.token.entre-rechazos", config.token().entreRechazos());
    positive("sat.token.cliente-rechazado", config.token().clienteRechazado());
  }

  private static void positive(String property, Duration value) {
    require(
        !value.isNegative() && !value.isZero(),
        property + " = '" + value + "': expected more than zero");
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }
}
