package co.satccf.token.operations;

import co.satccf.model.cifrado.ArchivoDeLlavero;
import co.satccf.token.secretos.ArchivoDeCredencial;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.function.BooleanSupplier;

/**
 * {@code sat_archivo_ilegible}: 1 while the mounted credential or ring cannot be used; a restart
 * would fail then.
 */
@ApplicationScoped
class ArchivosGauge {

  void alIniciar(
      @Observes StartupEvent event,
      MeterRegistry registry,
      ArchivoDeLlavero llavero,
      ArchivoDeCredencial credencial) {
    medir(registry, "llavero", llavero::legible);
    medir(registry, "credencial", credencial::legible);
  }

  private static void medir(MeterRegistry registry, String archivo, BooleanSupplier legible) {
    Gauge.builder("sat.archivo.ilegible", () -> legible.getAsBoolean() ? 0.0 : 1.0)
        .description("1 while the mounted file cannot be used as it is")
        .tag("archivo", archivo)
        .register(registry);
  }
}
