package co.satccf.transmitter.movimientos;

import co.satccf.model.ServicioSat;
import co.satccf.model.cifrado.NoDescifrableException;
import co.satccf.model.estado.Bloqueo;
import co.satccf.model.estado.Causa;
import co.satccf.model.estado.EstadoReporte;
import co.satccf.model.estado.Movimiento;
import co.satccf.model.estado.Movimientos;
import co.satccf.transmitter.config.Esperas;
import co.satccf.transmitter.familia.AlLiquidar;
import co.satccf.transmitter.familia.FamiliaDeServicios;
import co.satccf.transmitter.outbox.OutboxStatements;
import co.satccf.transmitter.outbox.Resultado;
import co.satccf.transmitter.outbox.TipoResultado;
import co.satccf.transmitter.problem.MovimientoIlegal;
import co.satccf.transmitter.problem.Rechazo;
import co.satccf.transmitter.reception.Entrada;
import co.satccf.transmitter.resguardo.Lugar;
import co.satccf.transmitter.resguardo.Resguardo;
import co.satccf.transmitter.store.Locks;
import co.satccf.transmitter.store.ReporteIdentificado;
import co.satccf.transmitter.store.Signals;
import co.satccf.transmitter.store.Topicos;
import co.satccf.transmitter.store.Turnos;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Every move of a report that is not an answer of the Ministry: checked against the table of legal
 * moves, then state, body, outcome, consequences and next turn in the caller's transaction (rules
 * 1, 2, 12 and 13).
 */
@ApplicationScoped
public class Mover {

  private static final byte[] NADA = {};

  private final FamiliaDeServicios familia;
  private final Instance<AlLiquidar> consequence;
  private final Supersesion supersesion;
  private final Esperas esperas;
  private final Signals signals;
  private final Resguardo resguardo;

  Mover(
      FamiliaDeServicios familia,
      Instance<AlLiquidar> consequence,
      Supersesion supersesion,
      Esperas esperas,
      Signals signals,
      Resguardo resguardo) {
    this.familia = familia;
    this.consequence = consequence;
    this.supersesion = supersesion;
    this.esperas = esperas;
    this.signals = signals;
    this.resguardo = resguardo;
  }

  /**
   * Locks a report's key, the keys and employers it may move to, and its row.
   *
   * @param nueva the facts it is to have, or null when it keeps its own
   * @return empty when there is no such report
   */
  public Optional<ReporteTomado> tomar(
      Connection connection,
      ServicioSat servicio,
      String radicado,
      Entrada.@Nullable Reportable nueva)
      throws SQLException {
    Optional<LecturaStatements.Lugar> visto =
        LecturaStatements.lugar(connection, servicio, radicado);
    if (visto.isEmpty()) {
      return Optional.empty();
    }
    Set<UUID> llaves = new HashSet<>(Set.of(visto.get().llave()));
    Set<String> empleadores = new HashSet<>(Set.of(visto.get().empleador()));
    if (nueva != null) {
      llaves.add(nueva.llave());
      empleadores.add(nueva.empleador());
    }
    Locks.turns(connection, llaves, empleadores, consequence.isResolvable());
    Optional<ReporteTomado> tomado = LecturaStatements.tomar(connection, servicio, radicado);
    if (tomado.isEmpty() || !llaves.contains(tomado.get().reporte().llave())) {
      throw new MovidoMientrasTanto("reporte/" + servicio.nombre() + "/" + radicado);
    }
    return tomado;
  }

  /**
   * Locks the row of a report for a caller that holds keys, and may wait for no other one now.
   *
   * @throws MovidoMientrasTanto when its key is not among them: at the next try it is
   */
  public Optional<ReporteTomado> tomarCon(
      Connection connection, ServicioSat servicio, String radicado, Llaves llaves)
      throws SQLException {
    Optional<LecturaStatements.Lugar> lugar =
        LecturaStatements.lugar(connection, servicio, radicado);
    if (lugar.isPresent() && !llaves.tiene(lugar.get())) {
      throw new MovidoMientrasTanto("reporte/" + servicio.nombre() + "/" + radicado);
    }
    return LecturaStatements.tomar(connection, servicio, radicado);
  }

