package co.satccf.reporting.cargas;

import co.satccf.stream.DatabaseFailure;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import org.jboss.logging.Logger;

/**
 * Publishes what is to be published and takes away what is old, again and again, in every replica.
 */
@Singleton
class RelojDeCargas {

  private static final Logger LOG = Logger.getLogger(RelojDeCargas.class);

  private final Publicacion publicacion;
  private final Limpieza limpieza;

  RelojDeCargas(Publicacion publicacion, Limpieza limpieza) {
    this.publicacion = publicacion;
    this.limpieza = limpieza;
  }

  @Scheduled(every = "${sat.cargas.mirada:PT2S}", concurrentExecution = ConcurrentExecution.SKIP)
  void publicar() {
    try {
      publicacion.publicarLoQueHaya();
    } catch (SQLException | RuntimeException failure) {
      LOG.warnf(
          "event=upload_step_failed step=publish cause=%s", DatabaseFailure.describe(failure));
    }
  }

  @Scheduled(every = "PT10M", concurrentExecution = ConcurrentExecution.SKIP)
  void limpiar() {
    try {
      limpieza.limpiar();
    } catch (SQLException | RuntimeException failure) {
      LOG.warnf("event=upload_step_failed step=clean cause=%s", DatabaseFailure.describe(failure));
    }
  }
}
