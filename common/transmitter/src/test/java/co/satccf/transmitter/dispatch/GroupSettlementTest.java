package co.satccf.transmitter.dispatch;

import static co.satccf.model.ServicioSat.AFILIACION_PRIMERA_VEZ;
import static co.satccf.model.estado.EstadoReporte.ACEPTADO;
import static co.satccf.model.estado.EstadoReporte.EN_VUELO;
import static co.satccf.transmitter.Escenario.hasta;
import static org.assertj.core.api.Assertions.assertThat;

import co.satccf.model.respuesta.Veredicto;
import co.satccf.transmitter.Escenario;
import co.satccf.transmitter.Hecho;
import co.satccf.transmitter.Recorridos;
import co.satccf.transmitter.store.Database;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many answers in one transaction. */
@QuarkusTest
class GroupSettlementTest {

  private static final int ANSWERS = 30;

  /** More than the driver sends before it has the server keep a plan. */
  private static final int PLANNED_AFTER = 12;

  @Inject Escenario escenario;
  @Inject Banco banco;
  @Inject Database database;
  @Inject GroupSettlement groupSettlement;

  @BeforeEach
  void empezar() {
    escenario.empezar();
  }

  @AfterEach
  void terminar() {
    escenario.terminar();
  }

  @Test
  void answersThatComeWhileOthersAreStoredShareTheNextTransaction() throws Exception {
    // Given
    escenario.detener();
    escenario.publicar(Stream.generate(Hecho::primeraVez).limit(ANSWERS).toList());
    hasta(() -> assertThat(escenario.numero("select count(*) from reporte")).isEqualTo(ANSWERS));
    List<ReporteReclamado> claimed = banco.reclamar(AFILIACION_PRIMERA_VEZ);
    List<Future<Void>> stored;
    try (ExecutorService answering = Executors.newVirtualThreadPerTaskExecutor()) {
      // When the first cannot be stored before the others have come
      stored =
          database.transaction(
              connection -> {
                connection.createStatement().execute("select from reporte for update");
                List<Future<Void>> waiting =
                    claimed.stream().map(report -> answer(answering, report)).toList();
                hasta(() -> assertThat(groupSettlement.unstored()).isEqualTo(ANSWERS));
                return waiting;
              });
    }
    // Then
    assertThat(stored).allMatch(future -> future.state() == Future.State.SUCCESS);
    assertThat(escenario.cuantos(AFILIACION_PRIMERA_VEZ, ACEPTADO)).isEqualTo(ANSWERS);
    assertThat(escenario.numero("select count(distinct instante) from intento"))
        .as("transactions")
        .isBetween(1L, 4L);
  }

  @Test
  void findsReportsByTheirIdsWhateverThePlannerThinksOfTheTable() throws Exception {
    // Given
    publishBehindABacklog();
    List<Desenlace> answers =
        banco.reclamar(AFILIACION_PRIMERA_VEZ).stream()
            .map(report -> banco.desenlace(report, new Veredicto.Aceptado("200", "Recibido")))
            .toList();
    // When
    Set<String> used =
        database.transaction(
            connection ->
                Recorridos.de(connection, () -> SettlementStatements.settle(connection, answers)));
    // Then
    assertThat(used).containsExactly("reporte_pkey");
  }

  @Test
  void claimsTheFirstOfTheQueueWhateverThePlannerThinksOfTheTable() throws Exception {
    // Given a connection that has planned its claims before there were reports
    Set<String> used;
    try (Connection connection = database.dataSource().getConnection()) {
      connection.setAutoCommit(false);
      for (int i = 0; i < PLANNED_AFTER; i++) {
        claim(connection);
        connection.commit();
      }
      publishBehindABacklog();
      // When
      used = Recorridos.de(connection, () -> claim(connection));
      connection.commit();
    }
    // Then
    assertThat(used).containsExactlyInAnyOrder("reporte_listo", "reporte_pkey");
    assertThat(escenario.cuantos(AFILIACION_PRIMERA_VEZ, EN_VUELO)).isEqualTo(ANSWERS);
  }

  private static void claim(Connection connection) throws SQLException {
    DispatchStatements.lock(connection, AFILIACION_PRIMERA_VEZ);
    DispatchStatements.claim(
        connection, AFILIACION_PRIMERA_VEZ, List.of(4), ANSWERS, Duration.ofMinutes(1));
  }

  /** With statistics of before the backlog came. */
  private void publishBehindABacklog() {
    escenario.detener();
    escenario.ejecutar("analyze reporte");
    escenario.ejecutar(
        """
        insert into reporte (servicio, radicado, llave, empleador, tipo_rezago, estado, bloqueo, instante_evento)
        select 'Desafiliacion', 'R' || i, md5(i::text)::uuid, 'k1:' || i, 4, 'PENDIENTE', 'EMPLEADOR_NO_INCORPORADO', now()
        from generate_series(1, 20000) i
        """);
    escenario.publicar(Stream.generate(Hecho::primeraVez).limit(ANSWERS).toList());
    hasta(
        () ->
            assertThat(
                    escenario.numero(
                        "select count(*) from reporte where servicio = 'AfiliacionPrimeraVez'"))
                .isEqualTo(ANSWERS));
  }

  private Future<Void> answer(ExecutorService answering, ReporteReclamado report) {
    return answering.submit(
        () -> {
          groupSettlement.settle(
              banco.desenlace(report, new Veredicto.Aceptado("200", "Recibido")));
          return null;
        });
  }
}
