package co.satccf.reporting.cargas;

import co.satccf.identidad.Operador;
import co.satccf.reporting.config.ReportingConfig;
import co.satccf.reporting.informes.Transaction;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Takes away what uploads brought when nobody has published it in time, and what was found in them
 * when it has served.
 */
@Singleton
class Limpieza {

  private static final Logger LOG = Logger.getLogger(Limpieza.class);

  /** A file that began to arrive so long ago does not arrive any more. */
  private static final Duration EN_CAMINO = Duration.ofHours(6);

  private static final Set<EstadoCarga> EN_ESPERA =
      EnumSet.of(EstadoCarga.POR_REVISAR, EstadoCarga.REVISANDO, EstadoCarga.REVISADA);

  private final ReportingConfig.Cargas config;
  private final DataSource database;

  Limpieza(ReportingConfig config, DataSource database) {
    this.config = config.cargas();
    this.database = database;
  }

  void limpiar() throws SQLException {
    for (var id : quietas(EnumSet.of(EstadoCarga.RECIBIENDO), EN_CAMINO)) {
      Transaction.of(database, connection -> CargaStatements.olvidar(connection, id));
    }
    for (var id : quietas(EN_ESPERA, config.retencion())) {
      Transaction.of(
          database,
          connection -> {
            CargaStatements.mover(connection, id, EN_ESPERA, EstadoCarga.VENCIDA, Operador.SISTEMA);
            return TrozoStatements.borrar(connection, id);
          });
      LOG.infof("event=upload_expired id=%d", id);
    }
    Transaction.of(
        database, connection -> HallazgoStatements.olvidarViejos(connection, config.retencion()));
  }

  private Iterable<Long> quietas(Set<EstadoCarga> estados, Duration desde) throws SQLException {
    return Transaction.of(
        database, connection -> CargaStatements.quietas(connection, estados, desde));
  }
}
