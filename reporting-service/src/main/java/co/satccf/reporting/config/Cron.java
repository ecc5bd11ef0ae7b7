package co.satccf.reporting.config;

import co.satccf.model.calendario.Vencimientos;
import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Optional;

/** When something is due, in Bogotá, by a cron expression as Quartz writes it. */
public final class Cron {

  private static final CronParser PARSER =
      new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.QUARTZ));

  private final ExecutionTime ejecucion;

  private Cron(ExecutionTime ejecucion) {
    this.ejecucion = ejecucion;
  }

  /**
   * @param expresion e.g. {@code 0 0 6 ? * THU}, or {@code 0 0 8 26 7 ? 2021} for one date
   * @throws IllegalArgumentException when it is none
   */
  public static Cron de(String expresion) {
    return new Cron(ExecutionTime.forCron(PARSER.parse(expresion).validate()));
  }

  /** The first time it is due after that instant; empty when it never is again. */
  public Optional<Instant> despuesDe(Instant instante) {
    return ejecucion
        .nextExecution(instante.atZone(Vencimientos.BOGOTA))
        .map(ZonedDateTime::toInstant);
  }
}
