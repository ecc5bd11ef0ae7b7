package co.satccf.transmitter.dispatch;

import static co.satccf.model.ServicioSat.AFILIACION_PRIMERA_VEZ;
import static co.satccf.model.estado.EstadoReporte.PENDIENTE;
import static co.satccf.transmitter.Escenario.hasta;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import co.satccf.model.respuesta.Clasificador;
import co.satccf.sandbox.ministerio.Fallas;
import co.satccf.sandbox.ministerio.Latencia;
import co.satccf.sandbox.ministerio.ResumenDelMinisterio;
import co.satccf.transmitter.Escenario;
import co.satccf.transmitter.Hecho;
import co.satccf.transmitter.config.Esperas;
import co.satccf.transmitter.config.SatConfig;
import co.satccf.transmitter.cronograma.Cronograma;
import co.satccf.transmitter.familia.FamiliaDeServicios;
import co.satccf.transmitter.limite.Limites;
import co.satccf.transmitter.resguardo.Resguardo;
import co.satccf.transmitter.store.Database;
import co.satccf.transmitter.store.Signals;
import co.satccf.transmitter.token.Tokens;
import co.satccf.transmitter.trazas.Trazas;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two replicas find what the Ministry takes at once, and follow it (rule 3, docs/adr/0009). */
@QuarkusTest
class CupoAdaptativoTest {

  private static final int CAPACIDAD = 20;
  private static final int MILISEGUNDOS = 200;
  private static final int REPORTES = 5_000;

  @Inject Escenario escenario;
  @Inject SatConfig config;
  @Inject Database database;
  @Inject Cronograma cronograma;
  @Inject Tokens tokens;
  @Inject Clasificador clasificador;
  @Inject AnswerStore answers;
  @Inject Esperas esperas;
  @Inject FamiliaDeServicios familia;
  @Inject Frenos frenos;
  @Inject EsperaDeToken esperaDeToken;
  @Inject Simulacion simulacion;
  @Inject Clock clock;
  @Inject Metrics metrics;
  @Inject Resguardo resguardo;
  @Inject Vertx vertx;
  @Inject Trazas trazas;

  private SatClient client;
  private Dispatcher segunda;

  @BeforeEach
  void empezar() {
    escenario.empezar();
    client = new SatClient(vertx, config);
    Limites limites = new Limites();
    Envio envio =
        new Envio(
            config,
            new GuardedCalls(client, config),
            clasificador,
            tokens,
            answers,
            esperas,
            database,
            familia,
            frenos,
            limites,
            resguardo,
            clock,
            metrics,
            trazas);
    segunda =
        new Dispatcher(
            AFILIACION_PRIMERA_VEZ,
            config,
            database,
            cronograma,
            tokens,
            envio,
            esperaDeToken,
            simulacion,
            limites,
            new Signals(),
            clock);
  }

  @AfterEach
  void terminar() throws InterruptedException {
    segunda.stop();
    escenario.ministerio().sinFallas();
    escenario.terminar();
    segunda.awaitIdle(Duration.ofSeconds(10));
    client.close();
  }

  @ParameterizedTest(name = "queues: {0}")
  @ValueSource(booleans = {false, true})
  void findsTheHiddenCapacityAndComesDownWhenItIsHalved(boolean encola) {
    // Given
    ocultar(CAPACIDAD, encola);
    escenario.detener();
    escenario.publicar(Stream.generate(Hecho::primeraVez).limit(REPORTES).toList());
    hasta(
        () -> assertThat(escenario.cuantos(AFILIACION_PRIMERA_VEZ, PENDIENTE)).isEqualTo(REPORTES));
    escenario.ejecutar("update despacho set cupo = 2, cupo_piso = 1, cupo_techo = 256");
    // When
    escenario.soltar();
    Thread.ofVirtual().start(segunda);
    // Then within a minute it sends nine tenths of what the Ministry can take
    Medida medida = new Medida();
    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofSeconds(1))
        .until(() -> medida.tramo().aprovechado(CAPACIDAD) >= 0.9);
    // And so it goes on, and less than one in a hundred is refused
    medida.tramo();
    await()
        .pollDelay(Duration.ofSeconds(6))
        .untilAsserted(
            () -> {
              Tramo tramo = medida.tramo();
              assertThat(tramo.aprovechado(CAPACIDAD)).isGreaterThan(0.9);
              assertThat(tramo.rechazado()).isLessThan(0.01);
            });
    // When it is halved
    ocultar(CAPACIDAD / 2, encola);
    // Then
    await()
        .atMost(Duration.ofSeconds(8))
        .until(() -> escenario.numero(CUPO) <= CAPACIDAD / 2 * 3 / 2);
  }

  private static final String CUPO =
      "select cupo_vigente from despacho where servicio = 'AfiliacionPrimeraVez'";

  private void ocultar(int capacidad, boolean encola) {
    Fallas latencia =
        Fallas.conLatencia(Latencia.uniforme(MILISEGUNDOS * 4 / 5, MILISEGUNDOS * 6 / 5));
    escenario
        .ministerio()
        .fallas(encola ? latencia.conColaDesde(capacidad) : latencia.conCapacidad(capacidad, null));
  }

  /** What the Ministry did in some time. */
  private record Tramo(long aceptados, long rechazados, double milisegundos) {

    double aprovechado(int capacidad) {
      return aceptados / (capacidad * milisegundos / MILISEGUNDOS);
    }

    double rechazado() {
      return (double) rechazados / (aceptados + rechazados);
    }
  }

  /** Counts of the Ministry from one look to the next. */
  private final class Medida {
    private long nanos = System.nanoTime();
    private long aceptados = deAhora().aceptados();
    private long rechazados = deAhora().sinProcesar();

    Tramo tramo() {
      ResumenDelMinisterio.DelServicio ahora = deAhora();
      long instante = System.nanoTime();
      Tramo tramo =
          new Tramo(
              ahora.aceptados() - aceptados,
              ahora.sinProcesar() - rechazados,
              (instante - nanos) / 1e6);
      nanos = instante;
      aceptados = ahora.aceptados();
      rechazados = ahora.sinProcesar();
      return tramo;
    }

    private ResumenDelMinisterio.DelServicio deAhora() {
      return Objects.requireNonNull(
          escenario.ministerio().resumen().servicios().get(AFILIACION_PRIMERA_VEZ.nombre()));
    }
  }
}
