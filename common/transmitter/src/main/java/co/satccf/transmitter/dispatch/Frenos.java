package co.satccf.transmitter.dispatch;

import co.satccf.model.ServicioSat;
import co.satccf.model.respuesta.Veredicto;
import co.satccf.transmitter.auditoria.Asiento;
import co.satccf.transmitter.auditoria.Auditoria;
import co.satccf.transmitter.config.SatConfig;
import co.satccf.transmitter.store.Database;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * The glosa brakes of this process, one for each SAT service; a pulled brake pauses the whole fleet
 * until somebody resumes the service, and then every replica's brake starts afresh.
 */
@ApplicationScoped
public class Frenos {

  /** How the reason of a pause begins that a brake has made. */
  public static final String MOTIVO = "FRENO_DE_GLOSAS ";

  private static final Logger LOG = Logger.getLogger(Frenos.class);

  private final SatConfig config;
  private final Database database;
  private final Map<ServicioSat, FrenoDeGlosas> frenos = new ConcurrentHashMap<>();

  Frenos(SatConfig config, Database database) {
    this.config = config;
    this.database = database;
  }

  /**
   * What one brake of this process has seen.
   *
   * @param tamano answers the window holds
   * @param umbral equal codes among them that pull the brake
   * @param respuestas answers in the window now
   * @param porCodigo how many of them were each glosa
   */
  public record Ventana(int tamano, int umbral, int respuestas, Map<String, Integer> porCodigo) {}

  /** The last answers of a service that this process has seen. */
  public Ventana ventana(ServicioSat servicio) {
    FrenoDeGlosas freno = frenos.get(servicio);
    return freno == null
        ? new Ventana(config.freno().ventana(), config.freno().umbral(), 0, Map.of())
        : freno.window();
  }

  void seen(ServicioSat servicio, Veredicto veredicto) {
    FrenoDeGlosas freno = freno(servicio);
    switch (veredicto) {
      case Veredicto.Glosado(String codigo, String _) -> {
        if (freno.seen(codigo)) {
          pull(servicio, codigo, freno);
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

  private FrenoDeGlosas freno(ServicioSat servicio) {
    return frenos.computeIfAbsent(servicio, this::create);
  }

  private FrenoDeGlosas create(ServicioSat servicio) {
    FrenoDeGlosas freno = new FrenoDeGlosas(config.freno().ventana(), config.freno().umbral());
    try {
      database.transaction(
          connection -> freno.stale(DispatchStatements.resumed(connection, servicio)));
    } catch (SQLException | RuntimeException away) {
      // It then learns of the last resumption when it is first pulled, and counts once more.
      LOG.warnf("event=glosa_brake_without_database servicio=%s", servicio.nombre());
    }
    return freno;
  }

  private void pull(ServicioSat servicio, String codigo, FrenoDeGlosas freno) {
    try {
      if (database.transaction(connection -> pull(connection, servicio, codigo, freno))) {
        LOG.errorf("event=glosa_brake servicio=%s codigo=%s", servicio.nombre(), codigo);
      }
    } catch (SQLException | RuntimeException away) {
      // The window stays as it is: the next equal answer pulls again.
      LOG.warnf("event=glosa_brake_not_stored servicio=%s codigo=%s", servicio.nombre(), codigo);
    }
  }

  private boolean pull(
      Connection connection, ServicioSat servicio, String codigo, FrenoDeGlosas freno)
      throws SQLException {
    if (freno.stale(DispatchStatements.resumed(connection, servicio))) {
      return false;
    }
    boolean pulled = DispatchStatements.pause(connection, servicio, MOTIVO + codigo);
    if (pulled) {
      ObjectNode detalle = JsonNodeFactory.instance.objectNode();
      detalle.putObject("antes").put("pausado", false);
      detalle.putObject("despues").put("pausado", true);
      detalle.put("codigo", codigo);
      detalle.put("umbral", config.freno().umbral());
      detalle.put("ventana", config.freno().ventana());
      Auditoria.anotar(
          connection,
          new Asiento(
              Asiento.SISTEMA, "FRENO", "servicio/" + servicio.nombre(), MOTIVO + codigo, detalle));
    }
    return pulled;
  }
}
