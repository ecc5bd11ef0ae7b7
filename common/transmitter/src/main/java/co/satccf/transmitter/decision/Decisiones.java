package co.satccf.transmitter.decision;

import co.satccf.model.ServicioSat;
import co.satccf.model.contrato.Glosa;
import co.satccf.model.estado.Causa;
import co.satccf.model.estado.EstadoReporte;
import co.satccf.transmitter.auditoria.Asiento;
import co.satccf.transmitter.auditoria.Auditoria;
import co.satccf.transmitter.movimientos.Cambio;
import co.satccf.transmitter.movimientos.Mover;
import co.satccf.transmitter.movimientos.ReporteTomado;
import co.satccf.transmitter.problem.Falla;
import co.satccf.transmitter.problem.Rechazo;
import co.satccf.transmitter.reception.Entrada;
import co.satccf.transmitter.reception.EventoReconstruido;
import co.satccf.transmitter.reception.Procedencia;
import co.satccf.transmitter.reception.Reception;
import co.satccf.transmitter.store.Database;
import co.satccf.transmitter.store.Signals;
import co.satccf.transmitter.store.Turnos;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a person decides about one report. Each decision is one transaction that moves, tells the
 * ERP, gives the turn away and is audited; one that the table of legal moves does not have changes
 * nothing.
 */
@ApplicationScoped
public class Decisiones {

  private final Database database;
  private final Mover mover;
  private final EventoReconstruido reconstruido;
  private final Reception reception;
  private final Signals signals;

  Decisiones(
      Database database,
      Mover mover,
      EventoReconstruido reconstruido,
      Reception reception,
      Signals signals) {
    this.database = database;
    this.mover = mover;
    this.reconstruido = reconstruido;
    this.reception = reception;
    this.signals = signals;
  }

  /** A move on a report that is locked; returns who got the turn. */
  private interface Paso {
    Optional<Turnos.Turno> dar(Connection connection, ReporteTomado tomado) throws SQLException;
  }

  /** Does not wait for the pause after a call that was surely not processed. */
  public Movido reintentar(ServicioSat servicio, String radicado, Orden orden) throws SQLException {
    return mover(
        servicio,
        radicado,
        orden,
        "REINTENTO",
        detalle(),
        (connection, tomado) -> {
          if (!mover.apurar(connection, tomado)) {
            throw new Rechazo(
                Falla.CONFLICTO,
                "Solo se reintenta un reporte PENDIENTE que nada detiene; este está %s"
                    .formatted(situacion(tomado)));
          }
          return Optional.empty();
        });
  }

  /**
   * Sends a refused report again as it is: for what was mended elsewhere, at the Ministry or in a
   * catalogue.
   */
  public Movido reenviar(ServicioSat servicio, String radicado, Orden orden) throws SQLException {
    return mover(
        servicio,
        radicado,
        orden,
        "REENVIO",
        detalle(),
        (connection, tomado) -> {
          exigirContrato(tomado, mover.cuerpo(connection, tomado));
          return mover.mover(
              connection,
              tomado,
              Cambio.delOperador(EstadoReporte.PENDIENTE, Causa.REINTENTO_SIN_CAMBIO));
        });
  }

  /** Ends a report without sending it; local only, for SAT knows no annulment. */
  public Movido retirar(ServicioSat servicio, String radicado, Seguidor seguidor, Orden orden)
      throws SQLException {
    @Nullable String retencion = seguidor == Seguidor.RETENER ? "ANTERIOR_RETIRADO" : null;
    return mover(
        servicio,
        radicado,
        orden,
        "RETIRO",
        detalle().put("seguidor", seguidor.name()),
        (connection, tomado) ->
            mover.mover(
                connection,
                tomado,
                Cambio.delOperador(EstadoReporte.RETIRADO, Causa.RETIRO).reteniendo(retencion)));
  }

