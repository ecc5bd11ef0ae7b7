package co.satccf.reporting.resultados;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;

/** Counts what became of the outcomes, after their commit. */
@Singleton
final class Metricas {

  private final Counter aplicados;
  private final Counter repetidos;
  private final Counter cuarentena;
  private final Counter ilegibles;

  Metricas(MeterRegistry registry) {
    aplicados = counter(registry, "sat.reporting.aplicados", "outcomes that changed a row");
    repetidos =
        counter(registry, "sat.reporting.repetidos", "outcomes dropped for a newer or equal one");
    cuarentena = counter(registry, "sat.reporting.cuarentena", "quarantined events learned of");
    ilegibles = counter(registry, "sat.reporting.ilegibles", "outcomes that could not be read");
  }

  void contar(Lote lote, int nuevos, int apartados, int descartados) {
    aplicados.increment(nuevos);
    repetidos.increment(lote.atrasados() + lote.deReporte().size() - nuevos);
    cuarentena.increment(apartados);
    ilegibles.increment(descartados);
  }

  private static Counter counter(MeterRegistry registry, String name, String description) {
    return Counter.builder(name).description(description).register(registry);
  }
}
