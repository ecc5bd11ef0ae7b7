package co.satccf.transmitter.intake;

import co.satccf.model.ServicioSat;
import co.satccf.model.evento.Motivo;
import co.satccf.stream.Batch;
import co.satccf.stream.BatchHandler;
import co.satccf.stream.Positions;
import co.satccf.stream.StalePositionException;
import co.satccf.transmitter.auditoria.Asiento;
import co.satccf.transmitter.correccion.CorreccionStatements;
import co.satccf.transmitter.movimientos.Supersesion;
import co.satccf.transmitter.reception.Entrada;
import co.satccf.transmitter.reception.Procedencia;
import co.satccf.transmitter.reception.Reception;
import co.satccf.transmitter.reception.RegistroGuardado;
import co.satccf.transmitter.resguardo.Resguardo;
import co.satccf.transmitter.store.Database;
import co.satccf.transmitter.store.Locks;
import co.satccf.transmitter.store.Signals;
import co.satccf.transmitter.trazas.Trazas;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/**
 * The way of a batch of events into the store: read and check outside, then one transaction for
 * offsets, reports, bodies, blocks, quarantine and outcomes (rules 9 to 11).
 */
@ApplicationScoped
public class Intake implements BatchHandler {

  private static final String TAKEN_MEANWHILE = "23505";
  private static final Logger LOG = Logger.getLogger(Intake.class);

  private final Reception reception;
  private final Database database;
  private final Resguardo resguardo;
  private final Instance<AlIncorporar> incorporation;
  private final Supersesion supersesion;
  private final Signals signals;
  private final MeterRegistry metrics;
  private final Trazas trazas;
  private final Clock clock;

  Intake(
      Reception reception,
      Database database,
      Resguardo resguardo,
      Instance<AlIncorporar> incorporation,
      Supersesion supersesion,
      Signals signals,
      MeterRegistry metrics,
      Trazas trazas,
      Clock clock) {
    this.reception = reception;
    this.database = database;
    this.resguardo = resguardo;
    this.incorporation = incorporation;
    this.supersesion = supersesion;
    this.signals = signals;
    this.metrics = metrics;
    this.trazas = trazas;
    this.clock = clock;
  }

  @Override
  public void store(Batch batch) throws SQLException, StalePositionException {
    Instant desde = clock.instant();
    // Most of the work of a batch is here, and one partition is read by one thread.
    List<Entrada> entradas = batch.records().parallelStream().map(reception::receive).toList();
    Set<ServicioSat> ready;
    try {
      ready = database.transaction(connection -> store(connection, batch, entradas));
    } catch (SQLException failure) {
      if (!TAKEN_MEANWHILE.equals(failure.getSQLState())) {
        throw failure;
      }
      // The same event or key came by another partition at the same moment: now it can be seen.
      ready = database.transaction(connection -> store(connection, batch, entradas));
    }
    ready.forEach(signals::work);
    signals.outbox();
    signals.wakeUps();
    signals.corrections();
    trazas.recibido(batch, desde);
  }

  private Set<ServicioSat> store(Connection connection, Batch batch, List<Entrada> entradas)
      throws SQLException, StalePositionException {
    Positions.avanzar(connection, batch);
    if (entradas.isEmpty()) {
      return Set.of();
    }
    lock(connection, entradas);
    Plan plan =
        Plan.de(
            entradas,
            ConocidoStatements.eventos(connection, entradas),
            ConocidoStatements.radicados(connection, entradas),
            resguardo::huella);
    Set<ServicioSat> ready = place(connection, plan);
    EnCuarentenaStatements.insertar(connection, plan.cuarentena(), resguardo);
    count(plan);
    return ready;
  }

  /**
   * Writes what the plan places; its quarantine is the caller's.
   *
   * @return SAT services that have something ready now
   */
  Set<ServicioSat> place(Connection connection, Plan plan) throws SQLException {
    InboxStatements.recordar(connection, plan);
    incorporate(connection, plan.incorporados());
    supersesion.alLlegar(connection, plan.estadosDePago());
    correct(connection, plan.correcciones());
    return NuevoReporteStatements.insertar(connection, plan.reportes());
  }

  private static void lock(Connection connection, List<Entrada> entradas) throws SQLException {
    List<Entrada.Reportable> reportables = de(Entrada.Reportable.class, entradas);
    List<UUID> llaves =
        new ArrayList<>(reportables.stream().map(Entrada.Reportable::llave).toList());
    llaves.addAll(CorreccionStatements.llaves(connection, de(Entrada.Correccion.class, entradas)));
    Locks.shared(
        connection,
        llaves,
        reportables.stream().map(Entrada.Reportable::empleador).toList(),
        de(Entrada.Incorporado.class, entradas).stream()
            .map(Entrada.Incorporado::empleador)
            .toList());
  }

  private static <E extends Entrada> List<E> de(Class<E> clase, List<Entrada> entradas) {
    return entradas.stream().filter(clase::isInstance).map(clase::cast).toList();
  }

  private void incorporate(Connection connection, List<Entrada.Incorporado> incorporados)
      throws SQLException {
    if (!incorporados.isEmpty()) {
      incorporation
          .get()
          .incorporados(
              connection,
              incorporados.stream()
                  .map(
                      i ->
                          new AlIncorporar.Incorporacion(
                              i.empleador(), i.evento().departamento(), i.evento().instante()))
                  .toList());
    }
  }

  /**
   * Corrections wait in their own table for whoever applies them, in the order of the topic;
   * meanwhile their reports are not claimed.
   */
  private void correct(Connection connection, List<Entrada.Correccion> correcciones)
      throws SQLException {
    if (correcciones.isEmpty()) {
      return;
    }
    for (Entrada.Correccion correccion : correcciones) {
      CorreccionStatements.insertar(
          connection,
          correccion,
          RegistroGuardado.de(correccion.procedencia(), resguardo),
          Asiento.ERP);
    }
    CorreccionStatements.retener(connection, correcciones);
  }

  @Override
  public void quarantine(Batch single, Exception cause)
      throws SQLException, StalePositionException {
    ConsumerRecord<byte[], byte[]> record = single.records().getFirst();
    Procedencia procedencia = Reception.procedencia(record);
    LOG.errorf(
        "event=intake_culprit record=%s cause=%s", procedencia, cause.getClass().getSimpleName());
    Motivo motivo =
        new Motivo(
            "NO_SE_PUDO_GUARDAR",
            "El almacén rechazó el evento: " + cause.getClass().getSimpleName());
    var culprit =
        new Plan.EnCuarentena(
            new Entrada.Implazable(procedencia, new byte[0], null, List.of(motivo)),
            List.of(motivo),
            false);
    database.transaction(
        connection -> {
          Positions.avanzar(connection, single);
          EnCuarentenaStatements.insertar(connection, List.of(culprit), resguardo);
          return true;
        });
    signals.outbox();
  }

  private void count(Plan plan) {
    Map<String, Integer> counts = new HashMap<>();
    counts.put("reporte", plan.reportes().size());
    counts.put(
        "repetido",
        plan.repetidos().values().stream().mapToInt(Integer::intValue).sum()
            + plan.otrosDelMismoHecho().size());
    counts.put("correccion", plan.correcciones().size());
    counts.put("cuarentena", plan.cuarentena().size());
    counts.put("incorporado", plan.incorporados().size());
    counts.forEach((destino, n) -> metrics.counter("sat.intake", "destino", destino).increment(n));
  }
}
