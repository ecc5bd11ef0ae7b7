package co.satccf.reporting.cargas;

import co.satccf.reporting.config.ReportingConfig;
import co.satccf.reporting.informes.Transaction;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Takes away what uploads brought when it has not been published in time, and what was found in
 * them when it has served. Replicas do not hinder each other.
 */
@Singleton
class Limpieza {

  private static final Logger LOG = Logger.getLogger(Limpieza.class);

  /** A file that began to arrive so long ago does not arrive any more. */
  private static final Duration EN_CAMINO = Duration.ofHours(6);

  private final ReportingConfig.Cargas config;
  private final DataSource database;

  Limpieza(ReportingConfig config, DataSource database) {
    this.config = config.cargas();
    this.database = database;
  }

  void limpiar() throws SQLException {
    Transaction.of(database, connection -> CargaStatements.olvidarVaradas(connection, EN_CAMINO));
    for (var vencida = vencer(); vencida.isPresent(); vencida = vencer()) {
      if (vencida.get().aMedias()) {
        LOG.errorf("event=upload_expired_unpublished alert=true id=%d", vencida.get().id());
      } else {
        LOG.infof("event=upload_expired id=%d", vencida.get().id());
      }
    }
    Transaction.of(
        database, connection -> HallazgoStatements.olvidarViejos(connection, config.retencion()));
  }

  private Optional<CargaStatements.Vencida> vencer() throws SQLException {
    return Transaction.of(
        database,
        connection -> {
          var vencida = CargaStatements.vencer(connection, config.retencion());
          if (vencida.isPresent()) {
            TrozoStatements.borrar(connection, vencida.get().id());
          }
          return vencida;
        });
  }
}
