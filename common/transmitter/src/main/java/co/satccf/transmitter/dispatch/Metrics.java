package co.satccf.transmitter.dispatch;

import co.satccf.model.ServicioSat;
import co.satccf.model.cifrado.NoDescifrableException;
import co.satccf.model.cifrado.NoDescifrableException.Motivo;
import co.satccf.transmitter.familia.FamiliaDeServicios;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** What dispatch counts; labels are bounded: SAT service and kind of verdict. */
@ApplicationScoped
class Metrics {

  private final MeterRegistry registry;
  private final FamiliaDeServicios familia;

  /** What did not open, by service and key: each is told once. */
  private final Set<String> closedKeys = ConcurrentHashMap.newKeySet();

  Metrics(MeterRegistry registry, FamiliaDeServicios familia) {
    this.registry = registry;
    this.familia = familia;
  }

  /** A counter that appears with its first count has, to Prometheus, never increased. */
  void alIniciar(@Observes StartupEvent event) {
    for (ServicioSat servicio : familia.servicios()) {
      apartadas(servicio);
      for (Motivo motivo : Motivo.values()) {
        cerrados(servicio, motivo);
      }
    }
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
    apartadas(servicio).increment();
  }

  private Counter apartadas(ServicioSat servicio) {
    return registry.counter("sat.respuestas.apartadas", "servicio", servicio.nombre());
  }

  /**
   * A claimed body that does not open.
   *
   * @return whether it is the first under this key
   */
  boolean notOpened(ServicioSat servicio, NoDescifrableException closed) {
    cerrados(servicio, closed.motivo()).increment();
    return closedKeys.add("%s %s".formatted(servicio, closed.clave()));
  }

  private Counter cerrados(ServicioSat servicio, Motivo motivo) {
    return registry.counter(
        "sat.cuerpos.cerrados", "servicio", servicio.nombre(), "motivo", motivo.name());
  }
}
