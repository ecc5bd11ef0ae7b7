package co.satccf.transmitter.restauracion;

import static co.satccf.model.ServicioSat.DESAFILIACION;
import static co.satccf.transmitter.Eventos.desafiliacion;
import static org.assertj.core.api.Assertions.assertThat;

import co.satccf.model.estado.Bloqueo;
import co.satccf.model.estado.EstadoReporte;
import co.satccf.transmitter.Escenario;
import co.satccf.transmitter.dispatch.Banco;
import co.satccf.transmitter.movimientos.ReenviosProgramados;
import co.satccf.transmitter.store.Database;
import co.satccf.transmitter.store.Locks;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a report of a restored store becomes by the outcome that the topic has of it. */
@QuarkusTest
class ReaplicacionTest {

  private static final String R1 = "1001";
  private static final String R2 = "1002";

  @Inject Banco banco;
  @Inject Database database;
  @Inject Reaplicacion reaplicacion;
  @Inject ReenviosProgramados reenvios;

  @BeforeEach
  void twoReportsOfOneKey() throws Exception {
    banco.vaciar();
    banco.ejecutar("truncate resultado_por_reaplicar");
    // Open for people, and no dispatcher claims.
    banco.ejecutar(
        """
        update despacho set pausado = false, puerta = 'PRUEBA', puerta_hasta = now() + interval '1 hour'
        where servicio = 'Desafiliacion'
        """);
    banco.incorporar(1);
    banco.recibir(
        desafiliacion("e1", R1, 1, "2026-11-10"), desafiliacion("e2", R2, 1, "2026-11-11"));
  }

  @AfterEach
  void letGo() throws SQLException {
    banco.ejecutar("truncate resultado_por_reaplicar");
    banco.ejecutar("update despacho set puerta = null, puerta_hasta = null");
    banco.soltar();
  }

  @Test
  void aRefusedOneDoesNotGoAgainByItself() throws SQLException {
    // Given
    aprender(R1, EstadoReporte.GLOSADO, "GN03");
    // When
    reaplicacion.aplicar(false);
    // Then
    assertThat(banco.fila(DESAFILIACION, R1).estado()).isEqualTo(EstadoReporte.GLOSADO);
    assertThat(reenvios.reenviar()).isZero();
    assertThat(noAntes("= 'infinity'")).isEqualTo("t");
  }

  @Test
  void aRefusedOneGoesAgainAfterTheDelayOfItsCode() throws SQLException {
    // Given
    aprender(R1, EstadoReporte.GLOSADO, "GN02");
    // When
    reaplicacion.aplicar(false);
    // Then
    assertThat(reenvios.reenviar()).isZero();
    assertThat(noAntes("between now() + interval '50 minutes' and now() + interval '1 hour'"))
        .isEqualTo("t");
  }

  @Test
  void aPendingOneMayGoAlthoughTheCopyHeldIt() throws SQLException {
    // Given
    enLaCopia("GLOSADO");
    aprender(R1, EstadoReporte.PENDIENTE, "");
    // When
    reaplicacion.aplicar(false);
    // Then
    assertThat(banco.fila(DESAFILIACION, R1).listo()).isTrue();
    assertThat(banco.fila(DESAFILIACION, R2).bloqueo()).isEqualTo(Bloqueo.REPORTE_ANTERIOR);
  }

  @Test
  void aPendingOneIsHeldByWhatHoldsItNow() throws SQLException {
    // Given
    enLaCopia("GLOSADO");
    banco.ejecutar("update empleador_sat set estado = 'DESAFILIADO'");
    aprender(R1, EstadoReporte.PENDIENTE, "");
    // When
    reaplicacion.aplicar(false);
    // Then
    assertThat(banco.fila(DESAFILIACION, R1).bloqueo()).isEqualTo(Bloqueo.EMPLEADOR_NO_INCORPORADO);
  }

  @Test
  void aPendingOneStaysWhileACorrectionWaits() throws SQLException {
    // Given
    enLaCopia("GLOSADO");
    banco.ejecutar(
        """
        insert into correccion (servicio, original, radicado, evento_source, evento_id, topico, particion, posicion,
          bytes, huella, quien)
        values ('Desafiliacion', ?, ?, 'prueba', 'c1', 'sat.banco', 0, 9, 0, '', 'ERP')
        """,
        R1,
        R1);
    aprender(R1, EstadoReporte.PENDIENTE, "");
    // When
    reaplicacion.aplicar(false);
    // Then
    assertThat(noAntes("= 'infinity'")).isEqualTo("t");
  }

  @Test
  void theFollowerOfAWithdrawnOneWaitsForAPerson() throws SQLException {
    // Given
    aprender(R1, EstadoReporte.RETIRADO, "");
    // When
    reaplicacion.aplicar(false);
    // Then
    assertThat(banco.fila(DESAFILIACION, R2).bloqueo()).isEqualTo(Bloqueo.ANTERIOR_RETIRADO);
  }

