package co.satccf.transmitter.dispatch;

import co.satccf.model.ServicioSat;
import co.satccf.model.respuesta.Veredicto;
import co.satccf.transmitter.config.SatConfig;
import co.satccf.transmitter.store.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * The glosa brakes of this process, one for each SAT service; a pulled brake pauses the whole
 * fleet.
 */
@ApplicationScoped
class Frenos {

  private static final Logger LOG = Logger.getLogger(Frenos.class);

  private final SatConfig config;
  private final Database database;
  private final Map<ServicioSat, FrenoDeGlosas> frenos = new ConcurrentHashMap<>();

  Frenos(SatConfig config, Database database) {
    this.config = config;
    this.database = database;
  }

  void seen(ServicioSat servicio, Veredicto veredicto) {
    FrenoDeGlosas freno =
        frenos.computeIfAbsent(
            servicio, s -> new FrenoDeGlosas(config.freno().ventana(), config.freno().umbral()));
    switch (veredicto) {
      case Veredicto.Glosado(String codigo, String _) -> {
        if (freno.seen(codigo)) {
          pull(servicio, codigo);
          freno.forget();
        }
      }
      case Veredicto.Aceptado _, Veredicto.AceptadoConAlerta _, Veredicto.YaReportado _ ->
          freno.seen(null);
      case Veredicto.PorConfirmar _,
          Veredicto.Reintentable _,
          Veredicto.Incierto _,
          Veredicto.PuertaCerrada _ -> {}
    }
  }

  private void pull(ServicioSat servicio, String codigo) {
    try {
      boolean pulled =
          database.transaction(
              connection ->
                  DispatchStatements.pause(connection, servicio, "FRENO_DE_GLOSAS " + codigo));
      if (pulled) {
        LOG.errorf("event=glosa_brake servicio=%s codigo=%s", servicio.nombre(), codigo);
      }
    } catch (SQLException | RuntimeException away) {
      LOG.warnf("event=glosa_brake_not_stored servicio=%s codigo=%s", servicio.nombre(), codigo);
    }
  }
}
