package co.satccf.transmitter.dispatch;

import static co.satccf.model.ServicioSat.AFILIACION_PRIMERA_VEZ;
import static co.satccf.model.estado.EstadoReporte.ACEPTADO;
import static co.satccf.model.estado.EstadoReporte.EN_VUELO;
import static co.satccf.transmitter.Escenario.hasta;
import static org.assertj.core.api.Assertions.assertThat;

import co.satccf.model.respuesta.Veredicto;
import co.satccf.sandbox.ministerio.Fallas;
import co.satccf.sandbox.ministerio.Latencia;
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

  @Test
  void anAnswerThatCannotBeStoredKeepsNoOtherFromBeingStored() {
    // Given
    Hecho culprit = Hecho.primeraVez();
    escenario.ejecutar(
        """
        create function impedir() returns trigger language plpgsql as $$
        begin
          if exists (select from reporte where id = new.reporte and radicado = '%s') then
            raise exception 'not this one';
          end if;
          return new;
        end $$
        """
            .formatted(culprit.radicado()));
    escenario.ejecutar(
        "create trigger impedir before insert on intento for each row execute function impedir()");
    List<Hecho> others = Stream.generate(Hecho::primeraVez).limit(3).toList();
    try {
      // When
      escenario.ministerio().fallas(Fallas.conLatencia(Latencia.fija(700)));
      escenario.publicar(Stream.concat(others.stream(), Stream.of(culprit)).toList());
      // Then
      others.forEach(other -> escenario.espera(other, ACEPTADO));
      assertThat(escenario.espera(culprit, EN_VUELO).intento()).isOne();
    } finally {
      escenario.ejecutar("drop trigger impedir on intento");
      escenario.ejecutar("drop function impedir");
    }
    assertThat(escenario.espera(culprit, ACEPTADO).intento()).isOne();
    assertThat(escenario.libro(culprit)).hasSize(1);
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
