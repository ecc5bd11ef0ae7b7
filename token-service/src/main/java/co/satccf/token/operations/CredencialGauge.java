package co.satccf.token.operations;

import co.satccf.token.renewal.CredencialConocida;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * {@code sat_credencial_rechazada}: 1 while the Ministry refuses user and password; alert on it.
 */
@ApplicationScoped
class CredencialGauge {

  void alIniciar(
      @Observes StartupEvent event, MeterRegistry registry, CredencialConocida credencial) {
    Gauge.builder(
            "sat.credencial.rechazada", () -> credencial.rechazadaDesde().isPresent() ? 1.0 : 0.0)
        .description("1 while the Ministry refuses user and password")
        .register(registry);
  }
}
