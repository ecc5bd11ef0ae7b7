package co.satccf.transmitter.dispatch;

import co.satccf.model.ServicioSat;
import co.satccf.model.estado.EstadoReporte;
import co.satccf.stream.DatabaseFailure;
import co.satccf.transmitter.config.Esperas;
import co.satccf.transmitter.familia.AlLiquidar;
import co.satccf.transmitter.movimientos.Cambio;
import co.satccf.transmitter.movimientos.Llaves;
import co.satccf.transmitter.movimientos.Mover;
import co.satccf.transmitter.movimientos.ReporteTomado;
import co.satccf.transmitter.movimientos.Supersesion;
import co.satccf.transmitter.store.Database;
import co.satccf.transmitter.store.Signals;
import co.satccf.transmitter.store.Turnos;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Stores what calls brought: states, attempts, outcomes, consequences and next turns in one
 * transaction (rule 7, docs/adr/0011).
 */
@ApplicationScoped
class Settlement {

  private static final Logger LOG = Logger.getLogger(Settlement.class);

  private static final int EXPIRED_AT_ONCE = 500;
  private static final int EXPIRED_TOGETHER = 50;

  private final Database database;
  private final Instance<AlLiquidar> consequence;
  private final Supersesion supersesion;
  private final Mover mover;
  private final Esperas esperas;
  private final Signals signals;

  Settlement(
      Database database,
      Instance<AlLiquidar> consequence,
      Supersesion supersesion,
      Mover mover,
      Esperas esperas,
      Signals signals) {
    this.database = database;
    this.consequence = consequence;
    this.supersesion = supersesion;
    this.mover = mover;
    this.esperas = esperas;
    this.signals = signals;
  }

  /** Stores one answer, or many of different attempts, in one transaction. */
  void settle(List<Desenlace> desenlaces) throws SQLException {
    // Rows of reports are locked in one order by whoever settles several.
    List<Desenlace> ordered =
        desenlaces.stream().sorted(Comparator.comparingLong(d -> d.reclamado().id())).toList();
    Llaves llaves = llaves(ordered);
    Set<ServicioSat> woken =
        database.transaction(connection -> settle(connection, ordered, llaves));
    signals.outbox();
    woken.forEach(signals::work);
  }

  /**
   * The keys whose turns may end, and the employers for whom what comes back, and what comes next,
   * is evaluated.
   */
  private Llaves llaves(List<Desenlace> desenlaces) {
    return new Llaves(
        desenlaces.stream().map(desenlace -> desenlace.reporte().llave()).toList(),
        desenlaces.stream().map(desenlace -> desenlace.reporte().empleador()).toList(),
        consequence.isResolvable());
  }

  private Set<ServicioSat> settle(Connection connection, List<Desenlace> desenlaces, Llaves llaves)
      throws SQLException {
    llaves.tomar(connection);
    Set<UUID> free = new LinkedHashSet<>();
    for (SettlementStatements.Efecto efecto : SettlementStatements.settle(connection, desenlaces)) {
      if (efecto.corregible()) {
        signals.corrections();
      }
      if (frees(connection, efecto, llaves)) {
        free.add(efecto.desenlace().reporte().llave());
      }
    }
    return Turnos.siguientes(connection, free).stream()
        .filter(Turnos.Turno::listo)
        .map(Turnos.Turno::servicio)
        .collect(Collectors.toSet());
  }

  /** Whether the turn of the key is free now. */
  private boolean frees(Connection connection, SettlementStatements.Efecto efecto, Llaves llaves)
      throws SQLException {
    Desenlace desenlace = efecto.desenlace();
    if (!efecto.liquidado()) {
      LOG.warnf(
          "event=late_answer reporte=%d intento=%d veredicto=%s",
          desenlace.reclamado().id(),
          desenlace.reclamado().intento(),
          desenlace.respuesta().veredicto());
      SettlementStatements.conRespuestaTardia(connection, desenlace.reclamado().id());
      if (desenlace.aceptado()) {
        acceptedMeanwhileCorrected(connection, desenlace, llaves);
      }
      return false;
    }
    EstadoReporte estado = desenlace.estado();
    if (estado.esFinal() && consequence.isResolvable()) {
      consequence.get().liquidado(connection, desenlace.reporte(), estado);
    }
    return supersesion.alVolver(connection, desenlace.reporte(), estado) || estado.esFinal();
  }

