package co.satccf.transmitter.health;

import co.satccf.stream.topicos.Diferencia;
import co.satccf.transmitter.lifecycle.TopicosDeLaFamilia;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Tells which topics are not set as it is written down. Never down for it: a service that nobody
 * can ask mends no topic; the alert SatTopicoDiferente calls somebody.
 */
@Readiness
@ApplicationScoped
class TopicosCheck implements HealthCheck {

  private final TopicosDeLaFamilia topicos;

  TopicosCheck(TopicosDeLaFamilia topicos) {
    this.topicos = topicos;
  }

  @Override
  public HealthCheckResponse call() {
    return respuesta(topicos.diferencias());
  }

  static HealthCheckResponse respuesta(Optional<List<Diferencia>> halladas) {
    List<Diferencia> diferencias = halladas.orElse(List.of());
    HealthCheckResponseBuilder respuesta =
        HealthCheckResponse.named("tópicos de Kafka")
            .up()
            .withData("mirados", halladas.isPresent());
    for (Diferencia diferencia : diferencias) {
      respuesta.withData(
          "%s, %s".formatted(diferencia.topico(), diferencia.ajuste()),
          "%s; está escrito %s".formatted(diferencia.hallado(), diferencia.escrito()));
    }
    return respuesta.build();
  }
}
