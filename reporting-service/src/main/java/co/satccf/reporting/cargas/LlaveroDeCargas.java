package co.satccf.reporting.cargas;

import co.satccf.model.cifrado.ArchivoDeLlavero;
import co.satccf.reporting.informes.Transaction;
import co.satccf.stream.DatabaseFailure;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * The ring of uploads as gauges, named as those of the family services: {@code
 * sat_archivo_ilegible} is 1 while the mounted file cannot be used, and a restart would fail;
 * {@code sat_cifrado_pendientes} counts pieces by a key that is not the current one.
 */
@Singleton
class LlaveroDeCargas {

  private static final Logger LOG = Logger.getLogger(LlaveroDeCargas.class);

  private final Cofre cofre;
  private final DataSource database;
  private final MultiGauge pendientes;

  LlaveroDeCargas(Cofre cofre, DataSource database, MeterRegistry registry) {
    this.cofre = cofre;
    this.database = database;
    this.pendientes =
        MultiGauge.builder("sat.cifrado.pendientes")
            .description("pieces of uploads under another key; en_llavero=false: theirs is missing")
            .register(registry);
  }

  void vigilar(@Observes StartupEvent event, MeterRegistry registry) {
    cofre
        .llavero()
        .ifPresent(
            archivo ->
                Gauge.builder("sat.archivo.ilegible", () -> archivo.legible() ? 0.0 : 1.0)
                    .description("1 if the mounted file cannot be used as it is")
                    .tag("archivo", "llavero")
                    .register(registry));
  }

  @Scheduled(every = "PT1M", concurrentExecution = ConcurrentExecution.SKIP)
  void contar() {
    cofre
        .llavero()
        .ifPresent(
            archivo -> {
              try {
                contar(archivo);
              } catch (SQLException away) {
                LOG.warnf("event=keys_not_counted cause=%s", DatabaseFailure.describe(away));
              }
            });
  }

  private void contar(ArchivoDeLlavero archivo) throws SQLException {
    var llavero = archivo.llavero();
    var porClave = Transaction.of(database, TrozoStatements::porClave);
    // A series that is there from the start tells an alert that nothing is wrong.
    porClave.put(llavero.actual(), 0);
    List<MultiGauge.Row<?>> filas = new ArrayList<>();
    porClave.forEach(
        (clave, trozos) ->
            filas.add(
                MultiGauge.Row.of(
                    Tags.of(
                        "tabla",
                        "carga_trozo",
                        "clave",
                        clave,
                        "en_llavero",
                        String.valueOf(llavero.claves().contains(clave))),
                    trozos)));
    pendientes.register(filas, true);
  }
}
