package co.satccf.transmitter.lifecycle;

import co.satccf.stream.ReaderState;
import co.satccf.stream.TopicReader;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/** What the readers of Kafka of this replica lack or have missed, and how far behind they are. */
@ApplicationScoped
class LectorGauges {

  private final MeterRegistry registry;

  LectorGauges(MeterRegistry registry) {
    this.registry = registry;
  }

  void register(String topic, TopicReader reader) {
    Gauge.builder("sat.lector.lag", reader::lag)
        .description("Registros del tópico que todavía no están en la base de datos")
        .tag("topico", topic)
        .register(registry);
    FunctionCounter.builder("sat.lector.saltos", reader, TopicReader::gaps)
        .description("Veces que el tópico ya no tenía lo que seguía")
        .tag("topico", topic)
        .register(registry);
    for (ReaderState state : ReaderState.values()) {
      if (state != ReaderState.RUNNING) {
        Gauge.builder("sat.lector.falta", () -> reader.status().all().contains(state) ? 1 : 0)
            .description("1 si al lector del tópico le falta esto")
            .tag("topico", topic)
            .tag("falta", state.name().toLowerCase(Locale.ROOT))
            .register(registry);
      }
    }
  }
}
