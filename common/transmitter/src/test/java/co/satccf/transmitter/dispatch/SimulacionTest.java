package co.satccf.transmitter.dispatch;

import static co.satccf.model.ServicioSat.DESAFILIACION;
import static co.satccf.transmitter.Eventos.desafiliacion;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import co.satccf.model.estado.EstadoReporte;
import co.satccf.model.respuesta.Veredicto;
import co.satccf.transmitter.Cifrados;
import co.satccf.transmitter.store.Database;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A simulated turn keeps an attempt and moves nothing. */
@QuarkusTest
class SimulacionTest {

  private static final String R1 = "1001";
  private static final String R2 = "1002";
  private static final String R3 = "1003";

  @Inject Banco banco;
  @Inject Cifrados cifrados;
  @Inject Simulacion simulacion;
  @Inject Database database;

  @BeforeEach
  void emptyStore() throws SQLException {
    banco.vaciar();
    banco.incorporar(1, 2);
  }

  @AfterEach
  void letGo() throws SQLException {
    banco.soltar();
  }

  @Test
  void keepsOneAttemptAndLeavesTheReportAsItIs() throws Exception {
    // Given two due, one behind another, one whose employer is not in SAT
    banco.recibir(
        desafiliacion("e1", R1, 1, "2026-11-10"),
        desafiliacion("e2", R2, 1, "2026-11-11"),
        desafiliacion("e3", R3, 9, "2026-11-10"));
    Banco.Fila antes = banco.fila(DESAFILIACION, R1);
    int resultados = banco.resultados(R1).size();
    // When
    assertThat(simular()).isEqualTo(1);
    // Then
    assertThat(banco.fila(DESAFILIACION, R1)).isEqualTo(antes);
    assertThat(banco.resultados(R1)).hasSize(resultados);
    assertThat(intentos(R1))
        .isEqualTo("0 SIMULADO v1 - Envío simulado: el cuerpo cumple su contrato f");
    assertThat(intentos(R2)).isEmpty();
    assertThat(intentos(R3)).isEmpty();
    // When the turn comes again
    assertThat(simular()).isZero();
    // Then
    assertThat(banco.valor("select count(*) from intento")).isEqualTo("1");
    when()
        .get("/conteos")
        .then()
        .body("servicios.Desafiliacion.simulados", equalTo(1))
        .body("servicios.Desafiliacion.listos", equalTo(1));
  }

  @Test
  void tellsWhatTodayBreaksTheContract() throws Exception {
    // Given a body that was right when it was kept
    banco.recibir(desafiliacion("e1", R1, 1, "2026-11-10"));
    cifrados.cambiar(
        DESAFILIACION, R1, c -> c.replace("\"pazSalvo\":\"SI\"", "\"pazSalvo\":\"QUIZA\""));
    // When
    assertThat(simular()).isEqualTo(1);
    // Then
    assertThat(banco.fila(DESAFILIACION, R1).estado()).isEqualTo(EstadoReporte.PENDIENTE);
    assertThat(intentos(R1)).startsWith("0 SIMULADO v1 GE").contains("incumple");
    assertThat(banco.valor("select glosas::text from intento"))
        .contains("pazSalvo")
        .doesNotContain("QUIZA");
  }

  @Test
  void realSendingFindsItDue() throws Exception {
    // Given
    banco.recibir(desafiliacion("e1", R1, 1, "2026-11-10"));
    simular();
    // When
    ReporteReclamado reclamado = banco.reclamarUno(DESAFILIACION);
    banco.liquidar(reclamado, new Veredicto.Aceptado("200", "Recibido"));
    // Then
    assertThat(reclamado.intento()).isEqualTo(1);
    assertThat(banco.fila(DESAFILIACION, R1).estado()).isEqualTo(EstadoReporte.ACEPTADO);
    assertThat(banco.reclamar(DESAFILIACION)).isEmpty();
  }

  @Test
  void holdsBehindAPause() throws Exception {
    // Given a store whose services are paused
    banco.recibir(desafiliacion("e1", R1, 1, "2026-11-10"));
    // When, Then
    assertThat(simulacion.turno(DESAFILIACION)).isFalse();
    assertThat(intentos(R1)).isEmpty();
  }

  @Test
  void sendingIsRealUnlessConfigurationSaysOtherwise() {
    assertThat(simulacion.activa()).isFalse();
    when().get("/servicios").then().body("envio", equalTo("REAL"));
    when()
        .get("/q/health/ready")
        .then()
        .body(
            "checks.find { it.name == 'envío al Ministerio' }.data.modo",
            equalTo("real: los reportes salen"));
  }

  private int simular() throws SQLException {
    return database.transaction(
        connection -> simulacion.simular(connection, DESAFILIACION, List.of(4)));
  }

  private String intentos(String radicado) throws SQLException {
    return banco.valor(
        """
        select string_agg(i.numero || ' ' || i.veredicto || ' v' || i.version || ' ' || coalesce(i.codigo, '-')
          || ' ' || i.mensaje || ' ' || case when i.aplicado then 't' else 'f' end, ';')
        from intento i join reporte r on r.id = i.reporte where r.radicado = ? having count(*) > 0
        """,
        radicado);
  }
}
