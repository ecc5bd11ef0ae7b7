package co.satccf.sandbox;

import co.satccf.sandbox.caos.ComandoCaos;
import co.satccf.sandbox.dependencias.ComandoAuditoriaDeDependencias;
import co.satccf.sandbox.local.ComandoAuditoria;
import co.satccf.sandbox.local.ComandoDemo;
import co.satccf.sandbox.local.ComandoPublicar;
import co.satccf.sandbox.local.ComandoSaldoInicial;
import co.satccf.sandbox.local.ComandoToken;
import co.satccf.sandbox.local.ComandoUp;
import co.satccf.sandbox.local.OpcionesComunes;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The Java side of {@code ./sat}. Exit status: 0 when all is well; 1 when a run lost or doubled
 * something, did not settle or its counts disagree, an audit's chain is broken, lines of an opening
 * balance were passed over, or a library has a known vulnerability; 2 for a wrong command line; 3
 * when the platform could not be started or reached.
 */
@Command(
    name = "sat",
    description = "La plataforma sat-ccf en esta máquina.",
    subcommands = {
      ComandoDemo.class,
      ComandoUp.class,
      ComandoPublicar.class,
      ComandoAuditoria.class,
      ComandoSaldoInicial.class,
      ComandoToken.class,
      ComandoAuditoriaDeDependencias.class,
      ComandoCaos.class
    })
public final class Principal {
  public static final int NO_CUADRA = 1;
  public static final int MAL_ESCRITO = 2;
  public static final int NO_SE_PUDO = 3;

  private Principal() {}

  public static void main(String[] args) {
    int estado = comando().execute(args);
    borrarTemporales();
    System.exit(estado);
  }

  /**
   * The folder that {@code ./sat} made for this process; the guard removes it when there was a
   * platform.
   */
  private static void borrarTemporales() {
    Path carpeta = Path.of(System.getProperty("java.io.tmpdir"));
    if (carpeta.startsWith(OpcionesComunes.RAIZ)) {
      try {
        Files.deleteIfExists(carpeta);
      } catch (IOException notEmpty) {
        // The next ./sat removes it.
      }
    }
  }

  public static CommandLine comando() {
    return enEspanol(new CommandLine(new Principal()));
  }

  /** Errors in Spanish, and exit status 2 or 3 for them. */
  public static CommandLine enEspanol(CommandLine linea) {
    linea.setCaseInsensitiveEnumValuesAllowed(true);
    linea.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    linea.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
    linea.setParameterExceptionHandler(
        (error, escrito) -> {
          PrintWriter err = error.getCommandLine().getErr();
          err.println("sat: " + enEspanol(error));
          err.println("     Vea las opciones con ./sat");
          return MAL_ESCRITO;
        });
    linea.setExecutionExceptionHandler(
        (fallo, comando, escrito) -> {
          String motivo = fallo.getMessage() == null ? fallo.toString() : fallo.getMessage();
          comando.getErr().println("sat: " + motivo);
          return NO_SE_PUDO;
        });
    return linea;
  }

  private static String enEspanol(ParameterException error) {
    if (error instanceof UnmatchedArgumentException sobra) {
      return "no conozco «" + String.join(" ", sobra.getUnmatched()) + "»";
    }
    if (error instanceof MissingParameterException faltan) {
      return faltan.getMissing().getFirst() instanceof OptionSpec opcion
          ? "falta el valor de " + opcion.longestName()
          : "falta el archivo";
    }
    if (error.getArgSpec() instanceof PositionalParamSpec) {
      return "«" + error.getValue() + "» no sirve aquí";
    }
    return error.getArgSpec() instanceof OptionSpec opcion
        ? "«" + error.getValue() + "» no sirve como valor de " + opcion.longestName()
        : String.valueOf(error.getMessage());
  }
}
