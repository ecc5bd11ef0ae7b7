package co.satccf.transmitter.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import co.satccf.transmitter.dispatch.Places.Attempt;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who has a place, and when (docs/adr/0022, 0024). */
class PlacesTest {

  private final Places places = new Places(8);

  @Test
  void handsThePlaceOfACallOnToWhoWasClaimedAheadInTheOrderOfTheClaim() {
    // Given two calls, and two that were claimed ahead
    List<CompletableFuture<Boolean>> admitted = places.admit(4, 2, places.stand());
    assertThat(admitted).extracting(Future::isDone).containsExactly(true, true, false, false);
    // When
    places.hangUp(attempt(1));
    // Then
    assertThat(admitted.get(2)).isCompletedWithValue(true);
    assertThat(admitted.get(3)).isNotDone();
    assertThat(places.stand()).isEqualTo(new Places.Stand(2, 6, 12, 1, 0, 1));
  }

  @Test
  void givesAPlaceThatBecameFreeWhileTheClaimWasMadeToWhatItTookAhead() {
    // Given two calls, one of which ends after the count of a claim that finds no place
    places.admit(2, 2, places.stand());
    Places.Stand then = places.stand();
    places.hangUp(attempt(1));
    // When
    List<CompletableFuture<Boolean>> admitted = places.admit(2, 0, then);
    // Then
    assertThat(admitted).extracting(Future::isDone).containsExactly(true, false);
    assertThat(places.inFlight()).isEqualTo(2);
  }

  @Test
  void givesNoPlaceToWhoWaitsWhenTheProcessEnds() throws InterruptedException {
    // Given one call, and one that waits
    CompletableFuture<Boolean> waiting = places.admit(2, 1, places.stand()).getLast();
    // When
    places.close();
    // Then, and neither to who is claimed after that
    assertThat(waiting).isCompletedWithValue(false);
    assertThat(places.admit(1, 0, places.stand()).getFirst()).isCompletedWithValue(false);
    // And all is over when the call is, and what was given back is stored
    places.release(attempt(2));
    places.release(attempt(3));
    assertThat(places.awaitAll(Duration.ZERO)).isFalse();
    places.hangUp(attempt(1));
    places.release(attempt(1));
    assertThat(places.awaitAll(Duration.ZERO)).isTrue();
  }

  @Test
  void turnsAwayWhoWaitsAndGoesOnWithWhoComesAfter() {
    // Given one call, and one that waits
    CompletableFuture<Boolean> waiting = places.admit(2, 1, places.stand()).getLast();
    // When
    places.turnAway();
    // Then
    assertThat(waiting).isCompletedWithValue(false);
    CompletableFuture<Boolean> next = places.admit(1, 0, places.stand()).getFirst();
    places.hangUp(attempt(1));
    assertThat(next).isCompletedWithValue(true);
  }

  static IntStream semillas() {
    return IntStream.range(0, 100);
  }

  @ParameterizedTest
  @MethodSource("semillas")
  void theFleetMakesNoCallBeyondItsLimitAndNobodyWaitsForEver(int semilla) {
    // Given one to three replicas under a limit that changes, whose claims, calls and settlements
    // interleave
    FlotaDeReclamos flota = new FlotaDeReclamos(semilla);
    for (int i = 0; i < 3_000; i++) {
      int before = flota.calls();
      // When
      flota.step();
      // Then
      assertThat(flota.calls()).isLessThanOrEqualTo(Math.max(flota.cupo(), before));
    }
    // And
    flota.endAllCalls();
    assertThat(flota.waiting()).isZero();
  }

  @Test
  void claimsAheadAsMuchAsComesBackMeanwhile() {
    // Given
    FlotaDeReclamos flota = new FlotaDeReclamos(0);
    // When
    IntStream.range(0, 3_000).forEach(i -> flota.step());
    // Then
    assertThat(flota.mostWaiting()).isPositive();
  }

  private static Attempt attempt(int id) {
    return new Attempt(id, 1);
  }
}
