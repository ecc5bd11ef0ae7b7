package co.satccf.transmitter.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class HilosTest {

  private static final Duration SOON = Duration.ofSeconds(10);

  @Test
  void beginsALoopAgainThatAnErrorEnded() {
    // Given
    Hilos hilos = new Hilos();
    AtomicInteger rounds = new AtomicInteger();
    CountDownLatch stop = new CountDownLatch(1);
    // When
    hilos.empezar(
        "prueba",
        () -> {
          if (rounds.incrementAndGet() == 1) {
            throw new LinkageError("a class that is not there");
          }
          awaitQuietly(stop);
        });
    // Then
    await().atMost(SOON).untilAsserted(() -> assertThat(rounds).hasValue(2));
    assertThat(hilos.muertos()).isEmpty();
    stop.countDown();
  }

  @Test
  void tellsOfALoopThatEnded() {
    // Given
    Hilos hilos = new Hilos();
    // When
    hilos.empezar("prueba", () -> {});
    // Then
    await().atMost(SOON).until(() -> hilos.muertos().containsKey("prueba"));
  }

  @Test
  void tellsOfNoneWhenAllAreStopped() {
    // Given
    Hilos hilos = new Hilos();
    CountDownLatch stop = new CountDownLatch(1);
    hilos.empezar("prueba", () -> awaitQuietly(stop));
    // When
    hilos.parar();
    stop.countDown();
    // Then
    assertThat(hilos.muertos()).isEmpty();
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }
}
