package co.satccf.sandbox.caos;

import co.satccf.sandbox.Principal;
import co.satccf.sandbox.local.OpcionesComunes;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Faults drawn from a seed for some minutes; ends with 0 only when all holds. */
@Command(name = "chaos")
public final class ComandoCaos implements Callable<Integer> {
  @Spec CommandSpec comando = CommandSpec.create();

  @Option(names = "--minutos", paramLabel = "N")
  int minutos = 10;

  @Option(names = "--eventos", paramLabel = "N")
  int eventos = 50_000;

  @Option(names = "--semilla", paramLabel = "S")
  @Nullable Long semilla;

  @Option(names = "--informe", paramLabel = "F")
  @Nullable Path informe;

  @Option(names = "--registros", paramLabel = "D")
  Path registros = OpcionesComunes.RAIZ.resolve("target/sat/registros");

  @Override
  public Integer call() throws IOException {
    OpcionesComunes.exigir(comando, minutos, 1, 1_440, "--minutos");
    OpcionesComunes.exigir(comando, eventos, 100, 5_000_000, "--eventos");
    long sorteada = semilla == null ? ThreadLocalRandom.current().nextLong(1_000_000) : semilla;
    OpcionesComunes.exigir(comando, sorteada, 0, 9_999_999_999L, "--semilla");
    OpcionesComunes.exigirCarpeta(comando, informe, "--informe");
    InformeDeCaos resultado =
        new Caos(sorteada, Duration.ofMinutes(minutos), eventos)
            .correr(
                Caos.plataforma(OpcionesComunes.RAIZ)
                    .conRegistros(registros.toAbsolutePath().normalize()),
                new PrintStream(System.out, true, StandardCharsets.UTF_8));
    if (informe != null) {
      Files.writeString(informe, resultado.json().toPrettyString() + "\n");
    }
    return resultado.bien() ? 0 : Principal.NO_CUADRA;
  }
}
