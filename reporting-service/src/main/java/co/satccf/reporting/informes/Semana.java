package co.satccf.reporting.informes;

import co.satccf.model.calendario.Vencimientos;
import co.satccf.reporting.config.ReportingConfig;
import jakarta.inject.Singleton;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** The week that a cut-off ends. */
@Singleton
final class Semana {

  private final DayOfWeek primerDia;

  Semana(ReportingConfig config) {
    this.primerDia = config.semana().inicio();
  }

  /** Its first instant: a whole week before a cut-off that is the beginning of one. */
  Instant inicio(Instant corte) {
    return LocalDate.ofInstant(corte.minusNanos(1), Vencimientos.BOGOTA)
        .with(TemporalAdjusters.previousOrSame(primerDia))
        .atStartOfDay(Vencimientos.BOGOTA)
        .toInstant();
  }
}
