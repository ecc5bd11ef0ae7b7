package co.satccf.transmitter.terminos;

import co.satccf.model.ServicioSat;
import co.satccf.model.calendario.DiasHabiles;
import co.satccf.model.calendario.Vencimientos;
import co.satccf.transmitter.config.SatConfig;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;

/**
 * By when each report is due. The norms that oblige the fund to report do not say the term of each
 * SAT service in a form we could confirm: the default of one business day is "por confirmar".
 */
@Singleton
public class Terminos {

  private final SatConfig config;
  private final Vencimientos vencimientos;

  Terminos(SatConfig config) {
    this.config = config;
    this.vencimientos =
        new Vencimientos(config.festivos().map(DiasHabiles::desde).orElseGet(DiasHabiles::new));
  }

  /**
   * The first instant at which the report is overdue.
   *
   * @param instante time of the event; before 1984 it counts as 1 January 1984
   */
  public Instant vence(ServicioSat servicio, Instant instante) {
    return vencimientos.vence(instante, dias(servicio));
  }

  /** The service's term in business days, 0 to 60. */
  public int dias(ServicioSat servicio) {
    return config.plazo().getOrDefault(servicio.nombre(), Vencimientos.POR_CONFIRMAR);
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
