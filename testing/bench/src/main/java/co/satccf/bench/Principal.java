package co.satccf.bench;

import co.satccf.bench.informe.Informe;
import co.satccf.sandbox.local.OpcionesDePlataforma;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code ./sat bench}. Exit status: 0 when every goal holds, 1 when one does not, 2 for a wrong
 * command line, 3 when something could not be measured.
 */
@Command(name = "bench")
public final class Principal implements Callable<Integer> {
  private static final int NO_CUMPLE = 1;
  private static final List<Scenario> ESCENARIOS =
      List.of(
          new EndToEnd(), new Intake(), new Growth(), new ScaleOut(), new Start(), new MixedFeed());

  @Spec CommandSpec comando = CommandSpec.create();

  @Option(names = "--corto")
  boolean corto;

  @Option(names = "--solo", paramLabel = "NAME")
  @Nullable String solo;

  @Option(names = "--latencia", paramLabel = "MS")
  @Nullable Integer latencia;

  @Option(names = "--perfil", paramLabel = "D")
  @Nullable Path perfil;

  @Option(names = "--informe", paramLabel = "F")
  @Nullable Path archivo;

  public static void main(String[] args) {
    System.exit(
        co.satccf.sandbox.Principal.enEspanol(new CommandLine(new Principal())).execute(args));
  }

  @Override
  public Integer call() throws Exception {
    List<Scenario> elegidos = elegidos();
    exigirCarpeta();
    exigirLatencia();
    Path raiz = Path.of(System.getProperty("sat.raiz", ".")).toAbsolutePath().normalize();
    Extent extent =
        new Extent(
            corto,
            Optional.ofNullable(latencia),
            OpcionesDePlataforma.en(raiz),
            Optional.ofNullable(perfil).map(Path::toAbsolutePath));
    Informe informe = new Informe(new PrintStream(System.out, true, StandardCharsets.UTF_8));
    for (Scenario escenario : elegidos) {
      informe.titulo(escenario.titulo());
      escenario.measure(extent, informe);
    }
    informe.veredicto();
    if (archivo != null) {
      informe.escribir(archivo);
    }
    return informe.cumple() ? 0 : NO_CUMPLE;
  }

  private List<Scenario> elegidos() {
    List<Scenario> elegidos =
        ESCENARIOS.stream().filter(e -> solo == null || e.nombre().equals(solo)).toList();
    if (elegidos.isEmpty()) {
      throw new ParameterException(
          comando.commandLine(),
          "--solo %s: se espera %s"
              .formatted(
                  solo,
                  ESCENARIOS.stream().map(Scenario::nombre).collect(Collectors.joining(", "))));
    }
    return elegidos;
  }

  private void exigirLatencia() {
    if (latencia != null && !EndToEnd.LATENCIES_MS.contains(latencia)) {
      throw new ParameterException(
          comando.commandLine(),
          "--latencia %d: se espera una de %s ms".formatted(latencia, EndToEnd.LATENCIES_MS));
    }
  }

  /** Told before minutes of work, not after. */
  private void exigirCarpeta() {
    if (archivo != null && !Files.isDirectory(archivo.toAbsolutePath().resolveSibling("."))) {
      throw new ParameterException(
          comando.commandLine(), "--informe = " + archivo + ": no existe esa carpeta");
    }
  }
}
