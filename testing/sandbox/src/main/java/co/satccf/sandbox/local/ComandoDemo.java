package co.satccf.sandbox.local;

import co.satccf.sandbox.Principal;
import co.satccf.sandbox.ministerio.Fallas;
import co.satccf.sandbox.ministerio.Latencia;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Everything at once: start, publish, follow, judge. */
@Command(name = "demo")
public final class ComandoDemo implements Callable<Integer> {
  @Spec CommandSpec comando = CommandSpec.create();
  @Mixin OpcionesComunes comunes = new OpcionesComunes();

  @Option(names = "--eventos", paramLabel = "N")
  int eventos = 2_000;

  @Option(names = "--semilla", paramLabel = "S")
  long semilla = 1;

  @Option(names = "--archivo", paramLabel = "F")
  @Nullable Path archivo;

  /** 0: no limit. */
  @Option(names = "--capacidad", paramLabel = "N")
  int capacidad;

  @Option(names = "--informe", paramLabel = "F")
  @Nullable Path informe;

  @Option(names = "--libro", paramLabel = "F")
  @Nullable Path libro;

  @Option(names = "--paciencia", paramLabel = "SEG")
  int paciencia = 60;

  @Option(names = "--salir")
  boolean salir;

  @Override
  public Integer call() throws IOException, InterruptedException {
    OpcionesDePlataforma opciones = comunes.plataforma(comando);
    List<byte[]> lineas = lineas();
    if (capacidad > 0) {
      opciones = opciones.conCupoLibre();
    }
    Pantalla pantalla = Pantalla.estandar();
    try (Encendida encendida = Encendida.con(opciones, pantalla)) {
      if (capacidad > 0) {
        encendida
            .plataforma()
            .control()
            .fallas(
                Fallas.conLatencia(Latencia.fija(comunes.latencia)).conCapacidad(capacidad, null));
      }
      pantalla.linea("Publicando " + Pantalla.numero(lineas.size()) + " hechos.\n");
      Corrida.Veredicto veredicto =
          new Corrida(encendida.plataforma(), pantalla, sinAvance()).correr(lineas);
      escribir(veredicto.resumen(), encendida.plataforma());
      if (!salir) {
        encendida.mantener();
      }
      return veredicto.bien() ? 0 : Principal.NO_CUADRA;
    }
  }

  private List<byte[]> lineas() throws IOException {
    OpcionesComunes.exigir(comando, eventos, 1, 5_000_000, "--eventos");
    OpcionesComunes.exigir(comando, semilla, 0, 9_999_999_999L, "--semilla");
    OpcionesComunes.exigir(comando, capacidad, 0, 1_000, "--capacidad");
    OpcionesComunes.exigir(comando, paciencia, 5, 86_400, "--paciencia");
    OpcionesComunes.exigirCarpeta(comando, informe, "--informe");
    OpcionesComunes.exigirCarpeta(comando, libro, "--libro");
    Path hechos = archivo;
    return hechos == null
        ? Alimentacion.sintetica(eventos, semilla)
        : Alimentacion.deArchivo(hechos, comando);
  }

  /** A slow Ministry is no standstill. */
  private Duration sinAvance() {
    return Duration.ofSeconds(paciencia).plusMillis(4L * comunes.latencia);
  }

  private void escribir(JsonNode resumen, Plataforma plataforma) throws IOException {
    if (informe != null) {
      Files.writeString(informe, resumen.toPrettyString() + "\n");
    }
    if (libro != null) {
      Files.copy(plataforma.libro(), libro, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
