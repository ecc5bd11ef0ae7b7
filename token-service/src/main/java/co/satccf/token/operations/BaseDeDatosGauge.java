package co.satccf.token.operations;

import co.satccf.token.flota.Database;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * {@code sat_base_de_datos_ausente}: 1 while PostgreSQL does not answer this replica; readiness
 * stays up as long as there are tokens in memory, 20 minutes at the most.
 */
@ApplicationScoped
class BaseDeDatosGauge {

  void alIniciar(@Observes StartupEvent event, MeterRegistry registry, Database database) {
    Gauge.builder("sat.base.de.datos.ausente", () -> database.responde() ? 0.0 : 1.0)
        .description("1 while the database does not answer this replica")
        .register(registry);
  }
}
