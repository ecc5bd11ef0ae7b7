package co.satccf.reporting.resultados;

import co.satccf.stream.topicos.Ajuste;
import co.satccf.stream.topicos.Diferencia;
import co.satccf.stream.topicos.InspectorDeTopicos;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Looks whether {@code sat.resultados} is set as it is written down, and tells. Never down for it:
 * a service that nobody can ask mends no topic.
 */
@Readiness
@Singleton
final class TopicoDeResultados implements HealthCheck {

  private final InspectorDeTopicos inspector;

  TopicoDeResultados(
      @Identifier("default-kafka-broker") Map<String, Object> kafka, MeterRegistry registry) {
    this.inspector = new InspectorDeTopicos(kafka, Set.of(Consumo.TOPICO));
    for (Ajuste ajuste : Ajuste.values()) {
      Gauge.builder("sat.topico.difiere", () -> difiere(ajuste) ? 1 : 0)
          .description("1 if the topic is not set as it is written down")
          .tag("topico", Consumo.TOPICO)
          .tag("ajuste", ajuste.name().toLowerCase(Locale.ROOT))
          .register(registry);
    }
  }

  @Scheduled(every = "${sat.topicos:PT10M}", concurrentExecution = ConcurrentExecution.SKIP)
  void mirar() throws InterruptedException {
    inspector.mirar();
  }

  @Override
  public HealthCheckResponse call() {
    var diferencias = diferencias();
    var respuesta = HealthCheckResponse.named("tópico " + Consumo.TOPICO).up();
    diferencias.forEach(
        d ->
            respuesta.withData(
                d.ajuste().name(), "%s; está escrito %s".formatted(d.hallado(), d.escrito())));
    return respuesta.build();
  }

  private boolean difiere(Ajuste ajuste) {
    return diferencias().stream().anyMatch(d -> d.ajuste() == ajuste);
  }

  private List<Diferencia> diferencias() {
    return inspector.diferencias().orElse(List.of());
  }
}
