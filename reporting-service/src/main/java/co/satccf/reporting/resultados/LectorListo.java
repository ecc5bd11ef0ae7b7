package co.satccf.reporting.resultados;

import co.satccf.stream.ReaderState;
import co.satccf.stream.ReaderStatus;
import java.util.stream.Collectors;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready while outcomes are read; names everything that is missing. */
@Readiness
final class LectorListo implements HealthCheck {

  private final Consumo consumo;

  LectorListo(Consumo consumo) {
    this.consumo = consumo;
  }

  @Override
  public HealthCheckResponse call() {
    return respuesta(consumo.estado());
  }

  static HealthCheckResponse respuesta(ReaderStatus estado) {
    var respuesta =
        HealthCheckResponse.named("lector de " + Consumo.TOPICO)
            .status(estado.state() == ReaderState.RUNNING)
            .withData("desde", estado.since().toString());
    if (estado.state() != ReaderState.RUNNING) {
      respuesta
          .withData(
              "falta",
              estado.all().stream().map(LectorListo::falta).collect(Collectors.joining("; ")))
          .withData("motivo", estado.reason());
    }
    return respuesta.build();
  }

  private static String falta(ReaderState estado) {
    return switch (estado) {
      case STOPPED -> "el lector está detenido";
      case STUCK -> "un resultado no se puede guardar ni apartar";
      case DATABASE_AWAY -> "la base de datos";
      case BROKER_REFUSES -> "que Kafka admita la contraseña, el certificado y los permisos";
      case BROKER_AWAY -> "Kafka";
      case RUNNING -> "nada";
    };
  }
}