  @Test
  void anAcceptedOneGivesItsTurnAway() throws SQLException {
    // Given
    aprender(R1, EstadoReporte.ACEPTADO, "200");
    // When
    reaplicacion.aplicar(false);
    // Then
    assertThat(banco.fila(DESAFILIACION, R1).estado()).isEqualTo(EstadoReporte.ACEPTADO);
    assertThat(banco.fila(DESAFILIACION, R2).listo()).isTrue();
  }

  @Test
  void oneThatIsAsNewAsItsOutcomeStaysAsItIs() throws SQLException {
    // Given
    aprender(R1, EstadoReporte.GLOSADO, "GN03");
    banco.ejecutar("update reporte set revision = 3 where radicado = ?", R1);
    // When
    reaplicacion.aplicar(false);
    // Then
    assertThat(banco.fila(DESAFILIACION, R1).estado()).isEqualTo(EstadoReporte.PENDIENTE);
    assertThat(banco.valor("select count(*) from resultado_por_reaplicar")).isEqualTo("0");
  }

  @Test
  void whatAnotherReplicaHasAppliedIsNotAppliedAgain() throws Exception {
    // Given one replica that has listed the report, and waits for its key
    aprender(R1, EstadoReporte.GLOSADO, "GN03");
    UUID llave = UUID.fromString(banco.valor("select llave from reporte where radicado = ?", R1));
    String empleador = banco.valor("select empleador from reporte where radicado = ?", R1);
    try (ExecutorService replica = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Integer> segunda =
          database.transaction(
              connection -> {
                Locks.turn(connection, llave, empleador);
                Future<Integer> esperando = replica.submit(() -> reaplicacion.aplicar(false));
                Escenario.hasta(() -> assertThat(waiting()).isEqualTo("1"));
                // When another one applied it, and has sent the report since
                try (Statement sent = connection.createStatement()) {
                  sent.execute("delete from resultado_por_reaplicar");
                  sent.execute(
                      """
                      update reporte set estado = 'EN_VUELO', arriendo_hasta = now() + interval '1 hour', bloqueo = null
                      where radicado = '%s'
                      """
                          .formatted(R1));
                }
                return esperando;
              });
      segunda.get();
    }
    // Then
    assertThat(banco.fila(DESAFILIACION, R1).estado()).isEqualTo(EstadoReporte.EN_VUELO);
  }

  @Test
  void whatANewReportHadBecomeIsFoundByItsKeyHoweverMuchIsLeftToLearn() throws Exception {
    // Given
    banco.ejecutar(
        """
        insert into reporte (servicio, radicado, llave, empleador, tipo_rezago, estado, instante_evento)
        select 'AfiliacionPrimeraVez', 'p' || n, gen_random_uuid(), 'k1:prueba', 4, 'PENDIENTE', now()
        from generate_series(1, 20000) n
        """);
    banco.ejecutar(
        """
        insert into resultado_por_reaplicar (servicio, radicado, revision, resultado)
        select 'AfiliacionPrimeraVez', 'q' || n, 3, '{}' from generate_series(1, 20000) n
        """);
    long ultimo = Long.parseLong(banco.valor("select max(id) from reporte"));
    banco.recibir(desafiliacion("e3", "1003", 2, "2026-11-10"));
    aprender("1003", EstadoReporte.ACEPTADO, "200");
    // When it is looked for as often as makes a plan of its own no more
    long leidas =
        database.transaction(
            connection -> {
              long antes = leidas(connection);
              for (int i = 0; i < 12; i++) {
                assertThat(RestauracionStatements.recienLlegados(connection, ultimo)).hasSize(1);
              }
              return leidas(connection) - antes;
            });
    // Then
    assertThat(leidas).isLessThan(100);
  }

  private static long leidas(Connection connection) throws SQLException {
    try (Statement select = connection.createStatement();
        ResultSet row =
            select.executeQuery(
                """
                select sum(seq_tup_read + idx_tup_fetch) from pg_stat_xact_user_tables
                where relname in ('reporte', 'resultado_por_reaplicar')
                """)) {
      row.next();
      return row.getLong(1);
    }
  }

  private String waiting() throws SQLException {
    return banco.valor("select count(*) from pg_locks where locktype = 'advisory' and not granted");
  }

  private void enLaCopia(String estado) throws SQLException {
    banco.ejecutar(
        "update reporte set estado = ?, origen = 'SAT', codigo = 'GN03', no_antes = 'infinity' where radicado = ?",
        estado,
        R1);
  }

  private String noAntes(String condicion) throws SQLException {
    return banco.valor(
        "select no_antes %s from reporte where radicado = ?".formatted(condicion), R1);
  }

  /** The topic's last outcome of a report: its third one, after one call. */
  private void aprender(String radicado, EstadoReporte estado, String codigo) throws SQLException {
    banco.ejecutar(
        """
        insert into resultado_por_reaplicar (servicio, radicado, revision, resultado)
        values ('Desafiliacion', ?, 3, jsonb_build_object('estado', ?::text, 'revision', 3, 'version', 1, 'intento', 1,
          'origen', 'SAT', 'codigo', nullif(?, ''), 'glosas', '[]'::jsonb, 'instante', '2026-11-01T00:00:00Z'))
        """,
        radicado,
        estado.name(),
        codigo);
  }
}
