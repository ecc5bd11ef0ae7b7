package co.satccf.reporting.config;

import co.satccf.model.entorno.Entorno;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.DayOfWeek;
import java.time.ZoneId;

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

  /** The week of the counts. */
  interface Semana {

    /**
     * Day on which a week begins. The Ministry's openings and its weekly deliveries of the first
     * phase fall on Thursdays (MinSalud, SAT protocol of 14-Jul-2021, cronograma).
     */
    @WithDefault("THURSDAY")
    DayOfWeek inicio();

    /** Where the day begins. */
    @WithDefault("America/Bogota")
    ZoneId zona();
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
}
