package co.satccf.sandbox.local;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What {@code demo} and {@code up} have in common, and how a value out of range is told. */
public final class OpcionesComunes {
  public static final Path RAIZ =
      Path.of(System.getProperty("sat.raiz", ".")).toAbsolutePath().normalize();

  @Option(names = "--latencia", paramLabel = "MS")
  int latencia = 0;

  @Option(names = "--en-vuelo", paramLabel = "N")
  int enVuelo = OpcionesDePlataforma.EN_VUELO;

  @Option(names = "--registros", paramLabel = "D")
  Path registros = RAIZ.resolve("target/sat/registros");

  /**
   * @throws ParameterException when a value is out of range; names option and value
   */
  OpcionesDePlataforma plataforma(CommandSpec comando) {
    exigir(comando, latencia, 0, 600_000, "--latencia");
    exigir(comando, enVuelo, 1, 1_000, "--en-vuelo");
    return OpcionesDePlataforma.en(RAIZ)
        .conRegistros(registros.toAbsolutePath().normalize())
        .conLatencia(latencia)
        .conEnVuelo(enVuelo);
  }

  /** Told before ten minutes of work, not after. */
  public static void exigirCarpeta(CommandSpec comando, @Nullable Path destino, String opcion) {
    if (destino != null && !Files.isDirectory(destino.toAbsolutePath().resolveSibling("."))) {
      throw new ParameterException(
          comando.commandLine(), opcion + " = " + destino + ": no existe esa carpeta");
    }
  }

  public static void exigir(
      CommandSpec comando, long valor, long desde, long hasta, String opcion) {
    if (valor < desde || valor > hasta) {
      throw new ParameterException(
          comando.commandLine(),
          "%s = %d: se espera un número de %d a %d".formatted(opcion, valor, desde, hasta));
    }
  }
}
