package co.satccf.transmitter.limite;

import static org.assertj.core.api.Assertions.assertThat;

import co.satccf.transmitter.limite.Busqueda.Fase;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The steps of the search one by one, and that it survives its column. */
class LimiteAdaptativoTest {

  private static final Margen MARGEN = new Margen(1, 256);
  private static final double BASE = 100;

  @Test
  void goesTwiceAsFarWithEachTryThatHolds() {
    // Given
    Busqueda busqueda = Busqueda.inicial(2, 0);
    // When, Then
    for (int cupo : List.of(3, 5, 9, 17, 33)) {
      busqueda = paso(busqueda, respondidas(busqueda, 33, BASE).llena());
      assertThat(busqueda.cupo()).isEqualTo(cupo);
    }
  }

  @Test
  void doesNotGrowWhileItIsNotUsed() {
    // Given
    Busqueda busqueda = Busqueda.inicial(8, 0);
    // When
    for (int i = 0; i < 20; i++) {
      busqueda = paso(busqueda, respondidas(busqueda, 100, BASE));
    }
    // Then
    assertThat(busqueda.cupo()).isEqualTo(8);
  }

  @Test
  void waitsForAnAnswerForEachPlaceBeforeItTriesMore() {
    // Given
    Busqueda busqueda = Busqueda.inicial(64, 0);
    // When, Then
    busqueda = paso(busqueda, respondidas(busqueda, 63, BASE).llena());
    assertThat(busqueda.cupo()).isEqualTo(64);
    busqueda = paso(busqueda, respondidas(busqueda, 1, BASE).llena());
    assertThat(busqueda.cupo()).isEqualTo(65);
  }

  @Test
  void takesARefusedTryBackAndHalvesTheGap() {
    // Given a try of 17 after 9 that held
    Busqueda busqueda = hasta(17);
    // When
    busqueda = paso(busqueda, respondidas(busqueda, 4, BASE).rechazada().llena());
    // Then
    assertThat(busqueda.cupo()).isEqualTo(13);
    assertThat(busqueda.fase()).isEqualTo(Fase.PRUEBA);
  }

  @Test
  void triesNoMoreUntilARefusalIsMadeUpFor() {
    // Given a limit of 9, and 10 refused
    Busqueda busqueda = enEspera(9);
    // When, Then
    busqueda = paso(busqueda, respondidas(busqueda, 149, BASE).llena(), 60_000);
    assertThat(busqueda.cupo()).isEqualTo(9);
    busqueda = paso(busqueda, respondidas(busqueda, 16, BASE).llena(), 60_000);
    assertThat(busqueda.cupo()).isEqualTo(10);
  }

  @Test
  void aLonelyRefusalChangesNothing() {
    // Given
    Busqueda busqueda = enEspera(9);
    // When
    busqueda = paso(busqueda, respondidas(busqueda, 9, BASE).rechazada().llena());
    // Then
    assertThat(busqueda.cupo()).isEqualTo(9);
  }

  @Test
  void givesUpHalfWhenNearlyEverythingIsRefused() {
    // Given
    Busqueda busqueda = enEspera(9);
    // When
    Muestra muestra = Muestra.vacia(busqueda.ronda()).conRechazos(16);
    // Then
    assertThat(paso(busqueda, muestra).cupo()).isEqualTo(5);
  }

  @Test
  void countsRefusalsOfCallsFromBeforeTheCutNoMore() {
    // Given a cut
    Busqueda busqueda = enEspera(9);
    int antes = busqueda.ronda();
    busqueda = paso(busqueda, Muestra.vacia(antes).conRechazos(16));
    // When the calls that were on the wire are refused too
    Busqueda despues = paso(busqueda, Muestra.vacia(antes).conRechazos(100));
    // Then
    assertThat(despues).isEqualTo(busqueda);
  }

  @Test
  void aSingleSlowAnswerDoesNotCollapseIt() {
    // Given
    Busqueda busqueda = hasta(17);
    Muestra muestra = respondidas(busqueda, 20, BASE).respondida(30_000).llena();
    // When, Then
    assertThat(paso(busqueda, muestra).cupo()).isGreaterThan(17);
  }

  @Test
  void goesToWhereNothingQueuesWhenLatencyGrowsWithTheLimit() {
    // Given a Ministry that serves 16 at once and answers 32 in twice the time
    Busqueda busqueda = hasta(33);
    busqueda = paso(busqueda, respondidas(busqueda, 33, 2 * BASE).llena());
    assertThat(busqueda.fase()).isEqualTo(Fase.MEDIDA);
    assertThat(busqueda.cupo()).isLessThan(16);
    // When fewer are answered as quickly as ever
    busqueda = paso(busqueda, respondidas(busqueda, 33, BASE).llena());
    // Then
    assertThat(busqueda.cupo()).isBetween(16, 20);
  }

  @Test
  void keepsItsLimitWhenTheMinistryIsSlowerWhateverTheLimit() {
    // Given
    Busqueda busqueda = enEspera(17);
    busqueda = paso(busqueda, respondidas(busqueda, 33, 3 * BASE).llena());
    assertThat(busqueda.fase()).isEqualTo(Fase.MEDIDA);
    // When
    busqueda = paso(busqueda, respondidas(busqueda, 33, 3 * BASE).llena());
    // Then
    assertThat(busqueda.cupo()).isEqualTo(17);
    assertThat(busqueda.base())
        .isCloseTo(3 * BASE, org.assertj.core.data.Percentage.withPercentage(10));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 20, 300})
  void followsAFloorAndACeilingThatMove(int fijo) {
    // Given
    Busqueda busqueda = hasta(33);
    // When
    Busqueda despues = LimiteAdaptativo.siguiente(busqueda, List.of(), new Margen(fijo, fijo), 1);
    // Then
    assertThat(despues.cupo()).isEqualTo(fijo);
  }

  @Test
  void survivesItsColumn() {
    // Given
    Busqueda busqueda = hasta(17);
    busqueda = paso(busqueda, respondidas(busqueda, 3, 250).llena());
    // When
    Busqueda leida = Limite.de(busqueda, MARGEN).leida();
    // Then
    assertThat(leida).usingRecursiveComparison().isEqualTo(busqueda);
  }

  private static Busqueda paso(Busqueda antes, Muestra muestra) {
    return paso(antes, muestra, 0);
  }

  private static Busqueda paso(Busqueda antes, Muestra muestra, long ahora) {
    return LimiteAdaptativo.siguiente(antes, List.of(muestra), MARGEN, ahora);
  }

  private static Muestra respondidas(Busqueda busqueda, int cuantas, double milisegundos) {
    Muestra muestra = Muestra.vacia(busqueda.ronda());
    for (int i = 0; i < cuantas; i++) {
      muestra = muestra.respondida(milisegundos);
    }
    return muestra;
  }

  /** Tries this limit: one of 3, 5, 9, 17 ... */
  private static Busqueda hasta(int cupo) {
    Busqueda busqueda = Busqueda.inicial(2, 0);
    while (busqueda.cupo() < cupo) {
      busqueda = paso(busqueda, respondidas(busqueda, 64, BASE).llena());
    }
    return busqueda;
  }

  /** This limit held, and one more was refused once. */
  private static Busqueda enEspera(int cupo) {
    Busqueda busqueda = Busqueda.inicial(cupo, 0);
    busqueda = paso(busqueda, respondidas(busqueda, 64, BASE).llena());
    return paso(busqueda, respondidas(busqueda, 1, BASE).rechazada().llena());
  }
}
