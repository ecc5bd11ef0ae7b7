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

/**
 * From the start of a process to its first "ready", and what it then holds in memory; everything it
 * needs is up already. With an AOT cache: what a training run of the same package wrote (JEP 514).
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
    Path cache = Files.createTempFile("sat-bench", ".aot");
    try (Plataforma plataforma = Plataforma.iniciar(extent.opciones(), informe::aviso)) {
      for (ServicioSuite servicio : ServicioSuite.values()) {
        measure(plataforma, servicio, List.of(), "JVM", informe);
        if (!extent.corto() || servicio == ServicioSuite.RELACION_LABORAL) {
          informe.aviso("entrenamiento de " + servicio.modulo());
          start(plataforma, servicio, List.of("-XX:AOTCacheOutput=" + cache));
          measure(
              plataforma, servicio, List.of("-XX:AOTCache=" + cache), "JVM con caché AOT", informe);
        }
      }
    } finally {
      Files.deleteIfExists(cache);
    }
  }

  private static void measure(
      Plataforma plataforma,
      ServicioSuite servicio,
      List<String> jvm,
      String how,
      Informe informe) {
    double seconds = start(plataforma, servicio, jvm);
    long pid = Objects.requireNonNull(plataforma.procesos().get(servicio.modulo()));
    String name = servicio.modulo() + ", " + how;
    informe.anotar(Medida.vista(name + ", listo en", seconds, "s", ""));
    informe.anotar(Medida.vista(name + ", memoria", Cpu.residentMib(pid), "MiB", "residente"));
  }

  private static double start(Plataforma plataforma, ServicioSuite servicio, List<String> jvm) {
    plataforma.detener(servicio.modulo());
    long start = System.nanoTime();
    plataforma.reemplazar(servicio, jvm);
    plataforma.esperarListo(servicio.modulo());
    return (System.nanoTime() - start) / 1e9;
  }
}
