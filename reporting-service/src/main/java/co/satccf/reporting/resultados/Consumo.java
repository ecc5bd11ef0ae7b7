package co.satccf.reporting.resultados;

import co.satccf.reporting.config.ReportingConfig;
import co.satccf.stream.ReaderConfig;
import co.satccf.stream.ReaderState;
import co.satccf.stream.ReaderStatus;
import co.satccf.stream.TopicReader;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;

/** Reads {@code sat.resultados} from the start of the service to its end. */
@Singleton
final class Consumo {

  static final String TOPICO = "sat.resultados";

  private final ReaderConfig config;
  private final DataSource database;
  private final Proyeccion proyeccion;
  private final Clock clock;
  private volatile TopicReader lector;

  Consumo(
      ReportingConfig config,
      @Identifier("default-kafka-broker") Map<String, Object> kafka,
      DataSource database,
      Proyeccion proyeccion,
      Clock clock,
      MeterRegistry registry) {
    this.config =
        ReaderConfig.of(kafka, config.lector().grupo(), Set.of(TOPICO))
            .withBatch(config.lector().registros(), config.lector().bytes());
    this.database = database;
    this.proyeccion = proyeccion;
    this.clock = clock;
    this.lector = nuevo();
    Gauge.builder("sat.reporting.lag", () -> lector.lag())
        .description("outcomes on the topic that are not in the database yet")
        .register(registry);
    FunctionCounter.builder("sat.lector.saltos", this, consumo -> consumo.lector.gaps())
        .description("times the topic no longer had what was to be read next")
        .tag("topico", TOPICO)
        .register(registry);
    for (ReaderState state : ReaderState.values()) {
      if (state != ReaderState.RUNNING) {
        Gauge.builder("sat.lector.falta", () -> lector.status().all().contains(state) ? 1 : 0)
            .description("1 if the reader of this topic lacks this")
            .tag("topico", TOPICO)
            .tag("falta", state.name().toLowerCase(Locale.ROOT))
            .register(registry);
      }
    }
  }

  void empezar(@Observes StartupEvent event) {
    lector.start();
  }

  void terminar(@Observes ShutdownEvent event) {
    lector.close();
  }

  ReaderStatus estado() {
    return lector.status();
  }

  /** As a new process would go on. */
  void volverAEmpezar() {
    lector.close();
    lector = nuevo();
    lector.start();
  }

  private TopicReader nuevo() {
    return new TopicReader(config, database, proyeccion, clock);
  }
}
