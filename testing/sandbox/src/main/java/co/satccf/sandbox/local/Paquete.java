package co.satccf.sandbox.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A service as Maven packages it.
 *
 * @param carpeta where its jars are
 */
public record Paquete(Path carpeta) {

  /**
   * As the images have it (deploy/imagenes/Dockerfile.jvm, and the chart's {@code
   * pods.opcionesJvm}): 28 % of a pod of 512 MiB, and what the compilers used is given back.
   */
  static final List<String> MEMORIA =
      List.of(
          "-Xmx144m",
          "-XX:+UseSerialGC",
          "-XX:+UseCompactObjectHeaders",
          "-XX:TrimNativeHeapInterval=10000",
          "-XX:+ExitOnOutOfMemoryError");

  static final String UN_COMPILADOR = "-XX:TieredStopAtLevel=1";

  /**
   * @param raiz the project's root
   */
  public static Paquete de(Path raiz, ServicioSuite servicio) {
    return new Paquete(raiz.resolve(servicio.modulo()).resolve("target/quarkus-app"));
  }

  Path jar() {
    return carpeta.resolve("quarkus-run.jar");
  }

  /** Starts it by itself, ready soonest, with these flags besides. */
  public List<String> comando(String... indicadores) {
    List<String> comando =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:-UsePerfData"));
    comando.addAll(MEMORIA);
    comando.addAll(arranqueRapido());
    comando.addAll(List.of(indicadores));
    comando.addAll(List.of("-jar", jar().toString()));
    return comando;
  }

  /**
   * One compiler, and the AOT cache (JEP 514) that the test of the package recorded, if it did: a
   * cache that is named and not there would cost the JDK's own. What the JVM could not take from it
   * is no warning to a reader of logs, nor one of the objects that a log consists of.
   */
  List<String> arranqueRapido() {
    Path cache = carpeta.resolve("app.aot");
    return Files.exists(cache)
        ? List.of(UN_COMPILADOR, "-XX:AOTCache=" + cache, "-Xlog:aot*=error")
        : List.of(UN_COMPILADOR);
  }
}
