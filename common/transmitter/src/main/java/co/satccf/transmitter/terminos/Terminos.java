package co.satccf.transmitter.terminos;

import co.satccf.model.ServicioSat;
import co.satccf.model.calendario.DiasHabiles;
import co.satccf.transmitter.config.SatConfig;
import co.satccf.transmitter.cronograma.Cronograma;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/**
 * By when each report is due. The norms that oblige the fund to report do not say the term of each
 * SAT service in a form we could confirm: the default of one business day is "por confirmar".
 */
@Singleton
public class Terminos {

  /** Business days of a service that configuration does not name; por confirmar. */
  static final int POR_CONFIRMAR = 1;

  /** The law of holidays rules from here on; an event before it counts from here. */
  private static final LocalDate PRIMER_DIA = LocalDate.of(1984, 1, 1);

  /** Leaves room for a term within the years that PostgreSQL and JSON readers take. */
  private static final LocalDate ULTIMO_DIA = LocalDate.of(9_998, 1, 1);

  private final SatConfig config;
  private final DiasHabiles calendario;

  Terminos(SatConfig config) {
    this.config = config;
    this.calendario = config.festivos().map(DiasHabiles::desde).orElseGet(DiasHabiles::new);
  }

  /**
   * The first instant at which the report is overdue: midnight in Bogotá that ends the last
   * business day of the term. The day of the event does not count; a term of 0 ends with the day of
   * the event, or with the next business day when it is none.
   *
   * @param instante time of the event; before 1984 it counts as 1 January 1984
   */
  public Instant vence(ServicioSat servicio, Instant instante) {
    LocalDate dia = LocalDate.ofInstant(instante, Cronograma.BOGOTA);
    if (dia.isBefore(PRIMER_DIA)) {
      dia = PRIMER_DIA;
    } else if (dia.isAfter(ULTIMO_DIA)) {
      dia = ULTIMO_DIA;
    }
    return calendario
        .sumar(dia, dias(servicio))
        .plusDays(1)
        .atStartOfDay(Cronograma.BOGOTA)
        .toInstant();
  }

  /** The service's term in business days, 0 to 60. */
  public int dias(ServicioSat servicio) {
    return config.plazo().getOrDefault(servicio.nombre(), POR_CONFIRMAR);
  }

  /** How long before its due date a report counts as soon due. */
  public Duration porVencer() {
    return config.porVencer();
  }

  /** Whether nobody has fixed the term of this service: the default stands in for it. */
  public boolean porConfirmar(ServicioSat servicio) {
    return !config.plazo().containsKey(servicio.nombre());
  }
}
