package co.satccf.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import co.satccf.sandbox.erp.ErpSintetico;
import co.satccf.sandbox.local.Corrida;
import co.satccf.sandbox.local.OpcionesDePlataforma;
import co.satccf.sandbox.local.Plataforma;
import co.satccf.sandbox.local.ServicioSuite;
import co.satccf.sandbox.ministerio.Falla;
import co.satccf.sandbox.ministerio.Fallas;
import co.satccf.sandbox.ministerio.Latencia;
import co.satccf.sandbox.ministerio.TipoFalla;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/**
 * The suite under signal 9 and restarts, with a Ministry that now and then takes a report and cuts
 * the line.
 */
class KillTest {

  private static final Path RAIZ = Path.of(System.getProperty("sat.raiz", "../.."));
  private static final Duration SIN_AVANCE = Duration.ofSeconds(90);

  @Test
  void losesAndDoublesNothingWhateverIsKilledOrRestarted() {
    List<byte[]> lineas = ErpSintetico.lineas(2_000, 11);
    OpcionesDePlataforma opciones =
        OpcionesDePlataforma.en(RAIZ.toAbsolutePath().normalize()).conEnVuelo(4);
    try (Plataforma plataforma = Plataforma.iniciar(opciones, aviso -> {})) {
      // Given a slow Ministry that resets one call in twenty after having processed it
      Fallas reinicios = Fallas.con(Falla.de(TipoFalla.REINICIO_DESPUES).conProbabilidad(0.05));
      plataforma.control().fallas(reinicios.latencia(Falla.TODOS, Latencia.fija(150)));
      CompletableFuture<Corrida.Veredicto> corrida =
          CompletableFuture.supplyAsync(
              () -> new Corrida(plataforma, System.out, false, SIN_AVANCE).correr(lineas));
      // When every part is killed or restarted while the feed goes through
      for (ServicioSuite servicio : ServicioSuite.values()) {
        awaitProgress(plataforma);
        plataforma.matar(servicio.modulo());
        plataforma.revivir(servicio.modulo());
      }
      awaitProgress(plataforma);
      plataforma.reiniciarKafka();
      awaitProgress(plataforma);
      plataforma.reiniciarBaseDeDatos();
      awaitProgress(plataforma);
      plataforma.baseDeDatos().kill();
      plataforma.baseDeDatos().start();
      awaitProgress(plataforma);
      assertThat(corrida).as("the feed was still going through at the last restart").isNotDone();
      // The rest of the feed has nothing more to show than that it is all there.
      plataforma.control().fallas(reinicios);
      // Then the ledger has everything once, and all counts agree
      Corrida.Veredicto veredicto = corrida.join();
      assertThat(veredicto.resumen().path("diferencias")).isEmpty();
      assertThat(veredicto.perdidos()).isZero();
      assertThat(veredicto.dobles()).isZero();
      assertThat(veredicto.bien()).isTrue();
    }
  }

  /** Some more reports were accepted. */
  private static void awaitProgress(Plataforma plataforma) {
    long before = accepted(plataforma);
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(250))
        .until(() -> accepted(plataforma) >= before + 10);
  }

  private static long accepted(Plataforma plataforma) {
    return plataforma.control().resumen().servicios().values().stream()
        .mapToLong(servicio -> servicio.aceptados())
        .sum();
  }
}
