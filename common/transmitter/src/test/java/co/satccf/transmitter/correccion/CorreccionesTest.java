package co.satccf.transmitter.correccion;

import static co.satccf.model.ServicioSat.DESAFILIACION;
import static co.satccf.transmitter.Eventos.desafiliacion;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import co.satccf.model.estado.Bloqueo;
import co.satccf.model.estado.EstadoReporte;
import co.satccf.model.respuesta.Veredicto;
import co.satccf.transmitter.dispatch.Banco;
import co.satccf.transmitter.dispatch.ReporteReclamado;
import co.satccf.transmitter.store.Database;
import co.satccf.transmitter.store.Locks;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rule 12: what an event with {@code corrige} does, by the state of the report it names. */
@QuarkusTest
class CorreccionesTest {

  private static final Veredicto ACEPTADO = new Veredicto.Aceptado("200", "Recibido");
  private static final Veredicto GLOSA = new Veredicto.Glosado("GN03", "No cumple");

  private static final String R1 = "1001";
  private static final String R2 = "1002";
  private static final String R3 = "1003";
  private static final String R2_BIS = "1022";

  @Inject Banco banco;
  @Inject Database database;

  @BeforeEach
  void emptyStore() throws SQLException {
    banco.vaciar();
    banco.incorporar(1, 2);
  }

  @AfterEach
  void letGo() throws SQLException {
    banco.ejecutar("alter table cuerpo drop constraint if exists prueba");
    banco.soltar();
  }

  @Test
  void givesAPendingReportTheNewBodyInTheSamePlace() throws Exception {
    // Given
    banco.recibir(desafiliacion("e1", R1, 1, "2026-11-10"));
    // When
    banco.recibir(
        desafiliacion("e2", R1, 1, "2026-11-10")
            .con("pazYSalvo", "NO")
            .con("fechaPazYSalvo", "")
            .corrige(R1));
    // Then
    await().untilAsserted(() -> assertThat(banco.fila(DESAFILIACION, R1).version()).isEqualTo(2));
    assertThat(banco.fila(DESAFILIACION, R1))
        .isEqualTo(new Banco.Fila(EstadoReporte.PENDIENTE, null, 2, 2, true, null, null));
    assertThat(banco.cuerpo(DESAFILIACION, R1)).contains("\"pazSalvo\":\"NO\"");
    JsonNode resultado = banco.resultados(R1).getLast();
    assertThat(resultado.path("type").asText()).isEqualTo("co.satccf.resultado.corregido.v1");
    assertThat(resultado.path("eventoId").asText()).isEqualTo("e2");
    assertThat(resultado.path("version").asInt()).isEqualTo(2);
  }

  @Test
  void mendsAGlosadoReportAndItsFollowerStillWaitsBehindIt() throws Exception {
    // Given a report that breaks its contract, and one behind it
    banco.recibir(
        desafiliacion("e1", R1, 1, "2026-11-10").con("pazYSalvo", "TAL VEZ"),
        desafiliacion("e2", R2, 1, "2026-11-11"));
    assertThat(banco.fila(DESAFILIACION, R1).estado()).isEqualTo(EstadoReporte.GLOSADO);
    // When
    banco.recibir(desafiliacion("e3", R1, 1, "2026-11-10").corrige(R1));
    // Then
    await().untilAsserted(() -> assertThat(banco.fila(DESAFILIACION, R1).listo()).isTrue());
    assertThat(banco.fila(DESAFILIACION, R2).bloqueo()).isEqualTo(Bloqueo.REPORTE_ANTERIOR);
    // And it goes first
    banco.liquidar(banco.reclamarUno(DESAFILIACION), ACEPTADO);
    assertThat(banco.fila(DESAFILIACION, R1).estado()).isEqualTo(EstadoReporte.ACEPTADO);
    assertThat(banco.fila(DESAFILIACION, R2).listo()).isTrue();
  }

  @Test
  void storesACorrectionThatBreaksTheContractAsGlosado() throws Exception {
    banco.recibir(desafiliacion("e1", R1, 1, "2026-11-10"));
    banco.recibir(desafiliacion("e2", R1, 1, "2026-11-10").con("departamento", "00").corrige(R1));
    await()
        .untilAsserted(
            () ->
                assertThat(banco.fila(DESAFILIACION, R1).estado())
                    .isEqualTo(EstadoReporte.GLOSADO));
    assertThat(banco.fila(DESAFILIACION, R1).codigo()).isEqualTo("GE19");
    assertThat(banco.resultados(R1).getLast().path("glosas")).hasSize(1);
  }

