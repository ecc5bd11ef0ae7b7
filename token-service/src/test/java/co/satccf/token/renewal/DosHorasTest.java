package co.satccf.token.renewal;

import static org.assertj.core.api.Assertions.assertThat;

import co.satccf.model.ServicioSat;
import co.satccf.token.config.SatConfig;
import co.satccf.token.prueba.Configuraciones;
import co.satccf.token.prueba.TokenServiceTest;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Two hours of simulated time: 8 transmitters, 3 replicas over one database, tokens revoked by
 * chance.
 */
@QuarkusTest
class DosHorasTest extends TokenServiceTest {

  private static final long SEMILLA = Long.getLong("azar.semilla", 20_261_121L);
  private static final int TRANSMISORES = 8;
  private static final int REPLICAS = 3;
  private static final Duration TODO = Duration.ofHours(2);
  private static final Duration PASO = Duration.ofSeconds(2);
  private static final Duration HORA = Duration.ofHours(1);

  /** One in so many steps revokes a service's token: every 20 minutes or so. */
  private static final int RARA_VEZ = 600;

  /** A refusal within five minutes of the last one is renewed when they are over (rule 18). */
  private static final Duration APLAZADA = Duration.ofMinutes(5);

  private final EnVuelo enVuelo = new EnVuelo();

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void asksAtMostFourTimesAnHourAndOncePerRevocation(boolean nuevoRevocaAnterior) throws Exception {
    // Given
    SatSimulado sat = new SatSimulado(reloj, nuevoRevocaAnterior);
    SatConfig config = Configuraciones.leer(Configuraciones.valida());
    List<Replica> replicas = new ArrayList<>();
    for (int i = 0; i < REPLICAS; i++) {
      replicas.add(
          new Replica(config, base, reloj, (servicio, credencial) -> sat.token(servicio), enVuelo));
    }
    List<Transmisor> transmisores = new ArrayList<>();
    for (int i = 0; i < TRANSMISORES; i++) {
      transmisores.add(new Transmisor(replicas, sat, reloj, SEMILLA + i));
    }

    // When
    Random azar = new Random(SEMILLA);
    Instant fin = reloj.instant().plus(TODO);
    try (ExecutorService hilos = Executors.newVirtualThreadPerTaskExecutor()) {
      while (reloj.instant().isBefore(fin)) {
        paso(transmisores, hilos);
        for (ServicioSat servicio : ServicioSat.values()) {
          if (azar.nextInt(RARA_VEZ) == 0) {
            sat.revocar(servicio);
          }
        }
        reloj.avanzar(PASO);
      }
    }

    // Then
    contar(sat, transmisores, nuevoRevocaAnterior);
    assertThat(sat.conTokenVencido()).isZero();
    for (ServicioSat servicio : ServicioSat.values()) {
      List<Instant> pedidos = sat.pedidos(servicio);
      for (Instant desde : pedidos) {
        Instant hasta = desde.plus(HORA);
        long enUnaHora = entre(pedidos, desde, hasta);
        long revocados = entre(sat.revocaciones(servicio), desde.minus(APLAZADA), hasta);
        assertThat(enUnaHora).as(servicio.nombre()).isBetween(1L, 4 + revocados);
      }
    }
    int salvadas = transmisores.stream().mapToInt(Transmisor::salvadas).sum();
    int perdidas = transmisores.stream().mapToInt(Transmisor::perdidas).sum();
    int sinToken = transmisores.stream().mapToInt(Transmisor::sinToken).sum();
    assertThat(salvadas).isPositive();
    assertThat(perdidas).isZero();
    // Waits of five minutes after two revocations in a row are what it does without.
    assertThat(sinToken).isLessThan(sat.llamadas() / 20);
  }

  /** Everybody who has something to report does so at once; time stands until all is settled. */
  private void paso(List<Transmisor> transmisores, ExecutorService hilos)
      throws InterruptedException, ExecutionException {
    List<Future<?>> llamadas = new ArrayList<>();
    for (Transmisor transmisor : transmisores) {
      llamadas.add(
          hilos.submit(
              () -> {
                for (ServicioSat servicio : ServicioSat.values()) {
                  if (transmisor.quiere()) {
                    transmisor.llamar(servicio);
                  }
                }
              }));
    }
    for (Future<?> llamada : llamadas) {
      llamada.get();
    }
    enVuelo.esperar(Duration.ofMinutes(1));
  }

  private static long entre(List<Instant> instantes, Instant desde, Instant hasta) {
    return instantes.stream().filter(i -> !i.isBefore(desde) && i.isBefore(hasta)).count();
  }

  private static void contar(
      SatSimulado sat, List<Transmisor> transmisores, boolean nuevoRevocaAnterior) {
    for (ServicioSat servicio : ServicioSat.values()) {
      System.out.printf(
          "%s: %d requests, %d revocations%n",
          servicio.nombre(), sat.pedidos(servicio).size(), sat.revocaciones(servicio).size());
    }
    System.out.printf(
        "azar.semilla=%d, a new token revokes the old one: %s; %d calls, %d answered 401, %d mended,"
            + " %d waited for a token, %d with an expired token%n",
        SEMILLA,
        nuevoRevocaAnterior,
        sat.llamadas(),
        sat.rechazadas(),
        transmisores.stream().mapToInt(Transmisor::salvadas).sum(),
        transmisores.stream().mapToInt(Transmisor::sinToken).sum(),
        sat.conTokenVencido());
  }
}
