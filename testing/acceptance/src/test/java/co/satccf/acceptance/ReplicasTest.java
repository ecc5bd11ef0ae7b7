package co.satccf.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import co.satccf.sandbox.erp.ErpSintetico;
import co.satccf.sandbox.local.Corrida;
import co.satccf.sandbox.local.OpcionesDePlataforma;
import co.satccf.sandbox.local.Plataforma;
import co.satccf.sandbox.local.ServicioSuite;
import co.satccf.sandbox.ministerio.Fallas;
import co.satccf.sandbox.ministerio.Latencia;
import co.satccf.sandbox.ministerio.ResumenDelMinisterio;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Two replicas of a transmitter share the partitions, the queue and the limit. */
class ReplicasTest {

  private static final Path RAIZ = Path.of(System.getProperty("sat.raiz", "../.."));

  @Test
  void twoReplicasShareTheWorkAndTheLimit() {
    OpcionesDePlataforma opciones =
        OpcionesDePlataforma.en(RAIZ.toAbsolutePath().normalize()).conEnVuelo(8);
    try (Plataforma plataforma = Plataforma.iniciar(opciones, aviso -> {})) {
      // Given a second relacion-laboral-service and a Ministry of 20 ms
      String segunda = plataforma.replica(ServicioSuite.RELACION_LABORAL);
      plataforma.control().fallas(Fallas.conLatencia(Latencia.fija(20)));
      // When a feed goes through
      Corrida.Veredicto veredicto =
          new Corrida(plataforma, System.out, false, Duration.ofSeconds(60))
              .correr(ErpSintetico.lineas(1_500, 5));
      // Then nothing is lost or doubled, both have sent, and together they kept to the fleet's
      // limit
      assertThat(veredicto.bien()).isTrue();
      assertThat(sent(plataforma, ServicioSuite.RELACION_LABORAL.modulo())).isPositive();
      assertThat(sent(plataforma, segunda)).isPositive();
      ResumenDelMinisterio.DelServicio inicios =
          Objects.requireNonNull(
              plataforma.control().resumen().servicios().get("InicioRelacionLaboral"));
      assertThat(inicios.concurrenciaMaxima()).isBetween(2, 8);
    }
  }

  private static double sent(Plataforma plataforma, String nombre) {
    return plataforma.metrica(nombre, "sat_llamadas_seconds_count").orElse(0.0);
  }
}
