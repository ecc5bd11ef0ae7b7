package co.satccf.reporting.plazos;

import co.satccf.model.ServicioSat;
import co.satccf.model.calendario.DiasHabiles;
import co.satccf.model.calendario.Vencimientos;
import co.satccf.reporting.config.ReportingConfig;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Map;

/** The terms of configuration, by the business days of Colombia. */
@Singleton
public final class Plazos {

  private final Map<String, Integer> dias;
  private final DiasHabiles calendario;
  private final Vencimientos vencimientos;

  Plazos(ReportingConfig config) {
    this.dias = config.plazo();
    this.calendario = config.festivos().map(DiasHabiles::desde).orElseGet(DiasHabiles::new);
    this.vencimientos = new Vencimientos(calendario);
  }

  /** The service's term in business days, 0 to 60. */
  public int dias(ServicioSat servicio) {
    return dias.getOrDefault(servicio.nombre(), Vencimientos.POR_CONFIRMAR);
  }

  /** Whether nobody has fixed the term of this service: the default stands in for it. */
  public boolean porConfirmar(ServicioSat servicio) {
    return !dias.containsKey(servicio.nombre());
  }

  /** What happened before it and is not finished is overdue at that moment. */
  public Instant primeroNoVencido(ServicioSat servicio, Instant ahora) {
    return vencimientos.primeroNoVencido(ahora, dias(servicio));
  }

  public DiasHabiles calendario() {
    return calendario;
  }
}
