package co.satccf.transmitter.dispatch;

import co.satccf.model.ServicioSat;
import co.satccf.model.estado.EstadoReporte;
import co.satccf.transmitter.familia.AlLiquidar;
import co.satccf.transmitter.familia.FamiliaDeServicios;
import co.satccf.transmitter.movimientos.Supersesion;
import co.satccf.transmitter.store.Database;
import co.satccf.transmitter.store.Locks;
import co.satccf.transmitter.store.Signals;
import co.satccf.transmitter.store.Turnos;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Stores what a call brought: state, attempt, outcome, consequences and next turn in one
 * transaction (rule 7).
 */
@ApplicationScoped
class Settlement {

  private static final Logger LOG = Logger.getLogger(Settlement.class);

  private final Database database;
  private final Instance<AlLiquidar> consequence;
  private final Supersesion supersesion;
  private final FamiliaDeServicios familia;
  private final Esperas esperas;
  private final Signals signals;
  private final Clock clock;

  Settlement(
      Database database,
      Instance<AlLiquidar> consequence,
      Supersesion supersesion,
      FamiliaDeServicios familia,
      Esperas esperas,
      Signals signals,
      Clock clock) {
    this.database = database;
    this.consequence = consequence;
    this.supersesion = supersesion;
    this.familia = familia;
    this.esperas = esperas;
    this.signals = signals;
    this.clock = clock;
  }

  void settle(ReporteReclamado reclamado, Liquidacion liquidacion, Respuesta respuesta)
      throws SQLException {
    Optional<ServicioSat> woken =
        database.transaction(connection -> settle(connection, reclamado, liquidacion, respuesta));
    signals.outbox();
    woken.ifPresent(signals::work);
  }

  private Optional<ServicioSat> settle(
      Connection connection,
      ReporteReclamado reclamado,
      Liquidacion liquidacion,
      Respuesta respuesta)
      throws SQLException {
    EstadoReporte estado = liquidacion.estado();
    // A report that comes back is evaluated again: its employer may have left SAT meanwhile, or a
    // newer payment state may have come.
    if (estado.esFinal() || estado == EstadoReporte.PENDIENTE || estado == EstadoReporte.GLOSADO) {
      lock(connection, reclamado);
    }
    DispatchStatements.Efecto efecto =
        DispatchStatements.settle(connection, reclamado, liquidacion, respuesta);
    if (efecto.corregible()) {
      signals.corrections();
    }
    if (!efecto.liquidado()) {
      LOG.warnf(
          "event=late_answer reporte=%d intento=%d veredicto=%s",
          reclamado.id(), reclamado.intento(), respuesta.veredicto());
      return Optional.empty();
    }
    boolean sustituido = supersesion.alVolver(connection, reclamado.reporte(), estado);
    if (!estado.esFinal() && !sustituido) {
      return Optional.empty();
    }
    if (consequence.isResolvable()) {
      consequence.get().liquidado(connection, reclamado.reporte(), estado);
    }
    return Turnos.siguiente(connection, reclamado.reporte().llave(), null)
        .filter(Turnos.Turno::listo)
        .map(Turnos.Turno::servicio);
  }

  private void lock(Connection connection, ReporteReclamado reclamado) throws SQLException {
    var reporte = reclamado.reporte();
    if (consequence.isResolvable()) {
      Locks.turnAndRegister(connection, reporte.llave(), reporte.empleador());
    } else {
      Locks.turn(connection, reporte.llave(), reporte.empleador());
    }
  }

  /** Turns expired leases into INCIERTO; an expired lease is never a silent resend (rule 6). */
  int expire(ServicioSat servicio) throws SQLException {
    int expired =
        database.transaction(
            connection -> {
              List<ReporteReclamado> reclamados = DispatchStatements.expired(connection, servicio);
              for (ReporteReclamado reclamado : reclamados) {
                DispatchStatements.settle(
                    connection,
                    reclamado,
                    Liquidacion.sinRespuesta(reclamado.dudoso(), esperas),
                    new Respuesta(
                        "SIN_RESPUESTA",
                        null,
                        null,
                        Duration.ZERO,
                        clock.instant(),
                        data -> familia.adornar(reclamado.reporte(), reclamado.cuerpo(), data)));
              }
              return reclamados.size();
            });
    if (expired > 0) {
      LOG.warnf("event=lease_expired servicio=%s reportes=%d", servicio.nombre(), expired);
      signals.outbox();
    }
    return expired;
  }
}
