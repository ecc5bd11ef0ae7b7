package co.satccf.transmitter.config;

import co.satccf.model.entorno.Entorno;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Configuration of a family service; {@link ConfigCheck} refuses the start when a value is out of
 * range.
 */
@ConfigMapping(prefix = "sat")
public interface SatConfig {

  /** What this copy is for; only {@code produccion} may talk to the Ministry's production. */
  @WithDefault("desarrollo")
  Entorno entorno();

  /**
   * File with the ring of keys that bodies, answers and quarantined bytes are stored under; read
   * again when it changes.
   *
   * @see co.satccf.model.cifrado.Llavero#de
   */
  @WithDefault("/etc/sat/llavero")
  Path llavero();

  /** How often the file of the ring is looked at. */
  @WithDefault("PT5S")
  Duration llaveroRevision();

  /** How often rows under an older key of the ring are looked for. */
  @WithDefault("PT30S")
  Duration recifrado();

  /**
   * How long bodies, answers and quarantined bytes of what has ended are kept, 30 days to 30 years.
   * Five years: as long as contributions may be determined (Ley 1607 de 2012, art. 178, par. 2).
   * Por confirmar: what the fund's own table of document retention says.
   */
  @WithDefault("P1826D")
  Duration retencion();

  /** How often what has been kept long enough is looked for. */
  @WithDefault("PT1H")
  Duration depuracion();

  /** {@code simulado}: everything runs but the call; nothing reaches the Ministry. */
  @WithDefault("real")
  ModoDeEnvio envio();

  Ministerio ministerio();

  Token token();

  Referencia referencia();

  Contrato contrato();

  Intake intake();

  Cupo cupo();

  /** Backoff after a call that was surely not processed. */
  Espera espera();

  Incierto incierto();

  Correccion correccion();

  Codigos codigos();

  Freno freno();

  Rezago rezago();

  /**
   * Openings by SAT service, e.g. {@code sat.cronograma.Desafiliacion.apertura}; absent means
   * closed (rule 8).
   */
  Map<String, Cronograma> cronograma();

  /**
   * Terms in business days by SAT service, 0 to 60, e.g. {@code sat.plazo.Desafiliacion=2}; absent
   * means one day, por confirmar.
   */
  Map<String, Integer> plazo();

  /** How long before its due date a report counts as soon due, up to 30 days. */
  @WithDefault("PT4H")
  Duration porVencer();

  /** Holidays that later laws add, one date yyyy-MM-dd a line. */
  Optional<Path> festivos();

  Arriendo arriendo();

  Reenvio reenvio();

  Restauracion restauracion();

  Trazas trazas();

  /** Pause of a gate that a 401, 403 or 404 closed, before one report tries again. */
  @WithDefault("PT1M")
  Duration puertaEspera();

  /** Longest sleep of a dispatcher or relay that has nothing to do. */
  @WithDefault("PT0.2S")
  Duration sondeo();

  /** How often orphans are looked for (rule 2). */
  @WithDefault("PT5M")
  Duration barrido();

  /** How often the months to come get their partitions. */
  @WithDefault("PT6H")
  Duration particiones();

  /** How often the settings of the topics are compared with what is written down about them. */
  @WithDefault("PT10M")
  Duration topicos();

  /** How often the gauges of the queue are read from the database. */
  @WithDefault("PT1M")
  Duration medidores();

  enum ModoDeEnvio {
    REAL,
    SIMULADO
  }

  interface Ministerio {
    URI url();

    /** The only hosts that {@link #url} may have; the start stops otherwise. */
    @WithDefault(Entorno.HOST_DE_PRODUCCION)
    Set<String> hosts();

    @WithDefault("PT5S")
    Duration conexion();

    /** Total time of one call, from asking for a connection to the last byte read. */
    @WithDefault("PT30S")
    Duration plazo();

    /** Largest answer read, in bytes. */
    @WithDefault("65536")
    int respuestaMaxima();

    /**
     * Largest number of calls of this process to one SAT service at a time; also its connections.
     */
    @WithDefault("64")
    int conexiones();
  }

