package co.satccf.transmitter.dispatch;

import static co.satccf.model.ServicioSat.AFILIACION_PRIMERA_VEZ;
import static co.satccf.model.estado.EstadoReporte.ACEPTADO;
import static co.satccf.transmitter.Escenario.hasta;
import static org.assertj.core.api.Assertions.assertThat;

import co.satccf.model.respuesta.Veredicto;
import co.satccf.transmitter.Escenario;
import co.satccf.transmitter.Hecho;
import co.satccf.transmitter.store.Database;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
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
        .isBetween(1L, 2L);
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