  /**
   * Says what became of a report that only a person can judge.
   *
   * @param estado ACEPTADO, GLOSADO, or PENDIENTE to send it again
   * @param codigo code the Ministry gave, if it gave one
   * @param evidencia what the decision rests on
   */
  public Movido decidir(
      ServicioSat servicio,
      String radicado,
      EstadoReporte estado,
      @Nullable String codigo,
      String evidencia,
      Orden orden)
      throws SQLException {
    Cambio cambio = Cambio.decision(estado, codigo);
    return mover(
        servicio,
        radicado,
        orden,
        "DECISION",
        detalle().put("estado", estado.name()).put("codigo", codigo).put("evidencia", evidencia),
        (connection, tomado) -> mover.mover(connection, tomado, cambio));
  }

  /** Lets a held report go: it is no duplicate, or may follow one that was withdrawn. */
  public Movido liberar(ServicioSat servicio, String radicado, Orden orden) throws SQLException {
    return mover(
        servicio,
        radicado,
        orden,
        "LIBERACION",
        detalle(),
        (connection, tomado) -> {
          if (tomado.retencion() == null || tomado.estado().esFinal()) {
            throw new Rechazo(
                Falla.CONFLICTO,
                "Nada que un operador deba levantar detiene este reporte; está %s"
                    .formatted(situacion(tomado)));
          }
          mover.liberar(connection, tomado);
          return Optional.empty();
        });
  }

  private Movido mover(
      ServicioSat servicio,
      String radicado,
      Orden orden,
      String accion,
      ObjectNode detalle,
      Paso paso)
      throws SQLException {
    Movido movido =
        database.transaction(
            connection -> {
              ReporteTomado tomado =
                  mover
                      .tomar(connection, servicio, radicado, null)
                      .orElseThrow(() -> noHay(servicio));
              Optional<Turnos.Turno> turno = paso.dar(connection, tomado);
              anotar(connection, tomado, orden, accion, detalle.deepCopy(), turno);
              return new Movido(turno);
            });
    signals.outbox();
    signals.corrections();
    return movido;
  }

  private static void anotar(
      Connection connection,
      ReporteTomado tomado,
      Orden orden,
      String accion,
      ObjectNode detalle,
      Optional<Turnos.Turno> turno)
      throws SQLException {
    detalle.put("estadoAnterior", tomado.estado().name());
    detalle.put("version", tomado.version());
    detalle.put("revisionAnterior", tomado.revision());
    turno.ifPresent(
        siguiente ->
            detalle
                .putObject("siguiente")
                .put("servicio", siguiente.servicio().nombre())
                .put("radicado", siguiente.radicado())
                .put("listo", siguiente.listo()));
    Auditoria.anotar(
        connection, new Asiento(orden.quien(), accion, tomado.objeto(), orden.motivo(), detalle));
  }

  /** A body that our own contract refuses would only come back, or worse, be taken. */
  private void exigirContrato(ReporteTomado tomado, byte[] cuerpo) {
    List<Glosa> glosas = glosas(tomado, cuerpo);
    if (!glosas.isEmpty()) {
      throw new Rechazo(
          Falla.CONFLICTO,
          "El reporte incumple su contrato y hay que corregirlo: "
              + glosas.stream()
                  .map(glosa -> glosa.campo() + " " + glosa.codigo())
                  .collect(Collectors.joining(", ")));
    }
  }

  private List<Glosa> glosas(ReporteTomado tomado, byte[] cuerpo) {
    byte[] evento =
        reconstruido.de(tomado.reporte(), cuerpo, Map.of(), "/sat-ccf/reenvio", "reenvio", null);
    Entrada entrada =
        reception.read(new Procedencia(Procedencia.OPERACIONES, 0, 0, evento, Map.of()));
    if (entrada instanceof Entrada.Reportable reportable) {
      return reportable.glosas();
    }
    throw new Rechazo(Falla.CONFLICTO, "El cuerpo guardado ya no se puede leer como reporte");
  }

  private static ObjectNode detalle() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static String situacion(ReporteTomado tomado) {
    return tomado.bloqueo() == null
        ? tomado.estado().name()
        : tomado.estado() + ", detenido por " + tomado.bloqueo();
  }

  private static Rechazo noHay(ServicioSat servicio) {
    return new Rechazo(
        Falla.NO_ENCONTRADO, "No hay reporte de %s con ese radicado".formatted(servicio.nombre()));
  }
}
