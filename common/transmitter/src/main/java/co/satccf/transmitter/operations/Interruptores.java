package co.satccf.transmitter.operations;

import co.satccf.identidad.Operador;
import co.satccf.model.ServicioSat;
import co.satccf.transmitter.auditoria.Asiento;
import co.satccf.transmitter.auditoria.Auditoria;
import co.satccf.transmitter.operations.ServiciosStatements.Despacho;
import co.satccf.transmitter.problem.Falla;
import co.satccf.transmitter.problem.Rechazo;
import co.satccf.transmitter.store.Database;
import co.satccf.transmitter.store.Signals;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The switches of SAT services. Each stands in {@code despacho}, which every dispatcher of the
 * fleet reads at its next claim: they hold for all replicas and outlive a restart.
 */
@ApplicationScoped
class Interruptores {

  private static final Logger LOG = Logger.getLogger(Interruptores.class);

  private final Database database;
  private final Signals signals;

  Interruptores(Database database, Signals signals) {
    this.database = database;
    this.signals = signals;
  }

  /** What is done to one service that needs it, in a transaction that holds its row. */
  private interface Cambio {
    void en(Connection connection, ServicioSat servicio) throws SQLException;
  }

  /**
   * Pauses those that are not paused.
   *
   * @return the ones it has paused
   */
  List<ServicioSat> pausar(Collection<ServicioSat> servicios, String motivo, Operador operador)
      throws SQLException {
    return cambiar(
        "PAUSA",
        servicios.stream().sorted().toList(),
        false,
        motivo,
        operador,
        (connection, servicio) ->
            ServiciosStatements.pause(connection, servicio, motivo, operador.nombre()));
  }

  /**
   * Resumes those that are paused.
   *
   * @return the ones it has resumed
   */
  List<ServicioSat> reanudar(Collection<ServicioSat> servicios, String motivo, Operador operador)
      throws SQLException {
    List<ServicioSat> reanudados =
        cambiar(
            "REANUDACION",
            servicios.stream().sorted().toList(),
            true,
            motivo,
            operador,
            ServiciosStatements::resume);
    reanudados.forEach(signals::work);
    return reanudados;
  }

  private List<ServicioSat> cambiar(
      String accion,
      List<ServicioSat> servicios,
      boolean pausados,
      String motivo,
      Operador operador,
      Cambio cambio)
      throws SQLException {
    List<ServicioSat> cambiados =
        database.transaction(
            connection -> {
              Map<ServicioSat, Despacho> antes = ServiciosStatements.lock(connection, servicios);
              List<ServicioSat> due =
                  servicios.stream()
                      .filter(s -> (despacho(antes, s).pausa() != null) == pausados)
                      .toList();
              for (ServicioSat servicio : due) {
                cambio.en(connection, servicio);
              }
              Map<ServicioSat, Despacho> despues = ServiciosStatements.lock(connection, due);
              for (ServicioSat servicio : due) {
                ObjectNode detalle = JsonNodeFactory.instance.objectNode();
                detalle.set("antes", pausa(despacho(antes, servicio).pausa()));
                detalle.set("despues", pausa(despacho(despues, servicio).pausa()));
                anotar(connection, accion, servicio, motivo, operador, detalle);
              }
              return due;
            });
    cambiados.forEach(servicio -> log(accion, servicio));
    return cambiados;
  }

  /** Sets limits over the configured ones. */
  void fijarCupo(ServicioSat servicio, CupoPedido pedido, String motivo, Operador operador)
      throws SQLException {
    cupo(
        "CUPO_FIJADO",
        servicio,
        motivo,
        operador,
        (connection, uno) ->
            ServiciosStatements.fixCupo(connection, uno, pedido, motivo, operador.nombre()));
  }

  /**
   * Gives the cupo back to configuration.
   *
   * @throws Rechazo when configuration has it already
   */
  void devolverCupo(ServicioSat servicio, String motivo, Operador operador) throws SQLException {
    cupo(
        "CUPO_DEVUELTO",
        servicio,
        motivo,
        operador,
        (connection, uno) -> {
          if (!ServiciosStatements.releaseCupo(connection, uno)) {
            throw new Rechazo(
                Falla.CONFLICTO, uno.nombre() + " ya tiene el piso y el techo de la configuración");
          }
        });
  }

  private void cupo(
      String accion, ServicioSat servicio, String motivo, Operador operador, Cambio cambio)
      throws SQLException {
    List<ServicioSat> uno = List.of(servicio);
    database.transaction(
        connection -> {
          Despacho antes = despacho(ServiciosStatements.lock(connection, uno), servicio);
          cambio.en(connection, servicio);
          ObjectNode detalle = JsonNodeFactory.instance.objectNode();
          detalle.set("antes", cupo(antes));
          detalle.set(
              "despues", cupo(despacho(ServiciosStatements.lock(connection, uno), servicio)));
          anotar(connection, accion, servicio, motivo, operador, detalle);
          return true;
        });
    log(accion, servicio);
    signals.work(servicio);
  }

  private static void anotar(
      Connection connection,
      String accion,
      ServicioSat servicio,
      String motivo,
      Operador operador,
      ObjectNode detalle)
      throws SQLException {
    Auditoria.anotar(
        connection,
        new Asiento(operador.nombre(), accion, "servicio/" + servicio.nombre(), motivo, detalle));
  }

  private static ObjectNode pausa(EstadoDelServicio.@Nullable Pausa pausa) {
    ObjectNode node = JsonNodeFactory.instance.objectNode().put("pausado", pausa != null);
    if (pausa != null) {
      node.put("motivo", pausa.motivo()).put("quien", pausa.quien());
      node.put("desde", String.valueOf(pausa.desde()));
    }
    return node;
  }

  private static ObjectNode cupo(Despacho despacho) {
    EstadoDelServicio.CupoFijado fijado = despacho.cupoFijado();
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("piso", fijado == null ? null : fijado.piso());
    node.put("techo", fijado == null ? null : fijado.techo());
    node.putObject("configurado")
        .put("piso", despacho.cupoConfigurado().piso())
        .put("techo", despacho.cupoConfigurado().techo());
    return node.put("efectivo", despacho.cupo());
  }

  private static Despacho despacho(Map<ServicioSat, Despacho> despachos, ServicioSat servicio) {
    return Objects.requireNonNull(despachos.get(servicio), servicio.nombre());
  }

  /** The reason stands in the audit only: people write names into reasons. */
  private static void log(String accion, ServicioSat servicio) {
    LOG.infof("event=service_switched accion=%s servicio=%s", accion, servicio.nombre());
  }
}
