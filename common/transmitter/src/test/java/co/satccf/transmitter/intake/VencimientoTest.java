package co.satccf.transmitter.intake;

import static co.satccf.transmitter.Eventos.desafiliacion;
import static org.assertj.core.api.Assertions.assertThat;

import co.satccf.transmitter.dispatch.Banco;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class VencimientoTest {

  @Inject Banco banco;

  @BeforeEach
  void emptyStore() throws SQLException {
    banco.vaciar();
  }

  @AfterEach
  void letGo() throws SQLException {
    banco.soltar();
  }

  @Test
  void storesWhenAReportIsDueAlsoOfOneThatBreaksItsContract() throws Exception {
    // When a fact of Friday comes in, and one of before the law of holidays
    banco.recibir(
        desafiliacion("e1", "1", 1, "2026-11-10").en("2026-11-20T12:00:00-05:00"),
        desafiliacion("e2", "2", 2, "2026-11-10").en("1969-07-20T20:17:40Z").con("pazYSalvo", "X"));
    // Then they are due at the end of Monday, and of the first business day of the law
    assertThat(vence("1")).isEqualTo("2026-11-24 05:00:00");
    assertThat(vence("2")).isEqualTo("1984-01-03 05:00:00");
  }

  private String vence(String radicado) throws SQLException {
    return banco.valor(
        "select (vence at time zone 'UTC')::text from reporte where radicado = ?", radicado);
  }
}