  /** A report as it is now, locked by nothing: to be taken before it is moved. */
  public Optional<ReporteTomado> mirar(Connection connection, ServicioSat servicio, String radicado)
      throws SQLException {
    return LecturaStatements.mirar(connection, servicio, radicado);
  }

  /**
   * A correction changed the report's key between the look and the lock; the transaction is tried
   * again, as after a serialization failure.
   */
  public static final class MovidoMientrasTanto extends SQLException {
    private static final long serialVersionUID = 1L;

    MovidoMientrasTanto(String objeto) {
      super(objeto + " got another key meanwhile", "40001");
    }
  }

  /**
   * Moves a report that keeps its body.
   *
   * @return who got the turn, when the report ended
   * @throws MovimientoIlegal when the table has no such move
   */
  public Optional<Turnos.Turno> mover(Connection connection, ReporteTomado tomado, Cambio cambio)
      throws SQLException {
    exigirLegal(tomado, cambio);
    @Nullable Bloqueo bloqueo = MovimientoStatements.mover(connection, tomado, cambio);
    comunicar(connection, tomado, cambio, bloqueo);
    if (supersesion.alVolver(connection, tomado.reporte(), cambio.estado())) {
      return cederTurno(connection, tomado, null);
    }
    if (!cambio.estado().esFinal()) {
      listo(tomado.reporte().servicio(), cambio.estado(), bloqueo);
      return Optional.empty();
    }
    if (consequence.isResolvable()) {
      consequence.get().liquidado(connection, tomado.reporte(), cambio.estado());
    }
    return cederTurno(connection, tomado, cambio.retiene());
  }

  /**
   * Gives a report the body of {@code nueva} in the same place, as its next version. The caller
   * lets it go once no other correction waits.
   */
  public void corregir(Connection connection, ReporteTomado tomado, Entrada.Reportable nueva)
      throws SQLException {
    Cambio cambio = Cambio.correccion(nueva.glosas());
    exigirLegal(tomado, cambio);
    int version = tomado.version() + 1;
    sustituirEnLlaveNueva(connection, tomado, nueva);
    @Nullable Bloqueo bloqueo = MovimientoStatements.corregir(connection, tomado, cambio, nueva);
    VersionStatements.insertarCuerpo(
        connection,
        tomado.id(),
        version,
        resguardo.cerrar(
            nueva.cuerpo().claro(),
            Lugar.cuerpo(tomado.reporte().servicio(), tomado.reporte().radicado(), version)),
        nueva);
    VersionStatements.insertarGlosas(connection, tomado.id(), version, nueva.glosas());
    ReporteIdentificado futuro = MovimientoStatements.futuro(tomado.reporte(), nueva);
    comunicar(
        connection,
        futuro,
        nueva.cuerpo().claro(),
        situacion(cambio, bloqueo, tomado.intento(), version),
        cambio.comunica(),
        tomado.revision() + 1);
    ocupar(connection, tomado, futuro, cambio.estado(), bloqueo);
  }

