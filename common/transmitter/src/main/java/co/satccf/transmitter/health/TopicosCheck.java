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

/** Down only where the settings of a topic lose what somebody still needs; tells the others. */
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
            .status(diferencias.stream().noneMatch(Diferencia::pierdeDatos))
            .withData("mirados", halladas.isPresent());
    for (Diferencia diferencia : diferencias) {
      respuesta.withData(
          "%s, %s".formatted(diferencia.topico(), diferencia.ajuste()),
          "%s; está escrito %s".formatted(diferencia.hallado(), diferencia.escrito()));
    }
    return respuesta.build();
  }
}
