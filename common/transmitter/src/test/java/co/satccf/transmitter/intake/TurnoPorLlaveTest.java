package co.satccf.transmitter.intake;

import static org.assertj.core.api.Assertions.assertThat;

import co.satccf.model.huella.Sha256;
import co.satccf.transmitter.Escenario;
import co.satccf.transmitter.Recorridos;
import co.satccf.transmitter.reception.Entrada;
import co.satccf.transmitter.store.Database;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What intake asks of the store for each report is a look at one key. */
@QuarkusTest
class TurnoPorLlaveTest {

  private static final int REPORTES = 30;

  @Inject Escenario escenario;
  @Inject Database database;

  @BeforeEach
  void empezar() {
    escenario.empezar();
    escenario.detener();
  }

  @AfterEach
  void terminar() {
    escenario.terminar();
  }

  @Test
  void isLookedForByItsKeyWhateverThePlannerThinksOfTheTable() throws Exception {
    // Given a backlog, and statistics of when most had ended
    insertar("ACEPTADO", "null", 1, 5_000);
    escenario.ejecutar("analyze reporte");
    insertar("PENDIENTE", "'EMPLEADOR_NO_INCORPORADO'", 5_001, 25_000);
    List<Plan.NuevoReporte> nuevos =
        Plan.de(
                IntStream.range(0, REPORTES)
                    .<Entrada>mapToObj(i -> PlanTest.retiro("e" + i, "N" + i, i))
                    .toList(),
                Map.of(),
                Map.of(),
                Sha256::de)
            .reportes();
    // When
    Set<String> used =
        database.transaction(
            connection ->
                Recorridos.de(connection, () -> EvaluacionStatements.evaluar(connection, nuevos)));
    // Then
    assertThat(used).containsExactlyInAnyOrder("reporte_turno");
  }

  private void insertar(String estado, String bloqueo, int desde, int hasta) {
    escenario.ejecutar(
        """
        insert into reporte (servicio, radicado, llave, empleador, tipo_rezago, estado, bloqueo, instante_evento, vence)
        select 'Desafiliacion', 'R' || i, md5(i::text)::uuid, 'k1:' || i, 4, '%s', %s, now(), now()
        from generate_series(%d, %d) i
        """
            .formatted(estado, bloqueo, desde, hasta));
  }
}
