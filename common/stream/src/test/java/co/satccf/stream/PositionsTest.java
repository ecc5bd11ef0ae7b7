package co.satccf.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PositionsTest {

  private final TopicPartition partition = new TopicPartition("p-" + UUID.randomUUID(), 3);
  private Connection connection;
  private Connection other;

  @BeforeEach
  void connect() throws Exception {
    connection = Platform.database().getConnection();
    other = Platform.database().getConnection();
    connection.setAutoCommit(false);
    other.setAutoCommit(false);
  }

  @AfterEach
  void disconnect() throws Exception {
    connection.close();
    other.close();
  }

  @Test
  void isZeroUntilStored() throws Exception {
    assertThat(Positions.siguiente(connection, partition)).isZero();
    Positions.avanzar(connection, partition, new Range(0, 7));
    assertThat(Positions.siguiente(connection, partition)).isEqualTo(7);
  }

  @Test
  void refusesAMoveFromWhereItIsNot() throws Exception {
    Positions.avanzar(connection, partition, new Range(0, 7));
    assertThatThrownBy(() -> Positions.avanzar(connection, partition, new Range(6, 9)))
        .isInstanceOf(StalePositionException.class);
    assertThatThrownBy(() -> Positions.avanzar(connection, partition, new Range(0, 9)))
        .isInstanceOf(StalePositionException.class);
    assertThat(Positions.siguiente(connection, partition)).isEqualTo(7);
  }

  @Test
  void doesNotBringBackARowThatSomebodyRemoved() {
    assertThatThrownBy(() -> Positions.avanzar(connection, partition, new Range(7, 9)))
        .isInstanceOf(StalePositionException.class);
  }

  @Test
  void letsOneOfTwoFirstMoversWin() throws Exception {
    assertOneWins(new Range(0, 5), new Range(0, 5));
  }

  @Test
  void letsOneOfTwoMoversWinThoughBothReadTheSamePlace() throws Exception {
    Positions.avanzar(connection, partition, new Range(0, 5));
    connection.commit();
    assertOneWins(new Range(5, 8), new Range(5, 9));
  }

  private void assertOneWins(Range winner, Range loser) throws Exception {
    // Given
    Positions.avanzar(connection, partition, winner);
    // When
    var second =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                Positions.avanzar(other, partition, loser);
                return "moved";
              } catch (Exception refused) {
                return refused.getClass().getSimpleName();
              }
            });
    assertThatThrownBy(() -> second.get(200, TimeUnit.MILLISECONDS))
        .isInstanceOf(TimeoutException.class);
    connection.commit();
    // Then
    assertThat(second.get(10, TimeUnit.SECONDS)).isEqualTo("StalePositionException");
    assertThat(Positions.siguiente(connection, partition)).isEqualTo(winner.siguiente());
  }
}