  /**
   * SAT knows no annulment: a correction of what it turns out to have accepted goes only when a
   * person says so (rule 12).
   */
  private void acceptedMeanwhileCorrected(Connection connection, Desenlace desenlace, Llaves llaves)
      throws SQLException {
    Optional<ReporteTomado> found =
        mover.tomarCon(connection, desenlace.servicio(), desenlace.reporte().radicado(), llaves);
    if (found.isEmpty()) {
      return;
    }
    ReporteReclamado accepted = desenlace.reclamado();
    ReporteTomado corrected = found.get();
    if (corrected.estado() == EstadoReporte.SUSTITUIDO) {
      acceptedMeanwhileReplaced(connection, desenlace, llaves);
    } else if (corrected.version() > accepted.version()) {
      Cambio cambio =
          Cambio.aceptadaOtraVersion(
              desenlace.liquidacion().codigo(), accepted.version(), corrected.version());
      if (desenlace.aplica() && corrected.enTurno() && Mover.legal(corrected, cambio)) {
        mover.mover(connection, corrected, cambio);
      } else {
        // Behind another of its new key, or in flight, it cannot have a state of its own: it is
        // held
        // for when its turn comes, or it comes back. So is one whose move the store has refused.
        mover.retener(connection, corrected, cambio);
      }
    }
  }

  /**
   * As a version that was corrected: what replaced it under another radicado waits for a person.
   */
  private void acceptedMeanwhileReplaced(Connection connection, Desenlace desenlace, Llaves llaves)
      throws SQLException {
    String aceptado = desenlace.reporte().radicado();
    Optional<String> sucesor = mover.sucesor(connection, desenlace.servicio(), aceptado);
    if (sucesor.isPresent()) {
      Optional<ReporteTomado> found =
          mover.tomarCon(connection, desenlace.servicio(), sucesor.get(), llaves);
      if (found.isPresent()) {
        ReporteTomado successor = found.get();
        Cambio cambio = Cambio.aceptadoOtroRadicado(desenlace.liquidacion().codigo(), aceptado);
        if (desenlace.aplica() && successor.estado() == EstadoReporte.INCIERTO) {
          mover.mover(connection, successor, cambio);
        } else {
          mover.retener(connection, successor, cambio);
        }
      }
    }
  }

  /**
   * Turns expired leases into INCIERTO; an expired lease is never a silent resend (rule 6). A few
   * share a transaction; when the store refuses one of them, each goes by itself, and the one at
   * fault is tried again with the next look.
   */
  int expire(ServicioSat servicio) throws SQLException {
    int expired = expire(servicio, EXPIRED_AT_ONCE);
    if (expired > 0) {
      LOG.warnf("event=lease_expired servicio=%s reportes=%d", servicio.nombre(), expired);
      signals.outbox();
    }
    return expired;
  }

  /** Up to about so many, past however many cannot be expired. */
  int expire(ServicioSat servicio, int atOnce) throws SQLException {
    int expired = 0;
    long last = 0;
    List<Long> ids;
    do {
      long after = last;
      ids =
          database.transaction(
              connection -> SettlementStatements.expired(connection, servicio, after, atOnce));
      for (int from = 0; from < ids.size(); from += EXPIRED_TOGETHER) {
        expired += expireTogether(ids.subList(from, Math.min(from + EXPIRED_TOGETHER, ids.size())));
      }
      last = ids.isEmpty() ? last : ids.getLast();
    } while (ids.size() == atOnce && expired < atOnce);
    return expired;
  }

  private int expireTogether(List<Long> few) throws SQLException {
    try {
      return expire(few);
    } catch (SQLException | RuntimeException refused) {
      if (DatabaseFailure.is(refused)) {
        throw refused;
      }
      int expired = 0;
      for (Long id : few) {
        expired += expireAlone(id);
      }
      return expired;
    }
  }

  private int expireAlone(Long id) throws SQLException {
    try {
      return expire(List.of(id));
    } catch (SQLException | RuntimeException refused) {
      if (DatabaseFailure.is(refused)) {
        throw refused;
      }
      LOG.errorf(
          "event=lease_not_expired reporte=%d cause=%s", id, DatabaseFailure.describe(refused));
      return 0;
    }
  }

  private int expire(List<Long> ids) throws SQLException {
    return database.transaction(
        connection -> {
          List<ReporteReclamado> reclamados = SettlementStatements.takeExpired(connection, ids);
          SettlementStatements.settle(
              connection, reclamados.stream().map(this::sinRespuesta).toList());
          return reclamados.size();
        });
  }

  private Desenlace sinRespuesta(ReporteReclamado reclamado) {
    return new Desenlace(
        reclamado,
        Liquidacion.sinRespuesta(reclamado.dudoso(), esperas),
        new Respuesta("SIN_RESPUESTA", null, null, Duration.ZERO, data -> {}));
  }
}
