package co.satccf.reporting.config;

import co.satccf.model.Familia;
import co.satccf.model.entorno.Entorno;
import co.satccf.reporting.documento.TipoInforme;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Configuration of this service; {@link ConfigCheck} refuses the start when a value is out of
 * range.
 */
@ConfigMapping(prefix = "sat")
public interface ReportingConfig {

  /** What this copy is for; production lets nobody in whom the local platform vouches for. */
  @WithDefault("desarrollo")
  Entorno entorno();

  Semana semana();

  Lector lector();

  /** How often the settings of the topic are compared with what is written down about it. */
  @WithDefault("PT10M")
  Duration topicos();

  /**
   * Terms in business days by SAT service, 0 to 60, e.g. {@code sat.plazo.Desafiliacion=2}; absent
   * means one day, por confirmar. The same as the family services'.
   */
  Map<String, Integer> plazo();

  /** Where the family services are. */
  Map<Familia, Servicio> familias();

  Informes informes();

  Consola consola();

  Token token();

  /**
   * Ring of keys under which uploads are kept; without one nothing can be uploaded. The form is
   * that of the family services' ring.
   */
  Optional<Path> llavero();

  Cargas cargas();

  /** Holidays that later laws add, one date yyyy-MM-dd a line. */
  Optional<Path> festivos();

  /** The week of the counts. */
  interface Semana {

    /**
     * Day on which a week begins. The Ministry's openings and its weekly deliveries of the first
     * phase fall on Thursdays (MinSalud, SAT protocol of 14-Jul-2021, cronograma). With {@code
     * MONDAY} weeks are those of ISO 8601.
     */
    @WithDefault("THURSDAY")
    DayOfWeek inicio();
  }

  /** The operators' pages (ADR 19). */
  interface Consola {

    /** Without it there is nothing under {@code /consola}, and no OIDC provider is needed. */
    @WithDefault("false")
    boolean activa();

    /** How long a page waits for another service of the suite, 1 second to 1 minute. */
    @WithDefault("PT10S")
    Duration plazo();
  }

  /** Where token-service is; the console asks it with the token of the person who is signed in. */
  interface Token {
    Optional<URI> url();
  }

  /** The reader of {@code sat.resultados}. */
  interface Lector {

    @WithDefault("reporting-service")
    String grupo();

    /** Most outcomes in one transaction, 1-100,000. */
    @WithDefault("1000")
    int registros();

    /** Most bytes asked of a broker at a time, 1,024-268,435,456. */
    @WithDefault("8388608")
    int bytes();
  }

  /** A family service, whose counts a report is checked against. */
  interface Servicio {
    URI url();

    /**
     * File with this service's own token for that service, as Kubernetes projects it; read at each
     * use, for it rotates.
     */
    Path archivo();
  }

  /** Files of facts that people upload. */
  interface Cargas {

    /** Most bytes of one file, 1,024-536,870,912. */
    @WithDefault("268435456")
    long bytes();

    /** Most facts of one file, 1-1,000,000. */
    @WithDefault("300000")
    int lineas();

    /**
     * How long a file is kept that nobody publishes, and then what was found in it: 1 minute to 90
     * days.
     */
    @WithDefault("P7D")
    Duration retencion();

    /** How often it is looked whether something is to be published. */
    @WithDefault("PT2S")
    Duration mirada();
  }

  /** The follow-up reports. */
  interface Informes {

    /** In whose name they go out. */
    @WithDefault("Caja de Compensación Familiar")
    String entidad();

    /**
     * When each is made: cron of Quartz (seconds first, year last and optional), Bogotá time; a day
     * that is no business day is put off to the next one. The cut-off stays the midnight before the
     * day that the cron names.
     */
    Map<TipoInforme, String> programa();

    /** Whether a person approves a report before it is sent. */
    @WithDefault("MANUAL")
    Aprobacion aprobacion();

    /** To whom each goes by e-mail. */
    Map<TipoInforme, Set<String>> destinatarios();

    /**
     * How long after its cut-off a report is made at the earliest, 1 minute to 1 day; outside of
     * production from 1 second.
     */
    @WithDefault("PT1M")
    Duration reposo();

    /** How long what is missing is waited for before it is descuadrado, 1 minute to 7 days. */
    @WithDefault("PT2H")
    Duration paciencia();

    /** How often it is looked whether something is to be done. */
    @WithDefault("PT30S")
    Duration revision();

    /** How long one replica has for making or sending one report, 5 minutes to 1 hour. */
    @WithDefault("PT10M")
    Duration arriendo();

    /** How often an e-mail that surely did not go out is tried, 1 to 100. */
    @WithDefault("8")
    int intentos();

    /** Time before the second try of an e-mail; it doubles with each. 1 second to 1 hour. */
    @WithDefault("PT1M")
    Duration espera();

    enum Aprobacion {
      MANUAL,
      /** Sent as soon as it is made and balanced. */
      AUTOMATICA
    }
  }
}
