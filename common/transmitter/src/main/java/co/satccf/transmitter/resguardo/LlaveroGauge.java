package co.satccf.transmitter.resguardo;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * {@code sat_archivo_ilegible{archivo="llavero"}}: 1 while the mounted ring cannot be used; a
 * restart would fail then.
 */
@ApplicationScoped
class LlaveroGauge {

  void alIniciar(@Observes StartupEvent event, MeterRegistry registry, Resguardo resguardo) {
    Gauge.builder("sat.archivo.ilegible", () -> resguardo.legible() ? 0.0 : 1.0)
        .description("1 si el archivo montado no se puede usar como está")
        .tag("archivo", "llavero")
        .register(registry);
  }
}
