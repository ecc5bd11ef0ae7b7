package co.satccf.transmitter.health;

import co.satccf.stream.ReaderState;
import co.satccf.stream.ReaderStatus;
import co.satccf.transmitter.lifecycle.Machinery;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Ready while every topic is read; names what each reader lacks. */
@Readiness
@ApplicationScoped
class LectoresCheck implements HealthCheck {

  static final String NOMBRE = "lectores de Kafka";

  private final Machinery machinery;

  LectoresCheck(Machinery machinery) {
    this.machinery = machinery;
  }

  @Override
  public HealthCheckResponse call() {
    return respuesta(machinery.readers());
  }

  static HealthCheckResponse respuesta(Map<String, ReaderStatus> lectores) {
    HealthCheckResponseBuilder respuesta =
        HealthCheckResponse.named(NOMBRE)
            .status(
                !lectores.isEmpty()
                    && lectores.values().stream().allMatch(l -> l.state() == ReaderState.RUNNING));
    lectores.forEach((topico, lector) -> respuesta.withData(topico, describe(lector)));
    return respuesta.build();
  }

  private static String describe(ReaderStatus lector) {
    if (lector.state() == ReaderState.RUNNING) {
      return "leyendo desde " + lector.since();
    }
    String faltas =
        lector.all().stream().map(LectoresCheck::falta).collect(Collectors.joining("; "));
    return lector.reason().isEmpty()
        ? "%s, desde %s".formatted(faltas, lector.since())
        : "%s, desde %s (%s)".formatted(faltas, lector.since(), lector.reason());
  }

  private static String falta(ReaderState estado) {
    return switch (estado) {
      case STOPPED -> "detenido";
      case STUCK ->
          "atascado en lo que no se puede leer, guardar ni poner en cuarentena; se intenta de nuevo";
      case DATABASE_AWAY -> "sin base de datos";
      case BROKER_REFUSES ->
          "Kafka rechaza la contraseña, el certificado o el permiso de este servicio";
      case BROKER_AWAY -> "sin Kafka";
      case RUNNING -> "leyendo";
    };
  }
}
