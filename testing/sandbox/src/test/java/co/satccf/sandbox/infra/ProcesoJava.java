package co.satccf.sandbox.infra;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A Java process of a test with this class path; ended at the latest by {@link #close()}. */
public final class ProcesoJava implements AutoCloseable {
  private final Process proceso;
  private final BufferedReader salida;

  private ProcesoJava(Process proceso) {
    this.proceso = proceso;
    this.salida = proceso.inputReader(StandardCharsets.UTF_8);
  }

  public static ProcesoJava iniciar(Path temporal, Class<?> principal, String... args)
      throws IOException {
    List<String> comando =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Djava.io.tmpdir=" + temporal,
                "-cp",
                System.getProperty("java.class.path"),
                principal.getName()));
    comando.addAll(List.of(args));
    return new ProcesoJava(
        new ProcessBuilder(comando).redirectError(ProcessBuilder.Redirect.INHERIT).start());
  }

  /** Reads its output up to a line that begins so. */
  public String lineaQueEmpiezaCon(String comienzo) throws IOException {
    String linea = salida.readLine();
    while (linea != null && !linea.startsWith(comienzo)) {
      linea = salida.readLine();
    }
    if (linea == null) {
      throw new IOException("the process ended before it wrote " + comienzo);
    }
    return linea;
  }

  public void matar() throws InterruptedException {
    proceso.destroyForcibly().waitFor();
  }

  /** SIGTERM; waits for the end. */
  public void terminar() throws InterruptedException {
    proceso.destroy();
    if (!proceso.waitFor(30, TimeUnit.SECONDS)) {
      throw new IllegalStateException("the process does not end");
    }
  }

  @Override
  public void close() {
    proceso.destroyForcibly();
  }
}
