package co.satccf.transmitter.dispatch;

import co.satccf.model.ServicioSat;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.TimeUnit;

/** What dispatch counts; labels are bounded: SAT service and kind of verdict. */
@ApplicationScoped
class Metrics {

  private final MeterRegistry registry;

  Metrics(MeterRegistry registry) {
    this.registry = registry;
  }

  void settled(ServicioSat servicio, String veredicto, long nanos) {
    Timer.builder("sat.llamadas")
        .tag("servicio", servicio.nombre())
        .tag("veredicto", veredicto)
        .register(registry)
        .record(nanos, TimeUnit.NANOSECONDS);
  }

  /** An answer whose report a person has to look at, for the store refused what follows from it. */
  void setAside(ServicioSat servicio) {
    registry.counter("sat.respuestas.apartadas", "servicio", servicio.nombre()).increment();
  }
}
