package co.satccf.transmitter.cronograma;

import co.satccf.model.ServicioSat;
import co.satccf.transmitter.familia.FamiliaDeServicios;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;

/** Tells what waits because it should from what waits because something is wrong. */
@ApplicationScoped
class CronogramaGauge {

  void alIniciar(
      @Observes StartupEvent event,
      FamiliaDeServicios familia,
      Cronograma cronograma,
      Clock clock,
      MeterRegistry registry) {
    for (ServicioSat servicio : familia.servicios()) {
      Gauge.builder(
              "sat.cronograma.abierto",
              () -> cronograma.clasesAbiertas(servicio, clock.instant()).isEmpty() ? 0 : 1)
          .description("1 si el Ministerio recibe ahora alguna clase de este servicio")
          .tag("servicio", servicio.nombre())
          .register(registry);
    }
  }
}
