package co.satccf.transmitter.movimientos;

import static co.satccf.model.ServicioSat.DESAFILIACION;
import static co.satccf.transmitter.Escenario.hasta;
import static co.satccf.transmitter.Eventos.desafiliacion;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import co.satccf.model.estado.Bloqueo;
import co.satccf.model.estado.Causa;
import co.satccf.model.estado.EstadoReporte;
import co.satccf.model.estado.Movimiento;
import co.satccf.model.estado.Movimientos;
import co.satccf.model.respuesta.Veredicto;
import co.satccf.transmitter.decision.Decisiones;
import co.satccf.transmitter.decision.Orden;
import co.satccf.transmitter.decision.Seguidor;
import co.satccf.transmitter.dispatch.Banco;
import co.satccf.transmitter.store.Database;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** GN02 goes again after an hour, twice, by the configuration of these tests. */
@QuarkusTest
class ReenviosProgramadosTest {

  private static final Orden ORDEN = new Orden("Ana Operadora", "caso 7");
  private static final Veredicto NO_EXISTE = new Veredicto.Glosado("GN02", "No existe");
  private static final String R1 = "1001";
  private static final String R2 = "1002";

  @Inject Banco banco;
  @Inject Decisiones decisiones;
  @Inject ReenviosProgramados reenvios;
  @Inject Database database;

  @BeforeEach
  void emptyStore() throws SQLException {
    banco.vaciar();
    // Open for people, and no dispatcher claims.
    banco.ejecutar(
        """
        update despacho set pausado = false, puerta = 'PRUEBA', puerta_hasta = now() + interval '1 hour'
        where servicio = 'Desafiliacion'
        """);
    banco.incorporar(1);
  }

  @AfterEach
  void letGo() throws SQLException {
    banco.ejecutar("update despacho set puerta = null, puerta_hasta = null");
    banco.soltar();
  }

  @Test
  void showsWhenItGoesAgainAndHoldsItsFollowerUntilThen() throws Exception {
    // When
    glosado(NO_EXISTE);
    // Then
    assertThat(
            banco.valor(
                "select no_antes between now() + interval '50 minutes' and now() + interval '1 hour'"
                    + " from reporte where radicado = ?",
                R1))
        .isEqualTo("t");
    assertThat(reenvios.reenviar()).isZero();
    assertThat(banco.fila(DESAFILIACION, R2).bloqueo()).isEqualTo(Bloqueo.REPORTE_ANTERIOR);
    when().get("/reportes/Desafiliacion/" + R1).then().body("noAntes", notNullValue());
  }

  @Test
  void goesAgainUnchangedInItsPlaceAndTellsTheErp() throws Exception {
    // Given
    glosado(NO_EXISTE);
    // When
    assertThat(vencer()).isEqualTo(1);
    // Then
    assertThat(banco.fila(DESAFILIACION, R1))
        .isEqualTo(new Banco.Fila(EstadoReporte.PENDIENTE, null, 1, 3, true, null, null));
    JsonNode resultado = banco.resultados(R1).getLast();
    assertThat(resultado.path("type").asText()).isEqualTo("co.satccf.resultado.recibido.v1");
    assertThat(resultado.path("revision").asInt()).isEqualTo(3);
    assertThat(resultado.path("mensaje").asText())
        .isEqualTo(Causa.REENVIO_PROGRAMADO.descripcion());
    assertThat(Movimientos.todos())
        .contains(
            new Movimiento(
                EstadoReporte.GLOSADO, EstadoReporte.PENDIENTE, Causa.REENVIO_PROGRAMADO));
    assertThat(banco.fila(DESAFILIACION, R2).bloqueo()).isEqualTo(Bloqueo.REPORTE_ANTERIOR);
  }

  @Test
  void staysForAPersonOnceItHasGoneAgainAsOftenAsItMay() throws Exception {
    // Given
    glosado(NO_EXISTE);
    for (int i = 0; i < 2; i++) {
      assertThat(vencer()).isEqualTo(1);
      banco.liquidar(banco.reclamarUno(DESAFILIACION), NO_EXISTE);
    }
    // When, then
    assertThat(vencer()).isZero();
    assertThat(banco.fila(DESAFILIACION, R1).estado()).isEqualTo(EstadoReporte.GLOSADO);
    when().get("/reportes/Desafiliacion/" + R1).then().body("noAntes", nullValue());
    // And a person who sends it again begins anew
    decisiones.reenviar(DESAFILIACION, R1, ORDEN);
    banco.liquidar(banco.reclamarUno(DESAFILIACION), NO_EXISTE);
    assertThat(vencer()).isEqualTo(1);
  }

  @Test
  void doesNotGoAgainWithAnotherCodeOrOneOfOurs() throws Exception {
    glosado(new Veredicto.Glosado("GN03", "Otra"));
    banco.recibir(desafiliacion("e3", "2001", 2, "2026-11-10").con("pazYSalvo", "TAL VEZ"));
    assertThat(vencer()).isZero();
    when().get("/reportes/Desafiliacion/2001").then().body("noAntes", nullValue());
  }