  /**
   * Ends a report and puts {@code nueva}, under its own radicado, in its place. The caller lets it
   * go once no other correction waits.
   */
  public void suceder(Connection connection, ReporteTomado tomado, Entrada.Reportable nueva)
      throws SQLException {
    Cambio fin = Cambio.sustitucion(Causa.RADICADO_NUEVO);
    exigirLegal(tomado, fin);
    MovimientoStatements.mover(connection, tomado, fin);
    comunicar(connection, tomado, fin, null);
    Cambio cambio = Cambio.correccion(nueva.glosas());
    sustituirEnLlaveNueva(connection, tomado, nueva);
    MovimientoStatements.Insertado insertado =
        MovimientoStatements.suceder(connection, tomado, cambio, nueva);
    VersionStatements.insertarCuerpo(
        connection, insertado.id(), 1, nueva.cuerpo().primero(), nueva);
    VersionStatements.insertarGlosas(connection, insertado.id(), 1, nueva.glosas());
    ReporteIdentificado futuro =
        MovimientoStatements.futuro(tomado.reporte(), nueva)
            .conIdentidad(insertado.id(), insertado.recibido());
    comunicar(
        connection,
        futuro,
        nueva.cuerpo().claro(),
        situacion(cambio, insertado.bloqueo(), 0, 1),
        cambio.comunica(),
        1);
    ocupar(connection, tomado, futuro, cambio.estado(), insertado.bloqueo());
  }

  /** Under another employer a payment state is as one that arrives there (rule 13). */
  private void sustituirEnLlaveNueva(
      Connection connection, ReporteTomado tomado, Entrada.Reportable nueva) throws SQLException {
    ReporteIdentificado antes = tomado.reporte();
    if (antes.servicio() == ServicioSat.ESTADO_PAGO_EMPLEADOR
        && !antes.llave().equals(nueva.llave())) {
      supersesion.alLlegar(connection, Map.of(nueva.llave(), antes.instanteEvento()));
    }
  }

  /** Settles the turns of the key that a corrected report left and of the one where it is now. */
  private void ocupar(
      Connection connection,
      ReporteTomado antes,
      ReporteIdentificado ahora,
      EstadoReporte estado,
      @Nullable Bloqueo bloqueo)
      throws SQLException {
    if (!ahora.llave().equals(antes.reporte().llave())) {
      cederTurno(connection, antes, null);
    }
    if (!supersesion.alVolver(connection, ahora, estado)) {
      listo(ahora.servicio(), estado, bloqueo);
    } else if (bloqueo != Bloqueo.REPORTE_ANTERIOR) {
      cederTurno(connection, ahora.llave(), null);
    }
  }

  /** Lifts what an operator had to lift; of a refused report the ERP has nothing new to learn. */
  public @Nullable Bloqueo liberar(Connection connection, ReporteTomado tomado)
      throws SQLException {
    @Nullable Bloqueo bloqueo = RetencionStatements.liberar(connection, tomado, esperas.incierto());
    if (tomado.estado() == EstadoReporte.PENDIENTE) {
      comunicar(
          connection,
          tomado,
          Cambio.delOperador(tomado.estado(), Causa.DECISION_DEL_OPERADOR),
          bloqueo);
    }
    listo(tomado.reporte().servicio(), tomado.estado(), bloqueo);
    return bloqueo;
  }

  /**
   * Holds one that is to be sent, or to be sent again, until a person releases or withdraws it:
   * perhaps the Ministry has it already.
   */
  public void retener(Connection connection, ReporteTomado tomado, Cambio porque)
      throws SQLException {
    Optional<RetencionStatements.Retenido> retenido =
        RetencionStatements.retener(connection, tomado);
    if (retenido.isPresent() && tomado.estado() == EstadoReporte.PENDIENTE) {
      comunicar(connection, tomado, porque.enEspera(tomado.estado()), retenido.get().bloqueo());
    }
  }

  /** The radicado that took the place of this one by a correction, or by several. */
  public Optional<String> sucesor(Connection connection, ServicioSat servicio, String radicado)
      throws SQLException {
    return LecturaStatements.sucesor(connection, servicio, radicado);
  }

  /** Lets a report go that waits for nothing but its time; false when it waits for more. */
  public boolean apurar(Connection connection, ReporteTomado tomado) throws SQLException {
    boolean apurado = RetencionStatements.apurar(connection, tomado);
    signals.work(tomado.reporte().servicio());
    return apurado;
  }

