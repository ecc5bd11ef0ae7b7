package co.satccf.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/**
 * One {@code ./sat} as a person starts it, and what the machine still holds of it. Its temporary
 * folder is one of its own, also for whatever of the run forgets where the run's folder is.
 */
final class Lanzador implements AutoCloseable {

  private static final Path RAIZ =
      Path.of(System.getProperty("sat.raiz", "../..")).toAbsolutePath().normalize();
  private static final Path SAT = RAIZ.resolve("target/sat");
  private static final Duration ARRANQUE = Duration.ofSeconds(120);
  private static final Duration LIMPIEZA = Duration.ofSeconds(30);

  private final Process proceso;
  private final Path salida;
  private final Path temporales;

  private Lanzador(Process proceso, Path salida, Path temporales) {
    this.proceso = proceso;
    this.salida = salida;
    this.temporales = temporales;
  }

  /**
   * @param carpeta of the test, for what it prints and for stray temporary files
   */
  static Lanzador iniciar(Path carpeta, String... argumentos) {
    try {
      Path temporales = Files.createTempDirectory(carpeta, "tmp");
      Path salida = Files.createTempFile(carpeta, "salida", ".txt");
      // Where this test runs in the background, Ctrl-C is ignored, and that is inherited.
      List<String> comando =
          new ArrayList<>(List.of("env", "--default-signal=INT", RAIZ.resolve("sat").toString()));
      comando.addAll(List.of(argumentos));
      ProcessBuilder porIniciar =
          new ProcessBuilder(comando).redirectErrorStream(true).redirectOutput(salida.toFile());
      porIniciar.environment().put("JAVA_HOME", System.getProperty("java.home"));
      porIniciar.environment().put("TMPDIR", temporales.toString());
      porIniciar.environment().put("JDK_JAVA_OPTIONS", "-Djava.io.tmpdir=" + temporales);
      return new Lanzador(porIniciar.start(), salida, temporales);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs it to its end and returns its exit status. */
  int estado() {
    try {
      assertThat(proceso.waitFor(ARRANQUE.toSeconds(), TimeUnit.SECONDS))
          .as("./sat ends; it printed:%n%s", salida())
          .isTrue();
      return proceso.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Everything printed so far. */
  String salida() {
    try {
      return Files.readString(salida, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void esperar(String texto) {
    Awaitility.await("./sat prints " + texto)
        .atMost(ARRANQUE)
        .failFast("./sat ended", () -> !proceso.isAlive() && !salida().contains(texto))
        .until(() -> salida().contains(texto));
  }

  /** Addresses of the platform that is on, by name. */
  Map<String, URI> direcciones() {
    try {
      Map<String, URI> direcciones = new HashMap<>();
      RegistroAMano.JSON
          .readTree(SAT.resolve("plataforma.json").toFile())
          .properties()
          .forEach(d -> direcciones.put(d.getKey(), direccion(d.getValue().asText())));
      // Where the identities are is a folder; that it goes is seen with the folders of the run.
      direcciones.values().removeIf(direccion -> direccion.getScheme().equals("file"));
      return direcciones;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static URI direccion(String texto) {
    String sinJdbc = texto.replaceFirst("^jdbc:", "");
    return URI.create(sinJdbc.contains("://") ? sinJdbc : "tcp://" + sinJdbc);
  }

  /** Ctrl-C: the signal that a terminal sends. */
  void interrumpir() {
    try {
      new ProcessBuilder("kill", "-INT", String.valueOf(proceso.pid())).start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Signal 9. */
  void matar() {
    proceso.destroyForcibly();
  }

  /** Command lines of the processes of this run, PostgreSQL and the guard included. */
  List<String> procesos() {
    String marca = SAT.resolve("corrida-" + proceso.pid() + "-").toString();
    List<String> suyos = new ArrayList<>();
    try (Stream<Path> todos = Files.list(Path.of("/proc"))) {
      todos
          .filter(p -> p.getFileName().toString().matches("\\d+"))
          .forEach(
              p -> {
                String comando = leer(p.resolve("cmdline"));
                if (comando.contains(marca) || leer(p.resolve("environ")).contains(marca)) {
                  suyos.add(comando.replace('\0', ' '));
                }
              });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return suyos;
  }

  /** Empty for a process that has ended meanwhile. */
  private static String leer(Path archivo) {
    try {
      return Files.readString(archivo, StandardCharsets.ISO_8859_1);
    } catch (IOException gone) {
      return "";
    }
  }

  /** Waits until nothing of the run is left, and says what stays. */
  void nadaQueda(Map<String, URI> direcciones) {
    Awaitility.await("no process of the run")
        .atMost(LIMPIEZA)
        .untilAsserted(() -> assertThat(procesos()).isEmpty());
    assertThat(direcciones.values())
        .filteredOn(Lanzador::ocupada)
        .as("ports still taken")
        .isEmpty();
    String pid = String.valueOf(proceso.pid());
    assertThat(nombres(SAT))
        .as("folders of the run")
        .noneMatch(n -> n.startsWith("corrida-" + pid + "-") || n.equals("tmp-" + pid));
    assertThat(nombres(temporales)).as("temporary files").isEmpty();
  }

  private static boolean ocupada(URI direccion) {
    try (Socket socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), direccion.getPort()), 1_000);
      return true;
    } catch (IOException refused) {
      return false;
    }
  }

  private static List<String> nombres(Path carpeta) {
    try (Stream<Path> hijos = Files.list(carpeta)) {
      return hijos.map(hijo -> hijo.getFileName().toString()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a failed test leaves running. */
  @Override
  public void close() {
    proceso.destroyForcibly();
  }
}
