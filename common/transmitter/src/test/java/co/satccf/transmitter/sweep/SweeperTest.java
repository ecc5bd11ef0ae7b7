package co.satccf.transmitter.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import co.satccf.transmitter.Escenario;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the sweeper mends, and what it leaves (rule 2). */
@QuarkusTest
class SweeperTest {

  @Inject Escenario escenario;
  @Inject Sweeper sweeper;

  @BeforeEach
  void empezar() {
    escenario.empezar();
    escenario.detener();
    escenario.ejecutar(
        "insert into empleador_sat values ('dentro', '05', 'INCORPORADO', 1, now())");
    escenario.ejecutar("insert into empleador_sat values ('fuera', '05', 'DESAFILIADO', 1, now())");
  }

  @AfterEach
  void terminar() {
    escenario.ejecutar("delete from relevo where nombre = 'barrido'");
    escenario.terminar();
  }

  @Test
  void mendsAnEmployersWholeSetThatTheRegisterLetsGo() throws SQLException {
    // Given more than one transaction mends
    blocked("Desafiliacion", "dentro", 1, 2_500);
    // When, Then
    assertThat(sweeper.sweep()).isEqualTo(2_500);
    assertThat(held()).isZero();
  }

  @Test
  void mendsByWhatEachServiceAsks() throws SQLException {
    // Given
    blocked("TerminacionRelacionLaboral", "fuera", 1, 1);
    blocked("EstadoPagoEmpleador", "dentro", 2, 2);
    // When, Then
    assertThat(sweeper.sweep()).isEqualTo(2);
  }

  @Test
  void leavesWhatTheRegisterHolds() throws SQLException {
    // Given an employer out of SAT, one nobody knows, one in another departamento
    blocked("Desafiliacion", "fuera", 1, 5);
    blocked("EstadoPagoEmpleador", "fuera", 6, 6);
    blocked("TerminacionRelacionLaboral", "nadie", 7, 7);
    blocked("InicioRelacionLaboral", "dentro", 8, 8);
    escenario.ejecutar("update reporte set departamento = '11' where empleador = 'dentro'");
    // When, Then
    assertThat(sweeper.sweep()).isZero();
    assertThat(held()).isEqualTo(8);
  }

  @Test
  void givesTheTurnToTheFirstThatWaitsBehindNobody() throws SQLException {
    // Given
    escenario.ejecutar(
        """
        insert into reporte (servicio, radicado, llave, empleador, departamento, tipo_rezago, estado, bloqueo,
          instante_evento)
        select 'AfiliacionPrimeraVez', 'A' || i, md5('una')::uuid, 'dentro', '05', 4, 'PENDIENTE', 'REPORTE_ANTERIOR',
          now() from generate_series(1, 3) i
        """);
    // When, Then
    assertThat(sweeper.sweep()).isOne();
    assertThat(
            escenario.filas(
                "select radicado from reporte where bloqueo is null", row -> row.getString(1)))
        .containsExactly("A1");
    assertThat(sweeper.sweep()).isZero();
  }

  @Test
  void leavesTheRoundToTheReplicaThatHasTheDuty() {
    // Given
    blocked("Desafiliacion", "dentro", 1, 1);
    escenario.ejecutar(
        """
        insert into relevo values ('barrido', gen_random_uuid(), now() + interval '1 hour')
        on conflict (nombre) do update set dueno = excluded.dueno, hasta = excluded.hasta
        """);
    // When
    sweeper.scheduled();
    // Then
    assertThat(held()).isOne();
    // When that one is gone
    escenario.ejecutar("update relevo set hasta = now() where nombre = 'barrido'");
    sweeper.scheduled();
    // Then
    assertThat(held()).isZero();
  }

  private void blocked(String servicio, String empleador, int from, int to) {
    escenario.ejecutar(
        """
        insert into reporte (servicio, radicado, llave, empleador, departamento, tipo_rezago, estado, bloqueo,
          instante_evento)
        select ?, 'B' || i, md5(i::text)::uuid, ?, '05', 4, 'PENDIENTE', 'EMPLEADOR_NO_INCORPORADO', now()
        from generate_series(?, ?) i
        """,
        servicio,
        empleador,
        from,
        to);
  }

  private long held() {
    return escenario.numero(
        "select count(*) from reporte where bloqueo = 'EMPLEADOR_NO_INCORPORADO'");
  }
}
