package co.satccf.transmitter.intake;

import co.satccf.model.ServicioSat;
import co.satccf.model.evento.Motivo;
import co.satccf.transmitter.correccion.CorreccionStatements;
import co.satccf.transmitter.reception.Entrada;
import co.satccf.transmitter.reception.Identidad;
import co.satccf.transmitter.reception.Procedencia;
import co.satccf.transmitter.reception.Radicado;
import co.satccf.transmitter.reception.Reception;
import co.satccf.transmitter.resguardo.Resguardo;
import co.satccf.transmitter.store.Locks;
import co.satccf.transmitter.store.Signals;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes a record in again that could not be placed before, by the very way of a record that comes
 * from its topic; no offset moves.
 */
@ApplicationScoped
public class Replay {

  private final Reception reception;
  private final Intake intake;
  private final Signals signals;
  private final Resguardo resguardo;

  Replay(Reception reception, Intake intake, Signals signals, Resguardo resguardo) {
    this.reception = reception;
    this.intake = intake;
    this.signals = signals;
    this.resguardo = resguardo;
  }

  /** What a replayed record became; the name is the column's. */
  public enum Desenlace {
    REPORTE,
    CORRECCION,
    REGISTRO,
    /** The same was taken in meanwhile by another way. */
    REPETIDO
  }

  /**
   * What came of a replay.
   *
   * @param desenlace null when the record still cannot be placed
   * @param servicio of the report, when it became one or corrects one
   * @param motivos why it cannot be placed; empty when it was
   */
  public record Resultado(
      @Nullable Desenlace desenlace,
      @Nullable ServicioSat servicio,
      @Nullable String radicado,
      List<Motivo> motivos,
      Set<ServicioSat> listos) {}

  /** Reads and checks the record as it would be now; needs no database. */
  public Entrada leer(Procedencia procedencia) {
    return reception.read(procedencia);
  }

  /**
   * Places the record in the caller's transaction.
   *
   * @param propia the identity that the inbox knows because of this very record, or null
   */
  public Resultado colocar(Connection connection, Entrada entrada, @Nullable Identidad propia)
      throws SQLException {
    lock(connection, entrada);
    List<Entrada> sola = List.of(entrada);
    Map<Identidad, byte[]> known = ConocidoStatements.eventos(connection, sola);
    boolean mine =
        propia != null && propia.equals(entrada.identidad()) && known.remove(propia) != null;
    Plan plan =
        Plan.de(sola, known, ConocidoStatements.radicados(connection, sola), resguardo::huella);
    if (!plan.cuarentena().isEmpty()) {
      return new Resultado(null, null, null, plan.cuarentena().getFirst().motivos(), Set.of());
    }
    if (!plan.repetidos().isEmpty()) {
      return resultado(Desenlace.REPETIDO, entrada, Set.of());
    }
    int repeticiones = mine && propia != null ? ReplayStatements.forget(connection, propia) : 0;
    Set<ServicioSat> listos = intake.place(connection, plan);
    if (mine && propia != null) {
      ReplayStatements.repeated(connection, propia, repeticiones);
    }
    return resultado(desenlace(plan), entrada, listos);
  }

  /** Wakes those who have work now; after the commit. */
  public void avisar(Resultado resultado) {
    resultado.listos().forEach(signals::work);
    signals.outbox();
    signals.wakeUps();
    signals.corrections();
  }

  /**
   * Exclusive where intake is shared: the topic's order is not behind this record, so another of
   * its key may be taken in at the same time.
   */
  private static void lock(Connection connection, Entrada entrada) throws SQLException {
    switch (entrada) {
      case Entrada.Reportable reportable ->
          Locks.turns(
              connection, List.of(reportable.llave()), List.of(reportable.empleador()), false);
      case Entrada.Correccion correccion ->
          Locks.turns(
              connection,
              CorreccionStatements.llaves(connection, List.of(correccion)),
              List.of(),
              false);
      case Entrada.Incorporado incorporado ->
          Locks.register(connection, List.of(incorporado.empleador()));
      case Entrada.Implazable _ -> {}
    }
  }

  private static Desenlace desenlace(Plan plan) {
    if (!plan.reportes().isEmpty()) {
      return Desenlace.REPORTE;
    }
    if (!plan.correcciones().isEmpty()) {
      return Desenlace.CORRECCION;
    }
    return plan.incorporados().isEmpty() ? Desenlace.REPETIDO : Desenlace.REGISTRO;
  }

  private static Resultado resultado(
      Desenlace desenlace, Entrada entrada, Set<ServicioSat> listos) {
    Radicado radicado =
        switch (entrada) {
          case Entrada.Reportable reportable -> reportable.radicado();
          case Entrada.Correccion correccion ->
              new Radicado(correccion.nueva().radicado().servicio(), correccion.original());
          case Entrada.Incorporado _, Entrada.Implazable _ -> null;
        };
    return radicado == null
        ? new Resultado(desenlace, null, null, List.of(), listos)
        : new Resultado(desenlace, radicado.servicio(), radicado.numero(), List.of(), listos);
  }
}