  @Test
  void aCorrectionTakesItsPlace() throws Exception {
    // Given
    glosado(NO_EXISTE);
    // When it is mended by a body that still breaks the contract
    banco.recibir(desafiliacion("c1", R1, 1, "2026-11-10").con("pazYSalvo", "TAL VEZ").corrige(R1));
    hasta(() -> assertThat(banco.fila(DESAFILIACION, R1).version()).isEqualTo(2));
    // Then
    assertThat(vencer()).isZero();
  }

  @Test
  void aWithdrawalEndsIt() throws Exception {
    glosado(NO_EXISTE);
    decisiones.retirar(DESAFILIACION, R1, Seguidor.LIBERAR, ORDEN);
    assertThat(vencer()).isZero();
    assertThat(banco.fila(DESAFILIACION, R1).estado()).isEqualTo(EstadoReporte.RETIRADO);
  }

  @Test
  void doesNotPileUpBehindTheGlosaBrake() throws Exception {
    // Given
    glosado(NO_EXISTE);
    banco.ejecutar("update despacho set pausado = true");
    // When, then
    assertThat(vencer()).isZero();
    banco.ejecutar("update despacho set pausado = false where servicio = 'Desafiliacion'");
    assertThat(reenvios.reenviar()).isEqualTo(1);
  }

  @Test
  void whatIsDueOfAPausedServiceIsNotReadEachTime() throws Exception {
    // Given
    glosado(NO_EXISTE);
    banco.ejecutar("update despacho set pausado = true where servicio = 'AfiliacionPrimeraVez'");
    banco.ejecutar(
        """
        insert into reporte (servicio, radicado, llave, empleador, tipo_rezago, estado, origen, codigo, no_antes,
          instante_evento)
        select 'AfiliacionPrimeraVez', 'p' || n, gen_random_uuid(), 'k1:prueba', 4, 'GLOSADO', 'SAT', 'GN02',
          now() - interval '1 day', now()
        from generate_series(1, 100000) n
        """);
    banco.ejecutar(
        "update reporte set no_antes = now() where servicio = 'Desafiliacion' and estado = 'GLOSADO'");
    // When
    long leidos =
        database.transaction(
            connection -> {
              long antes = leidos(connection);
              assertThat(ReenvioStatements.vencidos(connection)).hasSize(1);
              return leidos(connection) - antes;
            });
    // Then
    assertThat(leidos).isLessThan(10);
  }

  /** Rows of reports that the transaction has read. */
  private static long leidos(Connection connection) throws SQLException {
    try (Statement select = connection.createStatement();
        ResultSet row =
            select.executeQuery(
                """
                select seq_tup_read + idx_tup_fetch from pg_stat_xact_user_tables where relname = 'reporte'
                """)) {
      row.next();
      return row.getLong(1);
    }
  }

  @Test
  void waitsForItsEmployerWhenThatHasLeftSatMeanwhile() throws Exception {
    // Given
    glosado(NO_EXISTE);
    banco.ejecutar("update empleador_sat set estado = 'DESAFILIADO'");
    // When
    vencer();
    // Then
    assertThat(banco.fila(DESAFILIACION, R1).bloqueo()).isEqualTo(Bloqueo.EMPLEADOR_NO_INCORPORADO);
  }

  @Test
  void severalReplicasSendEachOnce() throws Exception {
    // Given more than a batch
    int reportes = ReenvioStatements.LOTE + 50;
    for (int i = 0; i < reportes; i++) {
      banco.incorporar(10 + i);
      banco.recibir(desafiliacion("e" + i, String.valueOf(3_000 + i), 10 + i, "2026-11-10"));
    }
    banco.ejecutar(
        """
        update reporte set estado = 'GLOSADO', origen = 'SAT', codigo = 'GN02', revision = 2, no_antes = now()
        """);
    // When
    int reenviados = 0;
    try (ExecutorService replicas = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> tareas = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        tareas.add(replicas.submit(reenvios::reenviar));
      }
      for (Future<Integer> tarea : tareas) {
        reenviados += tarea.get();
      }
    }
    // Then
    assertThat(reenviados).isEqualTo(reportes);
    assertThat(
            banco.valor(
                "select count(*) from reporte where estado = 'PENDIENTE' and revision = 3 and reenvios = 1"))
        .isEqualTo(String.valueOf(reportes));
    assertThat(banco.valor("select count(*) from salida where payload->>'revision' = '3'"))
        .isEqualTo(String.valueOf(reportes));
  }

  /** The head of a key with one behind it, answered so. */
  private void glosado(Veredicto veredicto) throws Exception {
    banco.recibir(
        desafiliacion("e1", R1, 1, "2026-11-10"), desafiliacion("e2", R2, 1, "2026-11-11"));
    banco.liquidar(banco.reclamarUno(DESAFILIACION), veredicto);
  }

  /** Whatever has a time, has come to it. */
  private int vencer() throws SQLException {
    banco.ejecutar(
        "update reporte set no_antes = now() where estado = 'GLOSADO' and no_antes < 'infinity'");
    return reenvios.reenviar();
  }
}
