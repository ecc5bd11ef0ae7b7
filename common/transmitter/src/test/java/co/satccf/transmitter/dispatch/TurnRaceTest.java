package co.satccf.transmitter.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import co.satccf.model.ServicioSat;
import co.satccf.model.referencia.Referencias;
import co.satccf.model.respuesta.Veredicto;
import co.satccf.stream.Batch;
import co.satccf.stream.Range;
import co.satccf.transmitter.Eventos;
import co.satccf.transmitter.Eventos.Evento;
import co.satccf.transmitter.config.Esperas;
import co.satccf.transmitter.intake.Intake;
import co.satccf.transmitter.store.Database;
import co.satccf.transmitter.sweep.Sweeper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Rules 1 and 2: followers arrive while their predecessors settle; none is stuck, none overtakes,
 * none goes twice.
 */
@QuarkusTest
class TurnRaceTest {

  private static final ServicioSat SERVICIO = ServicioSat.DESAFILIACION;
  private static final String TOPIC = "sat.carrera";
  private static final int PARTITIONS = 4;
  private static final int EMPLOYERS = 40;
  private static final int ROUNDS = 60;
  private static final int TOTAL = EMPLOYERS * ROUNDS;

  @Inject Intake intake;
  @Inject Settlement settlement;
  @Inject Esperas esperas;
  @Inject Sweeper sweeper;
  @Inject Database database;
  @Inject Referencias referencias;

  private final Map<UUID, List<Long>> settled = new ConcurrentHashMap<>();
  private final AtomicInteger accepted = new AtomicInteger();

  @BeforeEach
  void onlyThisTestClaims() throws SQLException {
    execute(
        "truncate reporte, cuerpo, intento, evento, cuarentena, salida, empleador_sat, despertar");
    execute("delete from posicion where topico = '" + TOPIC + "'");
    execute("update despacho set pausado = true");
    for (int employer = 0; employer < EMPLOYERS; employer++) {
      String reference = referencias.empleador("NI", Eventos.nit(employer), "0");
      execute(
          "insert into empleador_sat values ('" + reference + "', '05', 'INCORPORADO', 1, now())");
    }
  }

  @AfterEach
  void leaveNothing() throws SQLException {
    execute(
        "truncate reporte, cuerpo, intento, evento, cuarentena, salida, empleador_sat, despertar");
    execute("update despacho set pausado = false");
  }

  @Test
  void followersThatArriveWhileTheirPredecessorsSettleAreNeitherStuckNorDoubled() throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> running = new ArrayList<>();
      // When four partitions are taken in and six claimers settle at the same time
      for (int partition = 0; partition < PARTITIONS; partition++) {
        int mine = partition;
        running.add(threads.submit(() -> takeIn(mine)));
      }
      for (int claimer = 0; claimer < 6; claimer++) {
        running.add(threads.submit(this::claimAndSettle));
      }
      for (Future<?> task : running) {
        task.get();
      }
    }
    // Then every report was settled once, in the order of its key, and nobody had to be mended
    assertThat(accepted).hasValue(TOTAL);
    assertThat(settled).hasSize(EMPLOYERS);
    assertThat(settled.values())
        .allSatisfy(ids -> assertThat(ids).hasSize(ROUNDS).isSorted().doesNotHaveDuplicates());
    assertThat(sweeper.sweep()).isZero();
  }

  private Void takeIn(int partition) throws Exception {
    long offset = 0;
    for (int round = 0; round < ROUNDS; round++) {
      List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
      for (int employer = partition; employer < EMPLOYERS; employer += PARTITIONS) {
        byte[] event = event(employer, round).getBytes(StandardCharsets.UTF_8);
        records.add(
            new ConsumerRecord<>(TOPIC, partition, offset + records.size(), new byte[0], event));
      }
      Range range = new Range(offset, offset + records.size());
      intake.store(new Batch(records, Map.of(new TopicPartition(TOPIC, partition), range)));
      offset = range.siguiente();
    }
    return null;
  }

  private Void claimAndSettle() throws SQLException {
    Instant deadline = Instant.now().plusSeconds(60);
    while (accepted.get() < TOTAL && Instant.now().isBefore(deadline)) {
      List<ReporteReclamado> claimed =
          database.transaction(
              connection -> {
                DispatchStatements.lock(connection, SERVICIO);
                return DispatchStatements.claim(
                    connection, SERVICIO, List.of(4), 8, Duration.ofMinutes(1));
              });
      settle(claimed);
    }
    return null;
  }

  private void settle(List<ReporteReclamado> reports) throws SQLException {
    // Noted before the settlement: a follower that overtook would stand before its predecessor.
    reports.forEach(
        report ->
            settled
                .computeIfAbsent(report.reporte().llave(), key -> new CopyOnWriteArrayList<>())
                .add(report.id()));
    settlement.settle(reports.stream().map(this::aceptado).toList());
    accepted.addAndGet(reports.size());
  }

  private Desenlace aceptado(ReporteReclamado report) {
    return new Desenlace(
        report,
        Liquidacion.de(new Veredicto.Aceptado("200", "Recibido"), report, esperas),
        new Respuesta("ACEPTADO", 200, null, Duration.ZERO, data -> {}));
  }

  private static String event(int employer, int round) {
    String radicado = String.valueOf(1_000_000L * (employer + 1) + round);
    // Each round states a fact of its own.
    String fecha = LocalDate.of(2026, 1, 1).plusDays(round).toString();
    Evento evento = Eventos.desafiliacion("carrera-" + radicado, radicado, employer, fecha);
    return new String(evento.bytes(), StandardCharsets.UTF_8);
  }

  private void execute(String sql) throws SQLException {
    database.transaction(
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(sql)) {
            return statement.execute();
          }
        });
  }
}
