package co.satccf.transmitter.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many reports one claim may take (rule 6, docs/adr/0022, 0024). */
class RoomTest {

  private static final int ALL = Integer.MAX_VALUE;
  private static final int CONNECTIONS = 64;

  @ParameterizedTest(name = "limit {0}, {1} in flight, {2} calls here, {3} came back")
  @CsvSource({
    // No more than half of the limit at once, but for the first few
    "40,  0,  0,  0, 20, 0",
    "10,  0,  0,  0,  8, 0",
    " 4,  0,  0,  0,  4, 0",
    // The limit is used up: as many ahead as came back
    "40, 40, 40,  7,  0, 7",
    "40, 35, 35,  7,  5, 7",
    "40, 40, 40, 39,  0, 20",
    // Nothing came back: they may hang
    "40, 40, 40,  0,  0, 0",
    // All calls are those of others: nobody here would hand a place on
    "40, 40,  0,  7,  0, 0",
    "40, 40,  3,  7,  0, 3",
    // The limit was cut
    "40, 50, 50,  7,  0, 0",
    // One at a time
    " 1,  1,  1,  1,  0, 0"
  })
  void takesWhatHasAPlaceAndAsMuchAheadAsComesBack(
      int cupo, int enVuelo, int calls, int cameBack, int left, int ahead) {
    // When
    Room room = Room.of(cupo, ALL, enVuelo, stand(calls, 0), cameBack);
    // Then
    assertThat(room.left()).isEqualTo(left);
    assertThat(room.ahead()).isEqualTo(ahead);
  }

  @ParameterizedTest(name = "{0} wait")
  @CsvSource({"3, 4", "7, 0", "9, 0"})
  void countsThoseThatWaitAsClaimedAheadAndNotAsCalls(int waiting, int ahead) {
    // When
    Room room = Room.of(40, ALL, 40 + waiting, stand(40, waiting), 7);
    // Then
    assertThat(room.calls()).isEqualTo(40);
    assertThat(room.left()).isZero();
    assertThat(room.ahead()).isEqualTo(ahead);
  }

  @ParameterizedTest(name = "{0} allowed")
  @CsvSource({"0, 0", "1, 1", "5, 5", "20, 20"})
  void takesNothingAheadWhereTheBreakerLetsFewerThrough(int allowed, int left) {
    // When
    Room room = Room.of(40, allowed, 20, stand(20, 0), 7);
    // Then
    assertThat(room.left()).isEqualTo(left);
    assertThat(room.ahead()).isZero();
  }

  @ParameterizedTest(name = "{0} free hands")
  @CsvSource({"0, 0", "2, 2", "100, 7"})
  void takesNoMoreAheadThanThereAreHandsFor(int hands, int ahead) {
    // When
    Room room = Room.of(40, ALL, 40, new Places.Stand(40, 24, hands, 0, 0, 0), 7);
    // Then
    assertThat(room.ahead()).isEqualTo(ahead);
  }

  @ParameterizedTest(name = "{0} free hands")
  @CsvSource({"18, 18", "30, 20"})
  void takesNoMoreThanThereAreHandsFor(int hands, int left) {
    // When
    Room room = Room.of(40, ALL, 10, new Places.Stand(10, 54, hands, 0, 0, 0), 0);
    // Then
    assertThat(room.left()).isEqualTo(left);
    assertThat(room.ahead()).isZero();
  }

  @Test
  void takesNoCallOfItsOwnForNoneWhenTheLeasesOfThoseThatWaitAreOver() {
    // Given 40 calls and 20 that wait, none of them in the count, which has 40 of another replica
    Places.Stand then = stand(40, 20);
    // When, Then
    assertThat(Room.of(40, ALL, 40, then, 7).total()).isZero();
  }

  private static Places.Stand stand(int calls, int waiting) {
    int free = CONNECTIONS - calls;
    return new Places.Stand(calls, free, CONNECTIONS + free - waiting, waiting, 0, 0);
  }
}
