package co.satccf.sandbox.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuardianTest {

  @Test
  void endsEveryProcessOfTheRunAndRemovesItsFolders(@TempDir Path dir) throws Exception {
    // Given a run with a child that has a child of its own, and a stranger
    Path carpeta = Files.createDirectories(dir.resolve("corrida"));
    Files.createDirectory(carpeta.resolve("datos"));
    Path temporales = Files.createDirectories(dir.resolve("tmp"));
    Files.writeString(carpeta.resolve("datos/algo"), "x");
    Process extrano = new ProcessBuilder("sleep", "60").start();
    Guardian guardian = Guardian.de(carpeta, Optional.of(temporales), dir.resolve("guardian.sh"));
    ProcessBuilder hijo = new ProcessBuilder("bash", "-c", "sleep 61 & wait");
    guardian.marcar(hijo);
    Process padre = hijo.start();
    Awaitility.await().until(() -> padre.descendants().count() == 1);
    ProcessHandle nieto = padre.descendants().findFirst().orElseThrow();
    // When the launcher lets go of the guard
    guardian.close();
    // Then
    assertThat(padre.isAlive()).isFalse();
    Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> !nieto.isAlive());
    assertThat(carpeta).doesNotExist();
    assertThat(temporales).doesNotExist();
    assertThat(extrano.isAlive()).isTrue();
    extrano.destroyForcibly();
  }

  @Test
  void forcesAProcessThatDoesNotEndWhenAsked(@TempDir Path dir) throws Exception {
    // Given a child that ignores TERM
    Path carpeta = Files.createDirectories(dir.resolve("corrida"));
    Guardian guardian = Guardian.de(carpeta, Optional.empty(), dir.resolve("guardian.sh"));
    ProcessBuilder terco =
        new ProcessBuilder("bash", "-c", "trap '' TERM; echo; while :; do sleep 1; done");
    guardian.marcar(terco);
    Process hijo = terco.start();
    assertThat(hijo.getInputStream().read()).isEqualTo('\n');
    // When
    guardian.close();
    // Then
    Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> !hijo.isAlive());
    assertThat(carpeta).doesNotExist();
  }
}
