package co.satccf.token.config;

import co.satccf.model.entorno.Entorno;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** All of {@code sat.*} that this service reads; {@link ConfigCheck} holds the ranges. */
@ConfigMapping(prefix = "sat")
public interface SatConfig {

  /** What this copy is for; only {@code produccion} may talk to the Ministry's production. */
  @WithDefault("desarrollo")
  Entorno entorno();

  Ministerio ministerio();

  /**
   * File with the ring of keys that tokens are stored under; read again when it changes.
   *
   * @see co.satccf.model.cifrado.Llavero#de
   */
  @WithDefault("/etc/sat/llavero")
  Path llavero();

  Credencial credencial();

  Clientes clientes();

  Renovacion renovacion();

  Limite limite();

  Compartir compartir();

  /**
   * Addresses of the proxies in front of this service, as {@code 10.0.0.0/8} or one by one: whose
   * {@code X-Forwarded-For} is believed. None by default.
   */
  Optional<Set<String>> proxies();

  interface Ministerio {

    /**
     * Where the Ministry's services stand; {@code /token} is added. Plain http to loopback only.
     */
    URI url();

    /** The only hosts that {@link #url} may have; the start stops otherwise. */
    @WithDefault(Entorno.HOST_DE_PRODUCCION)
    Set<String> hosts();

    /**
     * Longest a token request may take in all, 100 ms to 20 s: with 10 s to spare it ends within
     * the lease of whoever makes it.
     */
    @WithDefault("10S")
    Duration plazo();
  }

  /** The one user and password of the fund (MinSalud, manual MN82, "Asignar contraseña"). */
  interface Credencial {

    /**
     * Folder with one file for each environment, named as {@code sat.entorno} is: {@code
     * produccion}, {@code preproduccion}, {@code desarrollo}.
     */
    @WithDefault("/etc/sat/credenciales")
    Path carpeta();

    /** A person may try the credentials again after this long, 1 s to 1 day. */
    @WithDefault("5M")
    Duration pausaDePrueba();
  }

  /**
   * The ClientID of each service, "llave pública" in the Ministry's portal (MinSalud, manual MN82,
   * "Información Servicio"); at least one. A service without one is not assigned. Named one by one,
   * so that environment variables reach them.
   */
  interface Clientes {

    @WithName("AfiliacionPrimeraVez")
    Optional<String> afiliacionPrimeraVez();

    @WithName("AfiliacionNoPrimeraVez")
    Optional<String> afiliacionNoPrimeraVez();

    @WithName("Desafiliacion")
    Optional<String> desafiliacion();

    @WithName("InicioRelacionLaboral")
    Optional<String> inicioRelacionLaboral();

    @WithName("TerminacionRelacionLaboral")
    Optional<String> terminacionRelacionLaboral();

    @WithName("PerdidaAfiliacionCausaGrave")
    Optional<String> perdidaAfiliacionCausaGrave();

    @WithName("EstadoPagoEmpleador")
    Optional<String> estadoPagoEmpleador();
  }

  interface Renovacion {

    /** A token is never handed out this close to its end, 1 s to 10 min. */
    @WithDefault("60S")
    Duration margen();

    /** How long before that a renewal begins while the old token still serves, 1 s to 10 min. */
    @WithDefault("120S")
    Duration anticipacion();

    /** Longest a caller waits when there is no live token, 100 ms to 1 min. */
    @WithDefault("5S")
    Duration espera();

    /** At most one renewal on a refused token per ClientID in this time, 1 s to 1 day (rule 18). */
    @WithDefault("5M")
    Duration pausaTrasRechazo();

    /** A refused ClientID is not tried again sooner, 1 s to 1 day (rule 18). */
    @WithDefault("10M")
    Duration pausaCliente();

    Retroceso retroceso();
  }

  /** Backoff while the Ministry does not answer, per ClientID. */
  interface Retroceso {

    /** Shortest wait, 100 ms to 10 min. */
    @WithDefault("1S")
    Duration inicial();

    /** Longest wait, at least the shortest, at most 1 h. */
    @WithDefault("60S")
    Duration maximo();
  }

  /** How the addresses are looked at that the fund shares with the Ministry. */
  interface Compartir {

    /** Hosts that may lead to internal addresses, e.g. a gateway of the fund; none by default. */
    Optional<Set<String>> internos();

    /** Longest that name, connection and handshake take together, 100 ms to 30 s. */
    @WithDefault("5S")
    Duration plazo();
  }

  /** What one caller may ask of this service's own API, per SAT service and replica. */
  interface Limite {

    /** Questions a minute, 1 to 100,000; as many at once. A transmitter asks 12 at the most. */
    @WithDefault("120")
    int porMinuto();
  }
}
