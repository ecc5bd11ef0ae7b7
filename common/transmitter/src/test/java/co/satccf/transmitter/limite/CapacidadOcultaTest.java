package co.satccf.transmitter.limite;

import static co.satccf.transmitter.limite.MinisterioOculto.ENCOLA;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The limit against Ministries of every kind and size, in simulated time (rule 3, docs/adr/0009).
 * Two replicas, as many reports as one likes, times of service with a jitter of a fifth.
 */
class CapacidadOcultaTest {

  private static final double DISPERSION = 0.2;
  private static final Margen MARGEN = new Margen(1, 512);

  static List<Arguments> ministerios() {
    List<Arguments> casos = new ArrayList<>();
    for (MinisterioOculto clase : MinisterioOculto.values()) {
      for (int milisegundos : List.of(20, 200, 1_000)) {
        for (int capacidad : List.of(3, 6, 16, 50, 200)) {
          casos.add(Arguments.of(clase, milisegundos, capacidad));
        }
      }
    }
    return casos;
  }

  @ParameterizedTest(name = "{0}, {1} ms, {2} at once")
  @MethodSource("ministerios")
  void findsTheCapacityInAMinuteAndFollowsIt(
      MinisterioOculto clase, int milisegundos, int capacidad) {
    // Given
    FlotaSimulada flota =
        new FlotaSimulada(clase, capacidad, milisegundos, DISPERSION, 2, MARGEN, 1);
    // When
    flota.correr(60);
    FlotaSimulada.Tramo hallada = flota.correr(120);
    // Then
    assertThat(hallada.aprovechado()).isGreaterThan(0.9);
    assertThat(hallada.rechazado()).isLessThan(0.01);
    // When it is halved
    int mitad = capacidad / 2;
    flota.capacidad(mitad);
    flota.correr(clase == ENCOLA ? Math.max(3, 12 * milisegundos / 1_000.0) : 3);
    // Then
    assertThat(flota.cupo()).isLessThanOrEqualTo(Math.max(mitad + 3, mitad * 3 / 2));
    flota.correr(60);
    FlotaSimulada.Tramo menos = flota.correr(60);
    assertThat(menos.aprovechado()).isGreaterThan(0.85);
    assertThat(menos.rechazado()).isLessThan(0.01);
    // When it is as before
    flota.capacidad(capacidad);
    flota.correr(150.0 / mitad * milisegundos / 1_000 + 60);
    // Then
    assertThat(flota.correr(60).aprovechado()).isGreaterThan(0.85);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("clases")
  void moreReplicasFindTheSameNoSooner(MinisterioOculto clase) {
    // Given
    FlotaSimulada una = new FlotaSimulada(clase, 400, 200, DISPERSION, 1, MARGEN, 7);
    FlotaSimulada cuatro = new FlotaSimulada(clase, 400, 200, DISPERSION, 4, MARGEN, 7);
    // When
    una.correr(5);
    cuatro.correr(5);
    // Then
    assertThat(cuatro.cupo()).isLessThanOrEqualTo(una.cupo() * 2);
    una.correr(55);
    cuatro.correr(55);
    assertThat(una.correr(30).aprovechado()).isGreaterThan(0.9);
    assertThat(cuatro.correr(30).aprovechado()).isGreaterThan(0.9);
  }

  @ParameterizedTest(name = "{0}, {1} ms")
  @CsvSource({"RECHAZA, 200", "RECHAZA, 1000", "ENCOLA, 200", "ENCOLA, 1000"})
  void quickGlosasAmongSlowAcceptancesDoNotCollapseIt(MinisterioOculto clase, int milisegundos) {
    // Given a batch of which most is refused by its form, then one of which most is taken
    FlotaSimulada flota = new FlotaSimulada(clase, 50, milisegundos, DISPERSION, 2, MARGEN, 3);
    flota.correr(90);
    int menor = flota.cupo();
    long respondidas = 0;
    double posibles = 0;
    for (int tanda = 0; tanda < 20; tanda++) {
      flota.glosas(tanda % 2 == 0 ? 0.8 : 0.2);
      // When
      for (int segundo = 0; segundo < 20; segundo++) {
        FlotaSimulada.Tramo tramo = flota.correr(1);
        menor = Math.min(menor, flota.cupo());
        respondidas += tramo.respondidas();
        posibles += tramo.respondidas() / tramo.aprovechado();
      }
    }
    // Then
    assertThat(menor).isGreaterThan(40);
    assertThat(respondidas / posibles).isGreaterThan(0.8);
  }

  static MinisterioOculto[] clases() {
    return MinisterioOculto.values();
  }
}
