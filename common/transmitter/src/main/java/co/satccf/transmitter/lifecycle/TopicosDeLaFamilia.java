package co.satccf.transmitter.lifecycle;

import co.satccf.stream.topicos.Ajuste;
import co.satccf.stream.topicos.Diferencia;
import co.satccf.stream.topicos.InspectorDeTopicos;
import co.satccf.transmitter.familia.FamiliaDeServicios;
import co.satccf.transmitter.familia.LectorDeFamilia;
import co.satccf.transmitter.store.Topicos;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Looks, at the start and now and then, whether the topics are set as they are written down. */
@ApplicationScoped
public class TopicosDeLaFamilia {

  private final InspectorDeTopicos inspector;

  TopicosDeLaFamilia(
      @Identifier("default-kafka-broker") Map<String, Object> kafka,
      FamiliaDeServicios familia,
      @Any Instance<LectorDeFamilia> lectores,
      MeterRegistry registry) {
    Set<String> topicos =
        new HashSet<>(Set.of(familia.familia().topic(), Topicos.RESULTADOS, Topicos.EMPLEADORES));
    lectores.forEach(lector -> topicos.add(lector.topico()));
    this.inspector = new InspectorDeTopicos(kafka, topicos);
    for (String topico : inspector.topicos()) {
      for (Ajuste ajuste : Ajuste.values()) {
        Gauge.builder("sat.topico.difiere", () -> difiere(topico, ajuste) ? 1 : 0)
            .description("1 si el tópico no está como está escrito")
            .tag("topico", topico)
            .tag("ajuste", ajuste.name().toLowerCase(Locale.ROOT))
            .register(registry);
      }
    }
  }

  @Scheduled(every = "${sat.topicos}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void mirar() throws InterruptedException {
    inspector.mirar();
  }

  /** What the last look found; empty before the first one that was answered. */
  public Optional<List<Diferencia>> diferencias() {
    return inspector.diferencias();
  }

  private boolean difiere(String topico, Ajuste ajuste) {
    return diferencias().orElse(List.of()).stream()
        .anyMatch(d -> d.topico().equals(topico) && d.ajuste() == ajuste);
  }
}
