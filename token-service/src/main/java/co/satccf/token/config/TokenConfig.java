package co.satccf.token.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * Configuration of token-service; {@link ConfigCheck} refuses the start when a value is out of
 * range.
 */
@ConfigMapping(prefix = "sat")
public interface TokenConfig {

  Ministerio ministerio();

  Credencial credencial();

  /** ClientID by SAT service, e.g. {@code sat.clientes.Desafiliacion}; all seven are needed. */
  Map<String, String> clientes();

  Token token();

  interface Ministerio {
    URI url();
  }

  /** One user and one password for all services (MinSalud, manual MN82, "Asignar contraseña"). */
  interface Credencial {
    String usuario();

    String clave();
  }

  interface Token {
    /** Longest life believed, whatever the Ministry says (protocol of 14-Jul-2021: 20 minutes). */
    @WithDefault("PT20M")
    Duration vidaMaxima();

    /** A token is not given out for its last stretch. */
    @WithDefault("PT60S")
    Duration margen();

    /** How long before that a token somebody asks for is renewed. */
    @WithDefault("PT2M")
    Duration adelanto();

    /** Longest wait for the Ministry's answer. */
    @WithDefault("PT10S")
    Duration plazo();

    /** Backoff after a failed request: first and longest wait. */
    @WithDefault("PT1S")
    Duration esperaInicial();

    @WithDefault("PT1M")
    Duration esperaMaxima();

    /** Time between two renewals that a refused token causes (rule 18). */
    @WithDefault("PT5M")
    Duration entreRechazos();

    /** Time before a ClientID that the Ministry does not know is tried again. */
    @WithDefault("PT10M")
    Duration clienteRechazado();
  }
}