  @Test
  void waitsForTheAnswerOfAReportInFlightAndIsAppliedWhenItIsRefused() throws Exception {
    // Given
    banco.recibir(desafiliacion("e1", R1, 1, "2026-11-10"));
    ReporteReclamado enVuelo = banco.reclamarUno(DESAFILIACION);
    // When
    banco.recibir(
        desafiliacion("e2", R1, 1, "2026-11-10")
            .con("pazYSalvo", "NO")
            .con("fechaPazYSalvo", "")
            .corrige(R1));
    // Then nothing changes before the answer
    await()
        .during(Duration.ofMillis(1_500))
        .until(() -> banco.fila(DESAFILIACION, R1).version() == 1);
    banco.liquidar(enVuelo, GLOSA);
    await().untilAsserted(() -> assertThat(banco.fila(DESAFILIACION, R1).listo()).isTrue());
    assertThat(banco.fila(DESAFILIACION, R1).version()).isEqualTo(2);
  }

  @Test
  void aReadyReportDoesNotGoWithItsOldBodyOnceItsCorrectionIsTakenIn() throws Exception {
    // Given a correction that nobody comes to apply: the key is held
    banco.recibir(desafiliacion("e1", R1, 1, "2026-11-10"));
    UUID llave = UUID.fromString(banco.valor("select llave from reporte"));
    database.transaction(
        connection -> {
          Locks.shared(connection, List.of(llave), List.of(), List.of());
          banco.recibir(
              desafiliacion("e2", R1, 1, "2026-11-10")
                  .con("fechaSolicitud", "2026-10-05")
                  .corrige(R1));
          // When, then
          assertThat(banco.reclamar(DESAFILIACION)).isEmpty();
          return true;
        });
    // And it goes with the new one
    await().untilAsserted(() -> assertThat(banco.fila(DESAFILIACION, R1).listo()).isTrue());
    assertThat(banco.cuerpo(banco.reclamarUno(DESAFILIACION))).contains("2026-10-05");
  }

  @Test
  void aReportThatWasSurelyNotProcessedDoesNotGoAgainWithItsOldBody() throws Exception {
    // Given a report in flight that a correction waits for
    banco.recibir(desafiliacion("e1", R1, 1, "2026-11-10"));
    ReporteReclamado enVuelo = banco.reclamarUno(DESAFILIACION);
    banco.recibir(
        desafiliacion("e2", R1, 1, "2026-11-10")
            .con("pazYSalvo", "NO")
            .con("fechaPazYSalvo", "")
            .corrige(R1));
    // When the Ministry could not be reached
    banco.liquidar(enVuelo, new Veredicto.Reintentable("CONEXION_RECHAZADA", null, false));
    // Then what is claimed next is the new body
    await().untilAsserted(() -> assertThat(banco.fila(DESAFILIACION, R1).listo()).isTrue());
    assertThat(banco.cuerpo(banco.reclamarUno(DESAFILIACION))).contains("\"pazSalvo\":\"NO\"");
  }

  @Test
  void goesToTheOperatorsTrayWhenTheReportWasAccepted() throws Exception {
    banco.recibir(desafiliacion("e1", R1, 1, "2026-11-10"));
    banco.liquidar(banco.reclamarUno(DESAFILIACION), ACEPTADO);
    banco.recibir(desafiliacion("e2", R1, 1, "2026-11-11").corrige(R1));
    await().untilAsserted(() -> assertThat(estadoDeLaCorreccion("e2")).isEqualTo("EN_BANDEJA"));
    assertThat(banco.fila(DESAFILIACION, R1).version()).isEqualTo(1);
  }

  @Test
  void isQuarantinedWhenTheReportWasWithdrawn() throws Exception {
    banco.recibir(desafiliacion("e1", R1, 1, "2026-11-10"));
    banco.ejecutar("update reporte set estado = 'RETIRADO', bloqueo = null");
    banco.recibir(desafiliacion("e2", R1, 1, "2026-11-11").corrige(R1));
    await().untilAsserted(() -> assertThat(estadoDeLaCorreccion("e2")).isEqualTo("RECHAZADA"));
    assertThat(banco.valor("select evento_id from cuarentena")).isEqualTo("e2");
  }

  @Test
  void waitsForAnOriginalThatWasNotYetSeen() throws Exception {
    // Given
    banco.recibir(
        desafiliacion("e2", R1, 1, "2026-11-10")
            .con("pazYSalvo", "NO")
            .con("fechaPazYSalvo", "")
            .corrige(R1));
    assertThat(banco.buscar(DESAFILIACION, R1)).isEmpty();
    // When
    banco.recibir(desafiliacion("e1", R1, 1, "2026-11-10"));
    // Then
    await().untilAsserted(() -> assertThat(banco.fila(DESAFILIACION, R1).version()).isEqualTo(2));
    assertThat(banco.cuerpo(DESAFILIACION, R1)).contains("\"pazSalvo\":\"NO\"");
  }

