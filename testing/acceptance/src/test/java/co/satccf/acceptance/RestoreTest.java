package co.satccf.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import co.satccf.sandbox.erp.ErpSintetico;
import co.satccf.sandbox.local.Corrida;
import co.satccf.sandbox.local.OpcionesDePlataforma;
import co.satccf.sandbox.local.Plataforma;
import co.satccf.sandbox.ministerio.EntradaDelLibro;
import co.satccf.sandbox.ministerio.Fallas;
import co.satccf.sandbox.ministerio.Latencia;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The drill of rule 16: all databases fall back to a copy that was made while reports went out. */
class RestoreTest {

  private static final Path RAIZ =
      Path.of(System.getProperty("sat.raiz", "../..")).toAbsolutePath().normalize();

  @TempDir Path carpeta;

  @Test
  void losesNothingAndSendsNothingTwiceAfterARestore() {
    OpcionesDePlataforma opciones =
        OpcionesDePlataforma.en(RAIZ)
            .conEnVuelo(4)
            .conRegistros(RAIZ.resolve("testing/acceptance/target/registros/restauracion"));
    try (Plataforma plataforma = Plataforma.iniciar(opciones, aviso -> {})) {
      Corrida corrida = new Corrida(plataforma, System.out, false, Duration.ofSeconds(90));
      // Given a copy of the databases that was made while reports went out, and many more after it
      plataforma.control().fallas(Fallas.conLatencia(Latencia.fija(20)));
      List<byte[]> lineas = ErpSintetico.lineas(1_700, 21);
      CompletableFuture<Corrida.Veredicto> primera =
          CompletableFuture.supplyAsync(
              () -> corrida.correr(lineas.subList(0, 1_000), Duration.ofSeconds(10)),
              Thread::startVirtualThread);
      awaitAccepted(plataforma, 150);
      long antes = accepted(plataforma);
      Path copia = carpeta.resolve("copia");
      plataforma.baseDeDatos().copiar(copia);
      long enLaCopia = accepted(plataforma);
      assertThat(enLaCopia).as("went out while it was copied").isGreaterThan(antes);
      assertThat(primera.join().bien()).isTrue();
      assertThat(corrida.correr(lineas.subList(1_000, 1_700)).bien()).isTrue();
      assertThat(accepted(plataforma)).isGreaterThan(enLaCopia + 300);
      // When the databases are lost, restored, and everything starts again
      for (String servicio : plataforma.servicios()) {
        plataforma.matar(servicio);
      }
      plataforma.baseDeDatos().kill();
      plataforma.baseDeDatos().restaurar(copia);
      plataforma.baseDeDatos().start();
      for (String servicio : plataforma.servicios()) {
        plataforma.revivir(servicio);
      }
      for (String servicio : plataforma.servicios()) {
        plataforma.esperarListo(servicio);
      }
      // Then another feed goes through, the ledger has everything once, and all counts agree
      plataforma.control().fallas(Fallas.ninguna());
      Corrida.Veredicto veredicto = corrida.correr(ErpSintetico.lineas(500, 22));
      assertThat(veredicto.resumen().path("diferencias")).isEmpty();
      assertThat(veredicto.perdidos()).isZero();
      assertThat(veredicto.dobles()).isZero();
      assertThat(veredicto.bien()).isTrue();
      // And nothing that the Ministry had taken was on the wire again
      assertThat(sentAgain(plataforma)).isEmpty();
    }
  }

  private static List<String> sentAgain(Plataforma plataforma) {
    Map<String, Long> times =
        plataforma.control().libro().stream()
            .filter(EntradaDelLibro::procesado)
            .map(entrada -> entrada.servicio() + " " + entrada.radicado() + " " + entrada.cuerpo())
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    return times.entrySet().stream()
        .filter(entry -> entry.getValue() > 1)
        .map(Map.Entry::getKey)
        .toList();
  }

  private static void awaitAccepted(Plataforma plataforma, long many) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(100))
        .until(() -> accepted(plataforma) >= many);
  }

  private static long accepted(Plataforma plataforma) {
    return plataforma.control().resumen().servicios().values().stream()
        .mapToLong(servicio -> servicio.aceptados())
        .sum();
  }
}
