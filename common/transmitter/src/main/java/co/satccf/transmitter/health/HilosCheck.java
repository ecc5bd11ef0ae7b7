package co.satccf.transmitter.health;

import co.satccf.stream.ReaderState;
import co.satccf.stream.ReaderStatus;
import co.satccf.transmitter.lifecycle.Machinery;
import co.satccf.transmitter.store.Hilos;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Liveness;

/**
 * Alive while its loops and readers are: an outage of the database or of Kafka is no reason to
 * restart, a thread that is gone is.
 */
@Liveness
@ApplicationScoped
class HilosCheck implements HealthCheck {

  static final String NOMBRE = "hilos";

  private final Hilos hilos;
  private final Machinery machinery;

  HilosCheck(Hilos hilos, Machinery machinery) {
    this.hilos = hilos;
    this.machinery = machinery;
  }

  @Override
  public HealthCheckResponse call() {
    return hilos.parando()
        ? respuesta(Map.of(), Map.of())
        : respuesta(hilos.muertos(), machinery.readers());
  }

  static HealthCheckResponse respuesta(
      Map<String, String> muertos, Map<String, ReaderStatus> lectores) {
    HealthCheckResponseBuilder respuesta = HealthCheckResponse.named(NOMBRE).up();
    muertos.forEach((hilo, causa) -> respuesta.down().withData(hilo, causa));
    lectores.forEach(
        (topico, lector) -> {
          if (lector.state() == ReaderState.STOPPED) {
            respuesta.down().withData(topico, "detenido: " + lector.reason());
          }
        });
    return respuesta.build();
  }
}
