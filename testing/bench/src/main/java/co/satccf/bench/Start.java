package co.satccf.bench;

import co.satccf.bench.carga.Cpu;
import co.satccf.bench.informe.Informe;
import co.satccf.bench.informe.Medida;
import co.satccf.sandbox.local.Plataforma;
import co.satccf.sandbox.local.ServicioSuite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * From the start of a process to its first "ready", and what it then holds in memory; everything it
 * needs is up already. With an AOT cache: what a training run of the same package wrote (JEP 514).
 * Native: the executables that {@code ./mvnw package -Dnative} has left, where there are any.
 */
final class Start implements Scenario {

  @Override
  public String nombre() {
    return "arranque";
  }

  @Override
  public String titulo() {
    return "Arranque y memoria de cada servicio";
  }

  @Override
  public void measure(Extent extent, Informe informe) throws IOException {
    try (Plataforma plataforma = Plataforma.iniciar(extent.opciones(), informe::aviso)) {
      for (ServicioSuite servicio : ServicioSuite.values()) {
        Turn turn = new Turn(plataforma, servicio, informe);
        turn.measure("JVM", () -> plataforma.reemplazar(servicio, List.of()));
        if (!extent.corto() || servicio == ServicioSuite.RELACION_LABORAL) {
          turn.withCache();
        }
        nativeOf(extent.opciones().raiz(), servicio)
            .ifPresent(
                executable ->
                    turn.measure("nativo", () -> plataforma.reemplazar(servicio, executable)));
      }
    }
  }

  private static Optional<Path> nativeOf(Path raiz, ServicioSuite servicio) throws IOException {
    try (Stream<Path> built = Files.list(raiz.resolve(servicio.modulo()).resolve("target"))) {
      return built
          .filter(file -> file.toString().endsWith("-runner") && Files.isExecutable(file))
          .findFirst();
    }
  }

  /** One service, started in one way after another. */
  private record Turn(Plataforma plataforma, ServicioSuite servicio, Informe informe) {

    void withCache() throws IOException {
      informe.aviso("entrenamiento de " + servicio.modulo());
      Path cache = Files.createTempFile("sat-bench", ".aot");
      try {
        start(() -> plataforma.reemplazar(servicio, List.of("-XX:AOTCacheOutput=" + cache)));
        plataforma.detener(servicio.modulo());
        measure(
            "JVM con caché AOT",
            () -> plataforma.reemplazar(servicio, List.of("-XX:AOTCache=" + cache)));
      } finally {
        Files.deleteIfExists(cache);
      }
    }

    void measure(String how, Runnable replace) {
      double seconds = start(replace);
      long pid = Objects.requireNonNull(plataforma.procesos().get(servicio.modulo()));
      String name = servicio.modulo() + ", " + how;
      informe.anotar(Medida.vista(name + ", listo en", seconds, "s", ""));
      informe.anotar(Medida.vista(name + ", memoria", Cpu.residentMib(pid), "MiB", "residente"));
    }

    private double start(Runnable replace) {
      plataforma.detener(servicio.modulo());
      long start = System.nanoTime();
      replace.run();
      plataforma.esperarListo(servicio.modulo());
      return (System.nanoTime() - start) / 1e9;
    }
  }
}
