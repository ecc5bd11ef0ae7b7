package co.satccf.transmitter.limite;

import static org.assertj.core.api.Assertions.assertThat;

import co.satccf.transmitter.limite.Busqueda.Fase;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for the search whatever it is told. */
class LimitePropiedadesTest {

  private static final int PASOS = 400;

  static IntStream semillas() {
    return IntStream.range(0, 100);
  }

  @ParameterizedTest
  @MethodSource("semillas")
  void staysBetweenFloorAndCeilingAndHasNoSenselessNumber(int semilla) {
    // Given
    SplittableRandom azar = new SplittableRandom(semilla);
    Margen margen = margen(azar);
    Busqueda busqueda = Busqueda.inicial(azar.nextInt(1, 2_000), azar.nextInt(100));
    long ahora = 0;
    for (int i = 0; i < PASOS; i++) {
      if (azar.nextInt(50) == 0) {
        margen = margen(azar);
      }
      ahora += azar.nextInt(10_000);
      int antes = busqueda.ronda();
      int cupo = busqueda.cupo();
      // When
      busqueda = LimiteAdaptativo.siguiente(busqueda, muestras(azar, busqueda), margen, ahora);
      // Then
      assertThat(busqueda.cupo()).isBetween(margen.piso(), margen.techo());
      assertThat(busqueda.bueno()).isBetween(margen.piso(), margen.techo());
      assertThat(busqueda.base()).isFinite().isNotNegative();
      assertThat(busqueda.deuda()).isNotNegative();
      assertThat(busqueda.ronda() != antes).isEqualTo(busqueda.cupo() != cupo);
      assertThat(busqueda.vigente()).isLessThanOrEqualTo(busqueda.ronda());
    }
  }

  @ParameterizedTest
  @MethodSource("semillas")
  void moreRefusalsNeverGiveMoreExceptThanAMeasure(int semilla) {
    // Given
    SplittableRandom azar = new SplittableRandom(semilla);
    Margen margen = margen(azar);
    Busqueda busqueda = Busqueda.inicial(margen.piso(), 0);
    for (int i = 0; i < PASOS; i++) {
      List<Muestra> muestras = muestras(azar, busqueda);
      List<Muestra> peores = new ArrayList<>(muestras);
      peores.add(Muestra.vacia(busqueda.ronda()).conRechazos(azar.nextInt(1, 50)));
      // When
      Busqueda despues = LimiteAdaptativo.siguiente(busqueda, muestras, margen, i * 1_000L);
      Busqueda peor = LimiteAdaptativo.siguiente(busqueda, peores, margen, i * 1_000L);
      // Then
      if (despues.fase() != Fase.MEDIDA) {
        assertThat(peor.cupo()).isLessThanOrEqualTo(despues.cupo());
      }
      busqueda = despues;
    }
  }

  @ParameterizedTest
  @MethodSource("semillas")
  void slowerAnswersNeverGiveMoreExceptWhenTheyAreMeasured(int semilla) {
    // Given
    SplittableRandom azar = new SplittableRandom(semilla);
    Margen margen = margen(azar);
    Busqueda busqueda = Busqueda.inicial(margen.piso(), 0);
    for (int i = 0; i < PASOS; i++) {
      int cuantas = azar.nextInt(1, 600);
      double rapido = 10 + azar.nextDouble(200);
      double lento = rapido * (1 + azar.nextDouble(5));
      // When
      Busqueda despues = tras(busqueda, cuantas, rapido, margen, i);
      Busqueda peor = tras(busqueda, cuantas, lento, margen, i);
      // Then
      if (busqueda.fase() != Fase.MEDIDA) {
        assertThat(peor.cupo()).isLessThanOrEqualTo(despues.cupo());
      }
      busqueda = azar.nextBoolean() ? despues : peor;
    }
  }

  private static Busqueda tras(
      Busqueda busqueda, int cuantas, double milisegundos, Margen margen, int paso) {
    Muestra muestra = Muestra.vacia(busqueda.ronda()).llena();
    for (int i = 0; i < cuantas; i++) {
      muestra = muestra.respondida(milisegundos);
    }
    return LimiteAdaptativo.siguiente(busqueda, List.of(muestra), margen, paso * 1_000L);
  }

  private static Margen margen(SplittableRandom azar) {
    int piso = azar.nextInt(1, 40);
    return new Margen(piso, piso + azar.nextInt(400));
  }

  /** Of up to three replicas, some late, some silent. */
  private static List<Muestra> muestras(SplittableRandom azar, Busqueda busqueda) {
    List<Muestra> muestras = new ArrayList<>();
    for (int replica = azar.nextInt(4); replica > 0; replica--) {
      Muestra muestra = Muestra.vacia(busqueda.ronda() - azar.nextInt(3));
      for (int i = azar.nextInt(200); i > 0; i--) {
        muestra = muestra.respondida(Math.exp(azar.nextDouble(-3, 14)));
      }
      muestra = muestra.conRechazos(azar.nextBoolean() ? 0 : azar.nextInt(40));
      muestras.add(azar.nextBoolean() ? muestra.llena() : muestra);
    }
    return muestras;
  }
}
