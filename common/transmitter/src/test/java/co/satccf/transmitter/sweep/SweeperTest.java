package co.satccf.transmitter.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import co.satccf.transmitter.Escenario;
import co.satccf.transmitter.store.Database;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the sweeper mends, and what it leaves (rule 2). */
@QuarkusTest
class SweeperTest {

  @Inject Escenario escenario;
  @Inject Sweeper sweeper;
  @Inject Database database;

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
  void looksForWhatTheFunctionOfTheStoreWouldLetGo() throws SQLException {
    // Given employers in, out of and unknown to SAT, in several departamentos, with reports of each
    // service
    escenario.ejecutar(
        """
        insert into empleador_sat
        select 'e' || i, departamento, (array['INCORPORADO', 'DESAFILIADO', 'PERDIDO'])[1 + floor(random() * 3)], 1, now()
        from generate_series(1, 400) i, unnest(array['05', '08', '11']) departamento
        where random() + 0 * i < 0.4
        """);
    escenario.ejecutar(
        """
        insert into reporte (servicio, radicado, llave, empleador, departamento, tipo_rezago, estado, bloqueo,
          instante_evento)
        select d.servicio, 'Z' || i, md5(d.servicio || i)::uuid, 'e' || i,
          case when d.requisito <> 'ALGUN_DEPARTAMENTO' then (array['05', '08', '11', '76'])[1 + floor(random() * 4)] end,
          4, 'PENDIENTE', 'EMPLEADOR_NO_INCORPORADO', now()
        from generate_series(1, 400) i, despacho d
        where random() + 0 * i < case when d.requisito in ('LIBRE', 'ALGUNA_VEZ') then 0.1 else 0.5 end
        """);
    // When
    List<String> found = database.transaction(SweepStatements::wronglyGated);
    // Then
    List<String> letGo =
        escenario.filas(
            """
            select distinct empleador from reporte
            where bloqueo_en_turno(servicio, empleador, departamento, retencion) is null
            """,
            row -> row.getString(1));
    assertThat(found).containsExactlyInAnyOrderElementsOf(letGo);
    assertThat(letGo).hasSizeBetween(100, 390);
    // And it mends them all, and nothing else
    long held =
        escenario.numero(
            "select count(*) from reporte where bloqueo_en_turno(servicio, empleador, departamento, null) is not null");
    sweeper.sweep();
    assertThat(held()).isEqualTo(held);
  }

  @Test
  void leavesATurnThatIsTaken() throws SQLException {
    // Given one that waits behind another
    escenario.ejecutar(
        """
        insert into reporte (servicio, radicado, llave, empleador, departamento, tipo_rezago, estado, bloqueo,
          instante_evento)
        select 'AfiliacionPrimeraVez', 'A' || i, md5('una')::uuid, 'dentro', '05', 4, 'PENDIENTE',
          case when i = 2 then 'REPORTE_ANTERIOR' end, now() from generate_series(1, 2) i
        """);
    UUID llave =
        escenario
            .filas("select llave from reporte", row -> row.getObject(1, UUID.class))
            .getFirst();
    // When, Then
    boolean free = database.transaction(connection -> SweepStatements.isFree(connection, llave));
    assertThat(free).isFalse();
    assertThat(sweeper.sweep()).isZero();
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