  /**
   * The body a report has now, as it is sent.
   *
   * @throws Rechazo when it cannot be opened
   */
  public byte[] cuerpo(Connection connection, ReporteTomado tomado) throws SQLException {
    ReporteIdentificado reporte = tomado.reporte();
    try {
      return resguardo.abrir(
          LecturaStatements.cuerpo(connection, tomado),
          Lugar.cuerpo(reporte.servicio(), reporte.radicado(), tomado.version()));
    } catch (NoDescifrableException closed) {
      throw Resguardo.cerrado(closed);
    }
  }

  /** Whether the table of legal moves has this one. */
  public static boolean legal(ReporteTomado tomado, Cambio cambio) {
    return Movimientos.todos()
        .contains(new Movimiento(tomado.estado(), cambio.estado(), cambio.causa()));
  }

  private static void exigirLegal(ReporteTomado tomado, Cambio cambio) {
    if (!legal(tomado, cambio)) {
      throw new MovimientoIlegal(tomado.estado(), cambio.estado(), cambio.causa());
    }
  }

  private Optional<Turnos.Turno> cederTurno(
      Connection connection, ReporteTomado tomado, @Nullable String retencion) throws SQLException {
    if (!tomado.enTurno()) {
      if (retencion != null) {
        Turnos.retenerSeguidor(connection, tomado.id(), retencion);
      }
      return Optional.empty();
    }
    return cederTurno(connection, tomado.reporte().llave(), retencion);
  }

  private Optional<Turnos.Turno> cederTurno(
      Connection connection, UUID llave, @Nullable String retencion) throws SQLException {
    Optional<Turnos.Turno> turno = Turnos.siguiente(connection, llave, retencion);
    turno.filter(Turnos.Turno::listo).map(Turnos.Turno::servicio).ifPresent(signals::work);
    return turno;
  }

  /** Too early is harmless: the transaction ends soon, and dispatchers poll as well. */
  private void listo(ServicioSat servicio, EstadoReporte estado, @Nullable Bloqueo bloqueo) {
    if (estado == EstadoReporte.PENDIENTE && bloqueo == null) {
      signals.work(servicio);
    }
  }

  private Resultado.Situacion situacion(
      Cambio cambio, @Nullable Bloqueo bloqueo, int intento, int version) {
    return new Resultado.Situacion(
        cambio.estado(),
        bloqueo,
        cambio.origen(),
        cambio.codigo(),
        cambio.mensaje(),
        cambio.glosas(),
        intento,
        version);
  }

  /** A body that does not open must not keep anybody from withdrawing its report. */
  private boolean adorna(ReporteTomado tomado, Cambio cambio) {
    return familia.adorna(tomado.reporte().servicio())
        && (cambio.estado() == EstadoReporte.ACEPTADO
            || cambio.estado() == EstadoReporte.ACEPTADO_CON_ALERTA);
  }

  private void comunicar(
      Connection connection, ReporteTomado tomado, Cambio cambio, @Nullable Bloqueo bloqueo)
      throws SQLException {
    comunicar(
        connection,
        tomado.reporte(),
        adorna(tomado, cambio) ? cuerpo(connection, tomado) : NADA,
        situacion(cambio, bloqueo, tomado.intento(), tomado.version()),
        cambio.comunica(),
        tomado.revision() + 1);
  }

  private void comunicar(
      Connection connection,
      ReporteIdentificado reporte,
      byte[] cuerpo,
      Resultado.Situacion situacion,
      TipoResultado tipo,
      int revision)
      throws SQLException {
    ObjectNode data = Resultado.de(reporte, situacion);
    data.put("revision", revision);
    familia.adornar(reporte, cuerpo, data);
    OutboxStatements.insert(
        connection,
        List.of(
            new OutboxStatements.Message(
                reporte.servicio().nombre(),
                reporte.radicado(),
                tipo.tipoEvento(),
                data,
                Topicos.RESULTADOS,
                reporte.llave().toString())));
    signals.outbox();
  }
}