  interface Token {
    URI url();

    /**
     * File with this service's own token for token-service, as Kubernetes projects it; read at each
     * use, for it rotates.
     */
    Path archivo();
  }

  interface Referencia {
    @WithDefault("k1")
    String idClave();

    /** 256 bits in 64 hexadecimal digits. */
    String clave();
  }

  interface Contrato {
    /** Folder with catalogues that replace the built-in ones. */
    Optional<Path> catalogos();

    /**
     * Overrides of wire names and limits, e.g. {@code EstadoPagoEmpleador.numeroRadicado.nombre}.
     */
    Map<String, String> reglas();
  }

  interface Intake {
    /** Records per transaction, 1 to 5,000. */
    @WithDefault("500")
    int lote();
  }

  /**
   * Between what the limit finds itself: reports in flight per SAT service, for the whole fleet
   * (rule 3). Fixed when both are the same.
   */
  interface Cupo {
    /** 1 to 1,000. */
    @WithDefault("1")
    int piso();

    /** Not below the floor, to 1,000. */
    @WithDefault("256")
    int techo();
  }

  interface Espera {
    @WithDefault("PT1S")
    Duration inicial();

    @WithDefault("PT5M")
    Duration maxima();
  }

  /** Whether anything is traced at all is {@code quarkus.otel.sdk.disabled}: true unless told. */
  interface Trazas {

    /** Whether the Ministry is told of our traces, in the header {@code traceparent}. */
    @WithDefault("false")
    boolean alMinisterio();
  }

  interface Restauracion {

    /**
     * Whether the start compares the store with what {@code sat.resultados} tells of this service
     * (rule 16). False only where that topic's past is none of this store's, as in tests.
     */
    @WithDefault("true")
    boolean comparar();
  }

  interface Incierto {
    @WithDefault("REENVIAR")
    Modo modo();

    /** Not sooner than 5 minutes in production (rule 5). */
    @WithDefault("PT5M")
    Duration espera();

    enum Modo {
      REENVIAR,
      ESPERAR
    }
  }

  interface Correccion {
    /**
     * Whether operators may correct glosado reports; false where the ERP must be the only source.
     */
    @WithDefault("true")
    boolean porOperador();
  }

  interface Codigos {
    /**
     * Codes that say "this radicado was reported already"; the Ministry's list is not public: por
     * confirmar.
     */
    @WithDefault("GN01")
    Set<String> yaReportado();

    /**
     * Refusals that mend themselves, e.g. an employer the Ministry does not know yet: what to do by
     * code ({@code sat.codigos.reenviar.GN02.espera}); none unless configured (rule 13).
     */
    Map<String, Reenvio> reenviar();

    /** How a glosado report goes again unchanged. */
    interface Reenvio {
      /** Time before it goes again, 1 minute to 30 days. */
      Duration espera();

      /** How often, 1 to 100; after that it stays GLOSADO for a person. */
      int veces();
    }
  }

  interface Freno {
    /** Equal glosa codes among the last {@link #ventana} answers that pause a service. */
    @WithDefault("150")
    int umbral();

    @WithDefault("200")
    int ventana();
  }

  interface Rezago {
    /**
     * Share of free places that the backlog (classes 1 to 3) gets while day-to-day reports wait, 0
     * to 100.
     */
    @WithDefault("30")
    int porcentaje();
  }

  interface Arriendo {
    /** How often expired leases are looked for. */
    @WithDefault("PT10S")
    Duration revision();
  }

  interface Reenvio {
    /** How often refused reports are looked for that go again by the delay of their code. */
    @WithDefault("PT30S")
    Duration revision();
  }

  interface Cronograma {
    /** Local date and time in Bogotá, ISO 8601 without zone. */
    String apertura();

    Optional<String> cierre();

    /** Daily window, e.g. {@code 06:00-22:00}, Bogotá time. */
    Optional<String> ventana();

    /** Openings of single rezago classes (1 to 4) that differ from the service's. */
    Map<Integer, String> rezago();
  }
}
