package co.satccf.acceptance;

import co.satccf.sandbox.local.Plataforma;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names of metrics: those that running services expose, and those that people look at. */
final class Metricas {

  /** Of ours and of the JVM's; no label begins so. */
  private static final Pattern NOMBRE = Pattern.compile("\\b(?:sat|jvm|process|http)_[a-z_]+");

  /** Series that Prometheus makes of others. */
  private static final Pattern CALCULADO = Pattern.compile("(?<=- record: )\\w+");

  private static final Duration PRONTO = Duration.ofMinutes(1);
  private static final Duration ENTRE_MIRADAS = Duration.ofMillis(500);

  private Metricas() {}

  /**
   * Once all of these are among them, for some are measured now and then; or else after a minute.
   */
  static Set<String> expuestas(Plataforma plataforma, Set<String> esperadas) {
    long limite = System.nanoTime() + PRONTO.toNanos();
    Set<String> nombres = expuestas(plataforma);
    while (!nombres.containsAll(esperadas) && System.nanoTime() < limite) {
      LockSupport.parkNanos(ENTRE_MIRADAS.toNanos());
      nombres = expuestas(plataforma);
    }
    return nombres;
  }

  private static Set<String> expuestas(Plataforma plataforma) {
    Set<String> nombres = new TreeSet<>();
    for (String servicio : plataforma.servicios()) {
      leer(plataforma.gestion(servicio).resolve("/q/metrics"))
          .lines()
          .filter(linea -> !linea.startsWith("#"))
          .map(linea -> linea.split("[{ ]", 2)[0])
          .forEach(nombres::add);
    }
    return nombres;
  }

  /**
   * @param carpeta the chart: alert rules, dashboards, and what autoscalers ask
   */
  static Set<String> nombradas(Path carpeta) throws IOException {
    try (Stream<Path> archivos = Files.walk(carpeta)) {
      List<Path> consultas =
          archivos.filter(a -> a.toString().matches(".*\\.(yaml|json|tpl)")).toList();
      Set<String> nombres = new TreeSet<>();
      Set<String> calculados = new TreeSet<>();
      for (Path archivo : consultas) {
        String texto = Files.readString(archivo);
        nombres.addAll(hallados(NOMBRE, texto));
        calculados.addAll(hallados(CALCULADO, texto));
      }
      nombres.removeAll(calculados);
      return nombres;
    }
  }

  private static Set<String> hallados(Pattern que, String texto) {
    return que.matcher(texto).results().map(hallado -> hallado.group()).collect(Collectors.toSet());
  }

  private static String leer(URI metricas) {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(
              HttpRequest.newBuilder(metricas).build(), HttpResponse.BodyHandlers.ofString())
          .body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