  @Test
  void movesTheReportToTheKeyOfItsTrueEmployerAndFreesTheOldOne() throws Exception {
    // Given two of employer 1 in a row, and one of employer 2
    banco.recibir(
        desafiliacion("e1", R1, 1, "2026-11-10"),
        desafiliacion("e2", R2, 1, "2026-11-11"),
        desafiliacion("e3", R3, 2, "2026-11-12"));
    // When the first turns out to be of employer 2
    banco.recibir(desafiliacion("e4", R1, 2, "2026-11-10").corrige(R1));
    // Then
    await().untilAsserted(() -> assertThat(banco.fila(DESAFILIACION, R1).version()).isEqualTo(2));
    assertThat(banco.fila(DESAFILIACION, R1).bloqueo()).isEqualTo(Bloqueo.REPORTE_ANTERIOR);
    assertThat(banco.fila(DESAFILIACION, R2).listo()).isTrue();
    assertThat(banco.fila(DESAFILIACION, R3).listo()).isTrue();
  }

  @Test
  void aNewRadicadoMakesTheOldOneSustituidoAndInheritsItsPlace() throws Exception {
    // Given three in a row, the first in flight
    banco.recibir(
        desafiliacion("e1", R1, 1, "2026-11-10"),
        desafiliacion("e2", R2, 1, "2026-11-11"),
        desafiliacion("e3", R3, 1, "2026-11-12"));
    ReporteReclamado primero = banco.reclamarUno(DESAFILIACION);
    // When the second gets a new radicado
    banco.recibir(desafiliacion("e4", R2_BIS, 1, "2026-11-11").corrige(R2));
    await().untilAsserted(() -> assertThat(banco.buscar(DESAFILIACION, R2_BIS)).isPresent());
    // Then the old one is over and the new one goes before the third
    assertThat(banco.fila(DESAFILIACION, R2).estado()).isEqualTo(EstadoReporte.SUSTITUIDO);
    assertThat(banco.resultados(R2).getLast().path("type").asText())
        .isEqualTo("co.satccf.resultado.sustituido.v1");
    banco.liquidar(primero, ACEPTADO);
    List<ReporteReclamado> siguientes = banco.reclamar(DESAFILIACION);
    assertThat(siguientes).extracting(r -> r.reporte().radicado()).containsExactly(R2_BIS);
    banco.liquidar(siguientes.getFirst(), ACEPTADO);
    assertThat(banco.fila(DESAFILIACION, R3).listo()).isTrue();
  }

  @Test
  void theSameCorrectionTwiceIsARepeat() throws Exception {
    banco.recibir(desafiliacion("e1", R1, 1, "2026-11-10"));
    for (int i = 0; i < 2; i++) {
      banco.recibir(
          desafiliacion("e2", R1, 1, "2026-11-10")
              .con("pazYSalvo", "NO")
              .con("fechaPazYSalvo", "")
              .corrige(R1));
    }
    await().untilAsserted(() -> assertThat(banco.fila(DESAFILIACION, R1).version()).isEqualTo(2));
    assertThat(banco.valor("select repeticiones from evento where id = 'e2'")).isEqualTo("1");
    assertThat(banco.valor("select count(*) from correccion")).isEqualTo("1");
  }

  @Test
  void oneThatTheStoreRefusesHoldsUpNoOther() throws Exception {
    // Given a store that refuses the body of one, and a good one behind it
    banco.recibir(
        desafiliacion("e1", R1, 1, "2026-11-10"), desafiliacion("e2", R2, 2, "2026-11-11"));
    banco.ejecutar("alter table cuerpo add constraint prueba check (evento_id <> 'e3')");
    // When
    banco.recibir(
        desafiliacion("e3", R1, 1, "2026-11-10").corrige(R1),
        desafiliacion("e4", R2, 2, "2026-11-12").corrige(R2));
    // Then
    await().untilAsserted(() -> assertThat(estadoDeLaCorreccion("e4")).isEqualTo("APLICADA"));
    assertThat(estadoDeLaCorreccion("e3")).isEqualTo("EN_BANDEJA");
    assertThat(banco.fila(DESAFILIACION, R1).listo()).isTrue();
  }

  private String estadoDeLaCorreccion(String evento) throws SQLException {
    return banco.valor("select estado from correccion where evento_id = ?", evento);
  }
}
